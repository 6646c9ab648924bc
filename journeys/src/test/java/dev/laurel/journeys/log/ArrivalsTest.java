package dev.laurel.journeys.log;

import static dev.laurel.journeys.Refused.refused;
import static dev.laurel.journeys.log.Logs.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private final Arrivals arrivals = new Arrivals(Duration.ofHours(1), TiePolicy.SEQUENCE);

  @Test
  void anEventBeforeTheWatermarkIsLateAndToldAndNotInTheLog() {
    assertThat(arrivals.watermark()).isEmpty();
    assertThat(arrivals.add(event("j", "b", 3_600))).isEqualTo(Arrivals.Arrival.ON_TIME);
    assertThat(arrivals.watermark()).contains(Logs.START);
    assertThat(arrivals.add(event("j", "a", 0))).isEqualTo(Arrivals.Arrival.ON_TIME);
    assertThat(arrivals.add(event("j", "z", -1))).isEqualTo(Arrivals.Arrival.LATE);

    assertThat(Logs.word(arrivals.log(), 0)).isEqualTo("ab");
    assertThat(arrivals.late()).containsExactly(event("j", "z", -1));
  }

  @Test
  void anOrderThatDependsOnTheArrivalIsRefused() {
    refused(
        FailureCode.VALUE_INVALID, () -> new Arrivals(Duration.ofHours(1), TiePolicy.INPUT_ORDER));
    refused(
        FailureCode.PERIOD_INVALID, () -> new Arrivals(Duration.ofHours(-1), TiePolicy.SEQUENCE));
  }
}

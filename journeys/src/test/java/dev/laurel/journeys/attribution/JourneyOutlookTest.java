package dev.laurel.journeys.attribution;

import static dev.laurel.journeys.attribution.Paths.at;
import static dev.laurel.journeys.attribution.Paths.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.junit.jupiter.api.Test;

class JourneyOutlookTest {
  private final PathCounts paths = PathCounts.builder()
      .add(path("search cart pay"), 30, 0)
      .add(path("search cart"), 0, 10)
      .add(path("search"), 0, 60)
      .add(path("mail cart"), 0, 20)
      .build();

  /** Of 100 searches 40 went on to the cart; of 60 carts 30 to pay. */
  @Test
  void tellsTheNextStepAndTheConversion() {
    JourneyOutlook.Prospect search =
        JourneyOutlook.of(paths, 1).orElseThrow().after(path("search")).orElseThrow();

    assertThat(search.journeys()).isEqualTo(100);
    assertThat(search.ended()).isEqualTo(60);
    assertThat(search.conversion()).isCloseTo(0.4 * 0.5, within(1e-12));
    assertThat(search.next())
        .containsExactly(
            new JourneyOutlook.Next(at("cart"), 40, search.next().get(0).conversion()));
    assertThat(search.next().get(0).conversion()).isCloseTo(0.5, within(1e-12));
  }

  /** With two touchpoints remembered, a cart after a search is another than one after a mail. */
  @Test
  void aLongerMemoryTellsPlacesApart() {
    JourneyOutlook outlook = JourneyOutlook.of(paths, 2).orElseThrow();

    assertThat(outlook.after(path("search cart")).orElseThrow().conversion())
        .isCloseTo(0.75, within(1e-12));
    assertThat(outlook.after(path("other search cart")).orElseThrow().conversion())
        .isCloseTo(0.75, within(1e-12));
    assertThat(outlook.after(path("mail cart")).orElseThrow().conversion()).isZero();
    assertThat(outlook.after(path("pay mail"))).isEmpty();
  }

  @Test
  void findsWhereTheOutcomeIsDecided() {
    var decided = JourneyOutlook.of(paths, 2).orElseThrow().decided(0.05, 20);

    assertThat(decided.stream().map(JourneyOutlook.Decided::path).toList())
        .containsExactly(path("cart pay"), path("mail"), path("mail cart"));
    assertThat(decided.get(0).conversion()).isEqualTo(1);
    assertThat(decided.get(1).conversion()).isZero();
  }

  @Test
  void nobodyHasNoOutlook() {
    assertThat(JourneyOutlook.of(PathCounts.builder().build(), 1)).isEmpty();
    assertThat(JourneyOutlook.of(paths, 1).orElseThrow().after(path("nowhere"))).isEmpty();
  }

  @Test
  void aMarginIsSmall() {
    assertThatThrownBy(() -> JourneyOutlook.of(paths, 1).orElseThrow().decided(0.5, 1))
        .isInstanceOf(InvalidValueException.class)
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }
}

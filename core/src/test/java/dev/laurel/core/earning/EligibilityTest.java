package dev.laurel.core.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import java.time.DayOfWeek;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private static final MemberId ANN = MemberId.of("ann");

  @Test
  void aConditionOnTheMemberIsMetOrSaysWhatIsMissing() {
    Condition drivers = Condition.segment(Segment.of("drivers"));
    MemberFacts facts = MemberFacts.builder().addSegment(Segment.of("drivers")).build();
    EarningContext.Builder driver = EarningContext.builder();
    driver.calendar(Earnings.NOBODY.calendar()).facts(facts);

    assertThat(Eligibility.miss(drivers, ANN, Earnings.NOON, driver.build())).isEmpty();
    assertThat(miss(drivers).map(Eligibility::text)).contains("segment drivers only");
  }

  /** 31 March 2026 was a Tuesday. */
  @Test
  void aConditionOnTheDayIsAskedInTheProgramsZone() {
    assertThat(miss(Condition.weekday(DayOfWeek.TUESDAY))).isEmpty();
    assertThat(miss(Condition.weekday(DayOfWeek.SUNDAY))).isPresent();
  }

  @Test
  void aConditionOnAPurchaseIsNeverMet() {
    assertThat(miss(Condition.amountAtLeast(Earnings.eur("10.00"))))
        .contains(new Miss.NotAPurchase());
  }

  private static Optional<Miss> miss(Condition condition) {
    return Eligibility.miss(condition, ANN, Earnings.NOON, Earnings.NOBODY);
  }
}

package dev.laurel.core.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OfferChooserTest {
  private static final MemberId ANN = MemberId.of("ann");
  private static final Instant NOON = Instant.parse("2026-10-10T12:00:00Z");
  private static final Segment LONG_DISTANCE = Segment.of("long-distance");

  private static final Offer INSPECTION = offer("inspection")
      .reward(new Reward.Discount(Ratio.of(1, 5), Optional.empty()))
      .eligibility(new Condition.AttributeSet(Condition.Owner.MEMBER, "service-due"))
      .basePoints(10)
      .addCriterion(new Criterion(
          "worn",
          new Condition.AttributeAtLeast(
              Condition.Owner.MEMBER, "mileage", BigDecimal.valueOf(60_000)),
          50))
      .build();
  private static final Offer TYRES = offer("winter-tyres")
      .reward(new Reward.Gift(Sku.of("tyre-storage")))
      .basePoints(20)
      .addCriterion(new Criterion("far", Condition.segment(LONG_DISTANCE), 30))
      .build();
  private static final Offer CAP = offer("cap").basePoints(5).build();
  private static final Offer SUMMER =
      offer("summer").active(Span.until(Instant.parse("2026-09-01T00:00:00Z"))).build();

  private final OfferChooser chooser = OfferChooser.of(
      OfferPolicy.builder().most(2).restAfterShown(Period.ofDays(30)).build(),
      List.of(CAP, SUMMER, TYRES, INSPECTION));

  @Test
  void theBestAreChosenAndTheirPointsAddUp() {
    OfferChoice choice = chooser.choose(ANN, OfferHistory.nothing(), NOON, driver());

    assertThat(choice.text()).isEqualTo("""
            inspection: 20 % off, because of base 10, worn 50 = 60
            winter-tyres: gift tyre-storage, because of base 20, far 30 = 50
            not cap: 5 points, others have at least 50
            not summer: not open at this time
            """);
  }

  @Test
  void whatTheMemberMayNotHaveSaysWhatIsMissing() {
    OfferChoice choice = chooser.choose(ANN, OfferHistory.nothing(), NOON, nobody());

    assertThat(choice.chosen().stream().map(one -> one.offer().id().value()).toList())
        .containsExactly("winter-tyres", "cap");
    assertThat(reason(choice, "inspection")).isInstanceOf(OfferChoice.NotEligible.class);
    assertThat(reason(choice, "inspection").text()).contains("service-due");
  }

  @Test
  void anOfferRestsThroughItsLastDay() {
    OfferHistory shown = OfferHistory.nothing().with(shown("inspection", NOON, false));

    OfferChoice soon = chooser.choose(ANN, shown, Instant.parse("2026-11-09T23:59:59Z"), driver());
    OfferChoice later = chooser.choose(ANN, shown, Instant.parse("2026-11-10T00:00:00Z"), driver());

    assertThat(reason(soon, "inspection"))
        .isEqualTo(new OfferChoice.Resting(Instant.parse("2026-11-10T00:00:00Z")));
    assertThat(later.chosen().get(0).offer()).isEqualTo(INSPECTION);
  }

  @Test
  void whatWasTakenDoesNotComeAgain() {
    OfferHistory taken =
        OfferHistory.nothing().with(shown("winter-tyres", NOON.minusSeconds(90 * 86_400L), true));

    assertThat(reason(chooser.choose(ANN, taken, NOON, driver()), "winter-tyres"))
        .isEqualTo(new OfferChoice.Taken());
  }

  @Test
  void enoughIsEnoughInAMonth() {
    OfferPolicy.Builder policy = OfferPolicy.builder().most(3);
    policy.limit(new OfferPolicy.Limit(2, Window.calendar(CalendarPeriod.MONTH)));
    OfferChooser strict = OfferChooser.of(policy.build(), List.of(CAP, TYRES, INSPECTION));
    OfferHistory once = OfferHistory.nothing().with(shown("other", NOON, false));

    OfferChoice choice = strict.choose(ANN, once, NOON, driver());

    assertThat(choice.chosen()).hasSize(1);
    assertThat(reason(choice, "cap")).isEqualTo(new OfferChoice.LimitReached(2, 2));
  }

  @Test
  void tooWeakAnOfferIsNotShownEvenAlone() {
    OfferChooser demanding =
        OfferChooser.of(OfferPolicy.builder().leastPoints(6).build(), List.of(CAP));

    OfferChoice choice = demanding.choose(ANN, OfferHistory.nothing(), NOON, driver());

    assertThat(choice.chosen()).isEmpty();
    assertThat(reason(choice, "cap")).isEqualTo(new OfferChoice.TooWeak(5, 6));
  }

  @Test
  void theOrderOfTheListChangesNothing() {
    OfferChooser other = OfferChooser.of(
        OfferPolicy.builder().most(2).restAfterShown(Period.ofDays(30)).build(),
        List.of(INSPECTION, TYRES, SUMMER, CAP));

    assertThat(other.choose(ANN, OfferHistory.nothing(), NOON, driver()))
        .isEqualTo(chooser.choose(ANN, OfferHistory.nothing(), NOON, driver()));
  }

  @Nested
  class BadInput {
    @Test
    void anOfferIsThereOnce() {
      assertCode(
          () -> OfferChooser.of(OfferPolicy.builder().build(), List.of(CAP, CAP)),
          FailureCode.CONFIG_DUPLICATE);
    }

    @Test
    void aCriterionCountsSomethingAndNotTooMuch() {
      assertCode(() -> new Criterion("none", Condition.always(), 0), FailureCode.RANGE);
      assertCode(
          () -> new Criterion("none", Condition.always(), Long.MIN_VALUE), FailureCode.RANGE);
    }

    @Test
    void criteriaHaveDifferentNames() {
      Criterion one = new Criterion("one", Condition.always(), 1);
      assertCode(() -> offer("twice").addCriteria(one, one).build(), FailureCode.CONFIG_DUPLICATE);
    }

    @Test
    void basePointsHaveBounds() {
      assertCode(() -> offer("much").basePoints(Long.MIN_VALUE).build(), FailureCode.RANGE);
    }

    @Test
    void aPolicyShowsSomething() {
      assertCode(() -> OfferPolicy.builder().most(0).build(), FailureCode.QUANTITY_INVALID);
    }

    private static void assertCode(
        org.assertj.core.api.ThrowableAssert.ThrowingCallable action, FailureCode code) {
      assertThatThrownBy(action)
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(code);
    }
  }

  private static Offer.Builder offer(String id) {
    Offer.Builder offer = Offer.builder().id(OfferId.of(id)).name(id);
    return id.equals("cap") || id.equals("summer") || id.equals("twice") || id.equals("much")
        ? offer.reward(new Reward.Gift(Sku.of(id)))
        : offer;
  }

  private static OfferHistory.Shown shown(String offer, Instant at, boolean isTaken) {
    return new OfferHistory.Shown(OfferId.of(offer), at, isTaken);
  }

  private static OfferChoice.Reason reason(OfferChoice choice, String offer) {
    return choice.rejected().stream()
        .filter(one -> one.offer().equals(OfferId.of(offer)))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  private static EarningContext driver() {
    Attributes attributes =
        Attributes.none().with("mileage", BigDecimal.valueOf(61_000)).with("service-due", true);
    MemberFacts.Builder facts = MemberFacts.builder().attributes(attributes);
    return context(facts.addSegment(LONG_DISTANCE).build());
  }

  private static EarningContext nobody() {
    return context(MemberFacts.none());
  }

  private static EarningContext context(MemberFacts facts) {
    EarningContext.Builder context = EarningContext.builder();
    return context.calendar(ProgramCalendar.of(ZoneOffset.UTC)).facts(facts).build();
  }
}

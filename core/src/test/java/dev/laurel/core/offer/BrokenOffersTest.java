package dev.laurel.core.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.offer.OfferChoice.Rejected;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways of choosing with one fault each, which its law must catch. */
class BrokenOffersTest {
  private static final long SEEDS = 2_000;
  private static final OfferLaw.Chooser PROPER = OfferLaw.Chooser.proper();

  enum Twin {
    /** What is not open is filtered away before anybody could ask why. */
    DROPS_WHAT_IS_NOT_OPEN(
        OfferLaw.EACH_OFFER_ONCE,
        (policy, offers, history, at, context) -> told(
            PROPER.choose(policy, offers, history, at, context),
            rejected -> rejected.filter(each -> !(each.reason() instanceof OfferChoice.NotOpen)))),
    /** Every criterion counts, whether or not it is met. */
    COUNTS_CRITERIA_THAT_ARE_NOT_MET(
        OfferLaw.POINTS_ADD_UP,
        (policy, offers, history, at, context) -> PROPER.choose(
            policy,
            offers.stream()
                .map(each -> RandomOffers.with(
                    each,
                    each.basePoints(),
                    each.criteria().stream()
                        .map(one -> new Criterion(one.code(), Condition.always(), one.points()))
                        .toList()))
                .toList(),
            history,
            at,
            context)),
    /** The limit of a window is taken for that of one visit. */
    LIMITS_EACH_VISIT(OfferLaw.LIMITS_HOLD, (policy, offers, history, at, context) -> {
      int limit = policy.limit().map(OfferPolicy.Limit::offers).orElse(Integer.MAX_VALUE);
      OfferPolicy.Builder other = OfferPolicy.builder();
      other.most(Math.min(policy.most(), limit)).leastPoints(policy.leastPoints());
      other.restAfterShown(policy.restAfterShown()).isOverOnceTaken(policy.isOverOnceTaken());
      return PROPER.choose(other.build(), offers, history, at, context);
    }),
    /** The rest is told in times of 24 hours, but kept in days. */
    TELLS_THE_REST_IN_HOURS(
        OfferLaw.REASONS_ARE_TRUE,
        (policy, offers, history, at, context) -> told(
            PROPER.choose(policy, offers, history, at, context),
            rejected -> rejected.map(each -> each.reason() instanceof OfferChoice.Resting
                ? new Rejected(
                    each.offer(),
                    new OfferChoice.Resting(history
                        .lastShown(each.offer())
                        .orElseThrow()
                        .plus(Duration.ofDays(
                            policy.restAfterShown().orElseThrow().getDays()))))
                : each))),
    /** Only what was taken is kept in the history. */
    FORGETS_WHAT_WAS_NOT_TAKEN(
        OfferLaw.NO_REPEATS,
        (policy, offers, history, at, context) -> PROPER.choose(
            policy,
            offers,
            new OfferHistory(
                history.shown().stream().filter(OfferHistory.Shown::isTaken).toList()),
            at,
            context)),
    /** Only the first page of the list is looked at. */
    LOOKS_AT_THE_FIRST_PAGE(
        OfferLaw.ORDER_CHANGES_NOTHING, (policy, offers, history, at, context) -> {
          int page = Math.min(3, offers.size());
          return told(
              PROPER.choose(policy, offers.subList(0, page), history, at, context),
              rejected -> Stream.concat(
                  rejected,
                  offers.subList(page, offers.size()).stream()
                      .map(each -> new Rejected(each.id(), new OfferChoice.NotOpen()))));
        }),
    /** Points are taken relative to what the others have on average. */
    SCORES_BY_THE_AVERAGE(
        OfferLaw.ANOTHER_OFFER_CHANGES_NO_REASON, (policy, offers, history, at, context) -> {
          long sum = offers.stream().mapToLong(Offer::basePoints).sum();
          long average = offers.isEmpty() ? 0 : sum / offers.size();
          return PROPER.choose(
              policy,
              offers.stream()
                  .map(
                      each -> RandomOffers.with(each, each.basePoints() - average, each.criteria()))
                  .toList(),
              history,
              at,
              context);
        }),
    /** Points are kept in a byte. */
    OVERFLOWS(
        OfferLaw.MORE_POINTS_KEEP_IT_CHOSEN,
        (policy, offers, history, at, context) -> PROPER.choose(
            policy,
            offers.stream()
                .map(each -> RandomOffers.with(each, (byte) each.basePoints(), each.criteria()))
                .toList(),
            history,
            at,
            context));

    private final OfferLaw law;
    private final OfferLaw.Chooser chooser;

    Twin(OfferLaw law, OfferLaw.Chooser chooser) {
      this.law = law;
      this.chooser = chooser;
    }
  }

  @ParameterizedTest
  @EnumSource(Twin.class)
  void theLawCatchesItsTwin(Twin twin) {
    assertThat(LongStream.range(0, SEEDS).filter(seed -> isCaught(twin, seed)).count())
        .isGreaterThan(SEEDS / 50);
  }

  private static boolean isCaught(Twin twin, long seed) {
    try {
      twin.law.check(twin.chooser, new RandomOffers(seed));
      return false;
    } catch (AssertionError broken) {
      return true;
    }
  }

  @Test
  void everyLawHasATwin() {
    assertThat(Arrays.stream(Twin.values()).map(twin -> twin.law))
        .containsExactlyInAnyOrder(OfferLaw.values());
  }

  private static OfferChoice told(OfferChoice choice, UnaryOperator<Stream<Rejected>> change) {
    List<Rejected> rejected = change.apply(choice.rejected().stream()).toList();
    return new OfferChoice(choice.member(), choice.at(), choice.chosen(), rejected);
  }
}

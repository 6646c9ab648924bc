package dev.laurel.core.offer;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random offers, a policy, and a member with segments and a history of offers that were shown. */
final class RandomOffers {
  static final MemberId ANN = MemberId.of("ann");
  static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));

  private static final List<Segment> SEGMENTS =
      List.of(Segment.of("drivers"), Segment.of("families"), Segment.of("sailors"));

  final Instant at;
  final OfferPolicy policy;
  final List<Offer> offers;
  final OfferHistory history;
  private final List<Segment> segments = new ArrayList<>();
  private final Random random;

  RandomOffers(long seed) {
    this.random = new Random(seed);
    this.at = Instant.parse("2026-05-01T00:00:00Z").plus(Duration.ofHours(below(5_000)));
    SEGMENTS.stream().filter(each -> random.nextBoolean()).forEach(segments::add);
    this.policy = policy();
    this.offers = new ArrayList<>();
    int count = below(8);
    for (int i = 0; i < count; i++) {
      offers.add(offer("o-" + i));
    }
    OfferHistory shown = OfferHistory.nothing();
    for (int i = below(8); i > 0; i--) {
      Instant earlier = at.minus(Duration.ofHours(1L + below(1_500)));
      shown = shown.with(new OfferHistory.Shown(OfferId.of("o-" + below(9)), earlier, isRare()));
    }
    this.history = shown;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private boolean isRare() {
    return below(4) == 0;
  }

  private OfferPolicy policy() {
    OfferPolicy.Builder policy = OfferPolicy.builder();
    policy.most(1 + below(3)).leastPoints(below(40) - 20L).isOverOnceTaken(random.nextBoolean());
    if (random.nextBoolean()) {
      policy.restAfterShown(Period.ofDays(below(40)));
    }
    if (random.nextBoolean()) {
      Window window = List.of(
              Window.calendar(CalendarPeriod.MONTH),
              Window.rolling(Period.ofDays(30)),
              Window.lifetime())
          .get(below(3));
      policy.limit(new OfferPolicy.Limit(1 + below(6), window));
    }
    return policy.build();
  }

  /** An offer on terms of chance. */
  Offer offer(String id) {
    Offer.Builder offer = Offer.builder();
    offer.id(OfferId.of(id)).name(id).reward(new Reward.Gift(Sku.of(id)));
    offer.basePoints(below(60) - 15L).eligibility(isRare() ? condition() : Condition.always());
    if (isRare()) {
      Instant start = at.plus(Duration.ofDays(below(40) - 30L));
      offer.active(Span.of(start, start.plus(Duration.ofDays(1L + below(60)))));
    }
    for (int i = below(3); i > 0; i--) {
      long points = (1L + below(30)) * (isRare() ? -1 : 1);
      offer.addCriterion(new Criterion("c-" + i, condition(), points));
    }
    return offer.build();
  }

  private Condition condition() {
    Condition belongs = Condition.segment(SEGMENTS.get(below(SEGMENTS.size())));
    return isRare() ? Condition.not(belongs) : belongs;
  }

  EarningContext context() {
    MemberFacts.Builder facts = MemberFacts.builder();
    segments.forEach(facts::addSegment);
    EarningContext.Builder context = EarningContext.builder();
    return context.calendar(CALENDAR).facts(facts.build()).build();
  }

  List<Offer> shuffled() {
    List<Offer> shuffled = new ArrayList<>(offers);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Whether the member meets a condition, found without the library. */
  boolean meets(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return !meets(not.of());
    }
    return condition.equals(Condition.always())
        || segments.stream().anyMatch(each -> condition.equals(Condition.segment(each)));
  }

  /** What an offer counts, found without the library. */
  long points(Offer offer) {
    long points = offer.basePoints();
    for (Criterion criterion : offer.criteria()) {
      points += meets(criterion.condition()) ? criterion.points() : 0;
    }
    return points;
  }

  /** The same offer with other points. */
  static Offer with(Offer offer, long basePoints, List<Criterion> criteria) {
    Offer.Builder other = Offer.builder();
    other.id(offer.id()).name(offer.name()).reward(offer.reward()).active(offer.active());
    return other
        .eligibility(offer.eligibility())
        .basePoints(basePoints)
        .addAllCriteria(criteria)
        .build();
  }
}

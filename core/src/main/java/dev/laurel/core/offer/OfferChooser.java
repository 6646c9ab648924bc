package dev.laurel.core.offer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.Eligibility;
import dev.laurel.core.earning.Miss;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Chooses offers for a member by declared criteria and says why.
 *
 * <p>An offer's points are its base points and those of each criterion that is met. Of the offers
 * that are open, the member may have and are not resting, those with the most points are shown;
 * among equal ones the first by name.
 */
public final class OfferChooser {
  private static final Comparator<OfferChoice.Chosen> BEST_FIRST = Comparator.comparing(
          OfferChoice.Chosen::points, Comparator.reverseOrder())
      .thenComparing(one -> one.offer().id());

  private final OfferPolicy policy;
  private final ImmutableSortedMap<OfferId, Offer> offers;

  private OfferChooser(OfferPolicy policy, ImmutableSortedMap<OfferId, Offer> offers) {
    this.policy = policy;
    this.offers = offers;
  }

  /**
   * A chooser among these offers.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if two have one name
   */
  public static OfferChooser of(OfferPolicy policy, List<Offer> offers) {
    Map<OfferId, Offer> byId = new TreeMap<>();
    for (Offer offer : offers) {
      InvalidValueException.check(
          byId.put(offer.id(), offer) == null,
          FailureCode.CONFIG_DUPLICATE,
          "offers",
          "a chooser must have each offer once: %s",
          offer.id());
    }
    return new OfferChooser(requireNonNull(policy, "policy"), ImmutableSortedMap.copyOf(byId));
  }

  /**
   * The offers to show to a member at an instant.
   *
   * @throws InvalidValueException TIME_RANGE or TIME_SUSPECT for the instant; RULE_FAILED or
   *     RULE_BUDGET if a condition of the user's own failed
   */
  public OfferChoice choose(
      MemberId member, OfferHistory history, Instant at, EarningContext context) {
    List<OfferChoice.Chosen> candidates = new ArrayList<>();
    Map<OfferId, OfferChoice.Reason> reasons = new TreeMap<>();
    for (Offer offer : offers.values()) {
      Optional<OfferChoice.Reason> reason = closed(offer, member, history, at, context);
      if (reason.isPresent()) {
        reasons.put(offer.id(), reason.get());
      } else {
        candidates.add(new OfferChoice.Chosen(offer, steps(offer, member, at, context)));
      }
    }
    candidates.sort(BEST_FIRST);
    List<OfferChoice.Chosen> chosen = chosen(candidates, reasons, history, at, context);
    return new OfferChoice(
        member,
        at,
        chosen,
        reasons.entrySet().stream()
            .map(each -> new OfferChoice.Rejected(each.getKey(), each.getValue()))
            .toList());
  }

  private Optional<OfferChoice.Reason> closed(
      Offer offer, MemberId member, OfferHistory history, Instant at, EarningContext context) {
    if (!offer.active().contains(at)) {
      return Optional.of(new OfferChoice.NotOpen());
    }
    Optional<Miss> miss = Eligibility.miss(offer.eligibility(), member, at, context);
    if (miss.isPresent()) {
      return Optional.of(new OfferChoice.NotEligible(miss.get()));
    }
    if (policy.isOverOnceTaken() && history.isTaken(offer.id())) {
      return Optional.of(new OfferChoice.Taken());
    }
    Optional<Instant> rest = history
        .lastShown(offer.id())
        .flatMap(shown -> policy
            .restAfterShown()
            .flatMap(period -> Expiry.after(period).expiresAt(shown, context.calendar())));
    return rest.filter(at::isBefore).map(OfferChoice.Resting::new);
  }

  private static List<OfferChoice.Step> steps(
      Offer offer, MemberId member, Instant at, EarningContext context) {
    ImmutableList.Builder<OfferChoice.Step> steps = ImmutableList.builder();
    steps.add(new OfferChoice.Step("base", offer.basePoints()));
    for (Criterion criterion : offer.criteria()) {
      if (Eligibility.miss(criterion.condition(), member, at, context).isEmpty()) {
        steps.add(new OfferChoice.Step(criterion.code(), criterion.points()));
      }
    }
    return steps.build();
  }

  /** The best of the candidates; the reasons of the others are entered. */
  private List<OfferChoice.Chosen> chosen(
      List<OfferChoice.Chosen> bestFirst,
      Map<OfferId, OfferChoice.Reason> reasons,
      OfferHistory history,
      Instant at,
      EarningContext context) {
    List<OfferChoice.Chosen> chosen = new ArrayList<>();
    int shown = policy
        .limit()
        .map(limit ->
            history.count(limit.window().spanAt(at, context.memberAnchor(), context.calendar())))
        .orElse(0);
    int limit = policy.limit().map(OfferPolicy.Limit::offers).orElse(Integer.MAX_VALUE);
    for (OfferChoice.Chosen next : bestFirst) {
      OfferId id = next.offer().id();
      if (next.points() < policy.leastPoints()) {
        reasons.put(id, new OfferChoice.TooWeak(next.points(), policy.leastPoints()));
      } else if (shown + chosen.size() >= limit) {
        reasons.put(id, new OfferChoice.LimitReached(shown + chosen.size(), limit));
      } else if (chosen.size() == policy.most()) {
        long least = chosen.get(chosen.size() - 1).points();
        reasons.put(id, new OfferChoice.Outscored(next.points(), least));
      } else {
        chosen.add(next);
      }
    }
    return chosen;
  }
}

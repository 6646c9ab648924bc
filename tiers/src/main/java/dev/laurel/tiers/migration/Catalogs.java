package dev.laurel.tiers.migration;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.Choice;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two catalogues one after the other as one: what is gone until the change, what is new after. */
final class Catalogs {
  private Catalogs() {}

  static RewardCatalog rewards(RewardCatalog before, RewardCatalog after, Instant from) {
    ImmutableList.Builder<Benefit> benefits = ImmutableList.builder();
    for (Benefit benefit : before.benefits()) {
      boolean isGone = after.benefit(benefit.id()).isEmpty();
      benefits.add(isGone ? until(benefit, from) : benefit);
    }
    for (Benefit benefit : after.benefits()) {
      if (before.benefit(benefit.id()).isEmpty()) {
        benefits.add(since(benefit, from));
      }
    }
    ImmutableList.Builder<Choice> choices = ImmutableList.builder();
    choices.addAll(before.choices());
    after.choices().stream()
        .filter(choice -> before.choice(choice.id()).isEmpty())
        .forEach(choices::add);
    return RewardCatalog.of(benefits.build(), choices.build());
  }

  static ImmutableList<ServiceTerms> services(List<ServiceTerms> before, List<ServiceTerms> after) {
    return ImmutableList.<ServiceTerms>builder()
        .addAll(before)
        .addAll(after.stream().filter(each -> !before.contains(each)).toList())
        .build();
  }

  private static Benefit until(Benefit benefit, Instant from) {
    Instant end = benefit.active().until();
    return end.isAfter(from) ? with(benefit, benefit.active().from(), from) : benefit;
  }

  private static Benefit since(Benefit benefit, Instant from) {
    Instant start = benefit.active().from();
    return start.isBefore(from) ? with(benefit, from, benefit.active().until()) : benefit;
  }

  /** The benefit in another time; as it is where nothing of its time would be left. */
  private static Benefit with(Benefit benefit, Instant from, Instant until) {
    Optional<Span> active =
        from.isBefore(until) ? Optional.of(Span.of(from, until)) : Optional.empty();
    Benefit.Builder moved = Benefit.builder();
    moved
        .id(benefit.id())
        .name(benefit.name())
        .reward(benefit.reward())
        .availability(benefit.availability())
        .eligibility(benefit.eligibility())
        .active(active.orElse(benefit.active()))
        .stock(benefit.stock());
    return moved.build();
  }
}

package dev.laurel.core.offer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which offers one member was shown, and which were taken.
 *
 * @param shown each showing, in the order of time, then name
 */
public record OfferHistory(List<Shown> shown) {
  private static final OfferHistory NOTHING = new OfferHistory(List.of());

  /** A history of these showings. */
  public OfferHistory {
    shown = shown.stream()
        .sorted(Comparator.comparing(Shown::at).thenComparing(Shown::offer))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * One showing of an offer.
   *
   * @param offer which
   * @param at when
   * @param isTaken whether the member took it
   */
  public record Shown(OfferId offer, Instant at, boolean isTaken) {
    /** A showing of these parts. */
    public Shown {
      requireNonNull(offer, "offer");
      at = TimeGate.admit(at, "at");
    }
  }

  /** Nothing was shown yet. */
  public static OfferHistory nothing() {
    return NOTHING;
  }

  /** The history with one more showing. */
  public OfferHistory with(Shown one) {
    ImmutableList.Builder<Shown> more = ImmutableList.builder();
    return new OfferHistory(more.addAll(shown).add(one).build());
  }

  Optional<Instant> lastShown(OfferId offer) {
    return shown.stream()
        .filter(one -> one.offer().equals(offer))
        .reduce((earlier, later) -> later)
        .map(Shown::at);
  }

  boolean isTaken(OfferId offer) {
    return shown.stream().anyMatch(one -> one.offer().equals(offer) && one.isTaken());
  }

  int count(Span within) {
    return Math.toIntExact(
        shown.stream().filter(one -> within.contains(one.at())).count());
  }
}

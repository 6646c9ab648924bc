package dev.laurel.core.time;

import static dev.laurel.core.time.TimeDomain.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(TimeDomain.class)
@Domain(DomainContext.Global.class)
class SpanLaws {
  @Property
  void activeExactlyFromTheStartToBeforeTheEnd(
      @ForAll Span span, @ForAll @IntRange(max = 15) int hour) {
    membershipIsHalfOpen(Span::contains, span, hour(hour));
  }

  @Property
  void intersectionContainsWhatBothContain(
      @ForAll Span left, @ForAll Span right, @ForAll @IntRange(max = 15) int hour) {
    Optional<Span> both = left.intersection(right);

    assertThat(both.map(span -> span.contains(hour(hour))).orElse(false))
        .isEqualTo(left.contains(hour(hour)) && right.contains(hour(hour)));
    assertThat(both).isEqualTo(right.intersection(left));
  }

  @Property
  void overlappingIsHavingAnInstantInCommon(@ForAll Span left, @ForAll Span right) {
    overlapIsACommonInstant(Span::overlaps, left, right);
  }

  @Property
  void abuttingSpansDoNotOverlap(@ForAll Span left, @ForAll Span right) {
    assertThat(left.abuts(right) && left.overlaps(right)).isFalse();
    assertThat(left.abuts(right)).isEqualTo(right.abuts(left));
  }

  @Property
  void enclosingIsHavingTheOtherAsIntersection(@ForAll Span outer, @ForAll Span inner) {
    assertThat(outer.encloses(inner))
        .isEqualTo(outer.intersection(inner).equals(Optional.of(inner)));
  }

  @Example
  void theHalfOpenLawCatchesAnInclusiveEnd() {
    BiPredicate<Span, Instant> inclusive =
        (span, at) -> !at.isBefore(span.from()) && !at.isAfter(span.until());

    assertThatThrownBy(() -> membershipIsHalfOpen(inclusive, Span.of(hour(0), hour(1)), hour(1)))
        .isInstanceOf(AssertionError.class);
  }

  @Example
  void theOverlapLawCatchesSpansThatOnlyTouch() {
    BiPredicate<Span, Span> touching =
        (left, right) -> !left.from().isAfter(right.until()) && !right.from().isAfter(left.until());

    assertThatThrownBy(() ->
            overlapIsACommonInstant(touching, Span.of(hour(0), hour(1)), Span.of(hour(1), hour(2))))
        .isInstanceOf(AssertionError.class);
  }

  private static void membershipIsHalfOpen(
      BiPredicate<Span, Instant> contains, Span span, Instant at) {
    boolean inside = span.from().compareTo(at) <= 0 && at.compareTo(span.until()) < 0;
    assertThat(contains.test(span, at)).isEqualTo(inside);
  }

  private static void overlapIsACommonInstant(
      BiPredicate<Span, Span> overlaps, Span left, Span right) {
    // Bounds are whole hours: if there is a common instant, the start of one is common.
    boolean common = left.contains(right.from()) || right.contains(left.from());
    assertThat(overlaps.test(left, right)).isEqualTo(common);
    assertThat(overlaps.test(right, left)).isEqualTo(common);
  }
}

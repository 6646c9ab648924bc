package dev.laurel.core.time;

import static dev.laurel.core.time.Refusals.refuses;
import static dev.laurel.core.time.TimeDomain.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Span MARCH =
      Span.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

  @Test
  void containsItsStartAndNotItsEnd() {
    assertThat(MARCH.contains(MARCH.from())).isTrue();
    assertThat(MARCH.contains(MARCH.from().minusNanos(1))).isFalse();
    assertThat(MARCH.contains(MARCH.until().minusNanos(1))).isTrue();
    assertThat(MARCH.contains(MARCH.until())).isFalse();
  }

  @Test
  @DisplayName(
      "scenario 20: the promotion of 1 to 31 March covers a purchase on 31 March, not on 1 April")
  void promotionCountsTheDateOfTheEvent() {
    Span promotion =
        TimeDomain.utc().spanOf(TimeGate.parseDate("2026-03-01"), TimeGate.parseDate("2026-03-31"));

    assertThat(promotion).isEqualTo(MARCH);
    assertThat(promotion.contains(Instant.parse("2026-03-31T23:59:59.999999Z"))).isTrue();
    assertThat(promotion.contains(Instant.parse("2026-04-01T00:00:00Z"))).isFalse();
  }

  @Test
  void touchingSpansAbutAndDoNotOverlap() {
    Span morning = Span.of(hour(6), hour(12));
    Span afternoon = Span.of(hour(12), hour(18));

    assertThat(morning.abuts(afternoon)).isTrue();
    assertThat(afternoon.abuts(morning)).isTrue();
    assertThat(morning.overlaps(afternoon)).isFalse();
    assertThat(morning.intersection(afternoon)).isEmpty();
  }

  @Test
  void intersectionIsWhatBothContain() {
    Span day = Span.of(hour(0), hour(24));
    Span late = Span.of(hour(18), hour(30));

    assertThat(day.overlaps(late)).isTrue();
    assertThat(day.intersection(late)).contains(Span.of(hour(18), hour(24)));
    assertThat(late.intersection(day)).contains(Span.of(hour(18), hour(24)));
    assertThat(day.encloses(late)).isFalse();
    assertThat(day.encloses(Span.of(hour(18), hour(24)))).isTrue();
  }

  @Test
  void readsAsAHalfOpenInterval() {
    assertThat(MARCH).hasToString("[2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z)");
    assertThat(Span.ALWAYS).hasToString("(.., ..)");
    assertThat(Span.from(hour(0))).hasToString("[2026-03-01T00:00:00Z, ..)");
  }

  @Test
  void boundsAreTruncatedToMicroseconds() {
    Span span = Span.of(hour(0).plusNanos(1_999), hour(1).plusNanos(999));

    assertThat(span).isEqualTo(Span.of(hour(0).plusNanos(1_000), hour(1)));
  }

  @Nested
  class WhenAnEndIsOpen {
    @Test
    void alwaysContainsEveryAdmittedInstant() {
      assertThat(Span.ALWAYS.contains(Instant.parse("1971-01-01T00:00:00Z"))).isTrue();
      assertThat(Span.ALWAYS.contains(Instant.parse("9999-12-31T23:59:59.999999Z")))
          .isTrue();
      assertThat(Span.ALWAYS.isUnboundedStart()).isTrue();
      assertThat(Span.ALWAYS.isUnboundedEnd()).isTrue();
      assertThat(Span.ALWAYS.encloses(MARCH)).isTrue();
    }

    @Test
    void fromAndUntilMeetAtTheirBound() {
      Span before = Span.until(hour(0));
      Span after = Span.from(hour(0));

      assertThat(before.abuts(after)).isTrue();
      assertThat(before.isUnboundedStart()).isTrue();
      assertThat(before.isUnboundedEnd()).isFalse();
      assertThat(after.isUnboundedStart()).isFalse();
      assertThat(after.isUnboundedEnd()).isTrue();
    }

    @Test
    void computedBoundsBeyondTheGateAreOpen() {
      Span clamped = Span.clamped(
          Instant.parse("1970-06-01T00:00:00Z"), Instant.parse("+10000-01-01T05:00:00Z"));

      assertThat(clamped).isEqualTo(Span.ALWAYS);
    }
  }

  @Nested
  class WhenBoundsAreWrong {
    @Test
    @DisplayName("row 72: an end at or before the start is WINDOW_INVALID")
    void emptyAndReversedSpansAreRefused() {
      refuses(FailureCode.WINDOW_INVALID, "until", () -> Span.of(hour(1), hour(1)));
      refuses(FailureCode.WINDOW_INVALID, "until", () -> Span.of(hour(2), hour(1)));
      assertThatThrownBy(() -> Span.of(hour(2), hour(1)))
          .hasMessage(
              "span must end after it starts: from 2026-03-01T02:00:00Z until 2026-03-01T01:00:00Z");
    }

    @Test
    void spansBelowAMicrosecondAreEmpty() {
      refuses(
          FailureCode.WINDOW_INVALID, "until", () -> Span.of(hour(1), hour(1).plusNanos(999)));
    }

    @Test
    void boundsPassTheGate() {
      refuses(FailureCode.TIME_RANGE, "from", () -> Span.of(Instant.MIN, hour(1)));
      refuses(FailureCode.TIME_RANGE, "until", () -> Span.of(hour(1), Instant.MAX));
      refuses(
          FailureCode.TIME_SUSPECT, "from", () -> Span.from(Instant.ofEpochMilli(1_700_000_000)));
    }
  }
}

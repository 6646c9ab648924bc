package dev.laurel.tiers.status;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The intervals of all that is given and paid for, after what ended and paused. */
final class Coverage {
  private final ProgramCalendar calendar;
  private final Period grace;
  private final List<Piece> pieces = new ArrayList<>();
  private @Nullable Instant pausedAt;

  /** A stretch that may still be cut. */
  private static final class Piece {
    private final CommandId by;
    private final Tier tier;
    private final StatusSource source;
    private Instant from;
    private Instant until;
    private boolean hasGrace;
    private Duration kept = Duration.ZERO;
    private @Nullable Instant pausedAt;

    Piece(CommandId by, Tier tier, StatusSource source, Span span, boolean hasGrace) {
      this.by = by;
      this.tier = tier;
      this.source = source;
      this.from = span.from();
      this.until = span.until();
      this.hasGrace = hasGrace;
    }
  }

  private Coverage(ProgramCalendar calendar, Period grace) {
    this.calendar = calendar;
    this.grace = grace;
  }

  /** The intervals that these facts, in business order, make. */
  static ImmutableList<StatusInterval> of(
      Iterable<? extends StatusFact> facts, ProgramCalendar calendar, Period grace) {
    Coverage coverage = new Coverage(calendar, grace);
    facts.forEach(coverage::take);
    return coverage.intervals();
  }

  private void take(StatusFact fact) {
    if (fact instanceof StatusFact.Given given) {
      pieces.add(new Piece(given.id(), given.tier(), given.source(), given.span(), false));
    } else if (fact instanceof StatusFact.Paid paid) {
      pieces.add(new Piece(paid.id(), paid.tier(), StatusSource.SUBSCRIBED, paid.paid(), true));
    } else if (fact instanceof StatusFact.Ended ended) {
      pieces.stream()
          .filter(piece -> piece.by.equals(ended.given()))
          .forEach(piece -> cut(piece, ended.occurredAt()));
    } else if (fact instanceof StatusFact.Paused paused && paused.isPaused()) {
      pause(paused.occurredAt());
    } else if (fact instanceof StatusFact.Paused resumed) {
      resume(resumed.occurredAt());
    } else if (fact instanceof StatusFact.United united) {
      unite(united);
    }
  }

  private static void cut(Piece piece, Instant at) {
    piece.until = at.isBefore(piece.until) ? at : piece.until;
    piece.hasGrace = false;
    piece.kept = Duration.ZERO;
  }

  private void pause(Instant at) {
    if (pausedAt != null) {
      return;
    }
    pausedAt = at;
    for (Piece piece : pieces) {
      boolean isRunning = piece.kept.isZero() && piece.until.isAfter(at);
      if (piece.source == StatusSource.SUBSCRIBED && isRunning) {
        Instant start = piece.from.isAfter(at) ? piece.from : at;
        piece.kept = Duration.between(start, piece.until);
        piece.pausedAt = at;
        piece.until = start;
        piece.hasGrace = false;
      }
    }
  }

  /** What was kept follows the pause, one stretch after the other. */
  private void resume(Instant at) {
    pausedAt = null;
    for (Piece piece : ImmutableList.copyOf(pieces)) {
      if (!piece.kept.isZero() && piece.pausedAt != null) {
        Instant start = piece.until.plus(Duration.between(piece.pausedAt, at));
        Span rest = Span.of(start, start.plus(piece.kept));
        pieces.add(new Piece(piece.by, piece.tier, piece.source, rest, true));
        piece.kept = Duration.ZERO;
      }
    }
  }

  /** What another member was given counts from the union on; who had paused goes on pausing. */
  private void unite(StatusFact.United united) {
    Coverage theirs = new Coverage(calendar, grace);
    united.other().facts().forEach(theirs::take);
    for (Piece piece : theirs.pieces) {
      if (piece.from.isBefore(united.occurredAt())) {
        piece.from = united.occurredAt();
      }
      pieces.add(piece);
    }
  }

  private ImmutableList<StatusInterval> intervals() {
    ImmutableList.Builder<StatusInterval> intervals = ImmutableList.builder();
    for (Piece piece : pieces) {
      Instant until = piece.hasGrace && !grace.isZero()
          ? calendar.startOf(calendar.dateOf(piece.until).plus(grace))
          : piece.until;
      until = until.isBefore(piece.until) ? piece.until : until;
      if (piece.from.isBefore(until)) {
        intervals.add(new StatusInterval(
            piece.tier, piece.source, Span.of(piece.from, until), Optional.of(piece.by)));
      }
    }
    return intervals.build();
  }
}

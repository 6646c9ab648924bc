package dev.laurel.core.testkit;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Activation;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.LotSelection;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random lives of one account: lists of commands that refer to each other, with gaps from an hour
 * to most of a year, and now and then one that comes late.
 */
public final class LedgerHistories {
  /** The owner of the account in every history. */
  public static final MemberId MEMBER = MemberId.of("m-1");

  /** Another member. */
  public static final MemberId OTHER = MemberId.of("m-2");

  /** What is counted in every history. */
  public static final PointType STARS = PointType.redeemable("stars", "Stars");

  /** The zone of every history; its clocks change twice a year. */
  public static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));

  /** The instant at which every history starts. */
  public static final Instant START = Instant.parse("2026-01-15T09:00:00Z");

  private static final RuleId RULE = RuleId.of("base");
  private static final long[] GAP_HOURS = {
    0, 0, 0, 1, 1, 12, 24, 24, 24 * 9, 24 * 40, 24 * 120, 24 * 300
  };

  /** One command in the making; numbers stand for choices, so that shrinking makes it plainer. */
  public record Move(Kind kind, int gap, int units, int reference, int option, boolean late) {}

  /** What a move is about. */
  public enum Kind {
    ACCRUE,
    REDEEM,
    HOLD,
    CAPTURE,
    RELEASE,
    REVERSE_REDEMPTION,
    REVERSE_ACCRUAL,
    ACTIVATE,
    CANCEL_PENDING,
    EXPIRE,
    ADJUST_UP,
    ADJUST_DOWN,
    REINSTATE,
    EXTEND,
    TRANSFER_OUT,
    RECORD_ACTIVITY,
    SUSPEND_EXPIRY,
    RESUME_EXPIRY,
    FREEZE,
    THAW,
    CLOSE
  }

  private LedgerHistories() {}

  /** Histories of up to so many commands of every kind. */
  public static Arbitrary<List<LedgerCommand>> histories(int longest) {
    return moves().list().ofMaxSize(longest).map(LedgerHistories::commands);
  }

  /** Histories of earning and spending only, each command in its time. */
  public static Arbitrary<List<LedgerCommand>> plainHistories(int longest) {
    Arbitrary<Kind> kinds =
        Arbitraries.of(Kind.ACCRUE, Kind.ACCRUE, Kind.REDEEM, Kind.REVERSE_ACCRUAL);
    return moves(kinds)
        .map(move -> new Move(move.kind, move.gap, move.units, move.reference, move.option, false))
        .list()
        .ofMinSize(1)
        .ofMaxSize(longest)
        .map(LedgerHistories::commands);
  }

  private static Arbitrary<Move> moves() {
    return moves(Arbitraries.frequency(
        Tuple.of(30, Kind.ACCRUE),
        Tuple.of(18, Kind.REDEEM),
        Tuple.of(12, Kind.HOLD),
        Tuple.of(14, Kind.CAPTURE),
        Tuple.of(8, Kind.RELEASE),
        Tuple.of(9, Kind.REVERSE_REDEMPTION),
        Tuple.of(9, Kind.REVERSE_ACCRUAL),
        Tuple.of(3, Kind.ACTIVATE),
        Tuple.of(2, Kind.CANCEL_PENDING),
        Tuple.of(3, Kind.EXPIRE),
        Tuple.of(3, Kind.ADJUST_UP),
        Tuple.of(3, Kind.ADJUST_DOWN),
        Tuple.of(2, Kind.REINSTATE),
        Tuple.of(3, Kind.EXTEND),
        Tuple.of(3, Kind.TRANSFER_OUT),
        Tuple.of(3, Kind.RECORD_ACTIVITY),
        Tuple.of(2, Kind.SUSPEND_EXPIRY),
        Tuple.of(3, Kind.RESUME_EXPIRY),
        Tuple.of(1, Kind.FREEZE),
        Tuple.of(2, Kind.THAW),
        Tuple.of(1, Kind.CLOSE)));
  }

  private static Arbitrary<Move> moves(Arbitrary<Kind> kinds) {
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, GAP_HOURS.length - 1),
            Arbitraries.integers().between(0, 120),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 11),
            Arbitraries.integers().between(0, 9).map(one -> one == 9))
        .as(Move::new)
        // Extremes of six choices at once make dull lives, and many of them.
        .withoutEdgeCases();
  }

  /**
   * The commands that moves stand for: the n-th is called {@code c-n}, and refers to some before
   * it.
   */
  public static List<LedgerCommand> commands(List<Move> moves) {
    Script script = new Script();
    moves.forEach(script::add);
    return script.commands;
  }

  /** The stamp of a command that is known when it happens. */
  public static CommandStamp stamp(String id, Instant at) {
    return CommandStamp.of(CommandId.of(id), MEMBER, at);
  }

  /** The points of this many. */
  public static Points stars(long units) {
    return STARS.points(units);
  }

  private static final class Script {
    private final List<LedgerCommand> commands = new ArrayList<>();
    private final List<ActivityId> sources = new ArrayList<>(List.of(ActivityId.of("a-unknown")));
    private final List<CommandId> redemptions = new ArrayList<>(List.of(CommandId.of("c-unknown")));
    private final List<CommandId> holds = new ArrayList<>(List.of(CommandId.of("c-unknown")));
    private Instant clock = START;

    void add(Move move) {
      clock = clock.plus(Duration.ofHours(GAP_HOURS[move.gap]));
      Instant at = move.late ? clock.minus(Duration.ofDays(3)) : clock;
      CommandId id = CommandId.of("c-" + commands.size());
      CommandStamp stamp = CommandStamp.of(id, MEMBER, at, clock);
      commands.add(command(move, stamp));
    }

    private LedgerCommand command(Move move, CommandStamp stamp) {
      Points points = stars(move.units);
      return switch (move.kind) {
        case ACCRUE -> accrue(move, stamp);
        case REDEEM -> {
          redemptions.add(stamp.id());
          yield new LedgerCommand.Redeem(stamp, points, "order");
        }
        case HOLD -> {
          holds.add(stamp.id());
          Instant end = stamp.occurredAt().plus(Duration.ofDays(1 + move.option * 25L));
          yield new LedgerCommand.Hold(stamp, stars(move.units / 2), end);
        }
        case CAPTURE -> {
          redemptions.add(stamp.id());
          yield new LedgerCommand.Capture(
              stamp, recent(holds, move.reference % 2), stars(move.units / 4), "order");
        }
        case RELEASE -> new LedgerCommand.Release(stamp, recent(holds, move.reference % 2));
        case REVERSE_REDEMPTION -> {
          CommandId redemption = recent(redemptions, move.reference);
          redemptions.add(stamp.id());
          yield new LedgerCommand.ReverseRedemption(
              stamp, redemption, move.option < 4 ? Optional.empty() : Optional.of(points));
        }
        case REVERSE_ACCRUAL ->
          new LedgerCommand.ReverseAccrual(
              stamp,
              recent(sources, move.reference),
              move.option < 5 ? stars(0) : stars(move.units / 2));
        case ACTIVATE -> new LedgerCommand.Activate(stamp, pendingLots(move));
        case CANCEL_PENDING -> new LedgerCommand.CancelPending(stamp, pendingLots(move));
        case EXPIRE -> new LedgerCommand.Expire(stamp);
        case ADJUST_UP ->
          new LedgerCommand.AdjustUp(
              stamp, lot(stamp, "up"), points, expiry(move.option, stamp), "goodwill");
        case ADJUST_DOWN -> new LedgerCommand.AdjustDown(stamp, points, "error");
        case REINSTATE ->
          new LedgerCommand.Reinstate(
              stamp, lot(stamp, "again"), points, expiry(move.option, stamp));
        case EXTEND ->
          new LedgerCommand.Extend(
              stamp,
              move.option < 6
                  ? LotSelection.all()
                  : LotSelection.earnedBy(recent(sources, move.reference)),
              expiry(move.option, stamp));
        case TRANSFER_OUT ->
          new LedgerCommand.TransferOut(stamp, move.option == 0 ? MEMBER : OTHER, points);
        case RECORD_ACTIVITY ->
          new LedgerCommand.RecordActivity(
              stamp, move.option < 6 ? ActivityKind.TEST_DRIVE : ActivityKind.APP_EVENT);
        case SUSPEND_EXPIRY -> new LedgerCommand.SuspendExpiry(stamp);
        case RESUME_EXPIRY -> new LedgerCommand.ResumeExpiry(stamp);
        case FREEZE -> new LedgerCommand.Freeze(stamp, "review");
        case THAW -> new LedgerCommand.Thaw(stamp);
        case CLOSE ->
          move.option < 3 ? new LedgerCommand.Close(stamp, "left") : new LedgerCommand.Thaw(stamp);
      };
    }

    private LedgerCommand accrue(Move move, CommandStamp stamp) {
      ActivityId source = move.option == 11
          ? recent(sources, move.reference)
          : ActivityId.of("a-" + commands.size());
      sources.add(source);
      List<LotGrant> grants = new ArrayList<>();
      grants.add(new LotGrant(
          lot(stamp, "base"),
          stars(move.units),
          RULE,
          activation(move, stamp),
          expiry(move.option, stamp)));
      if (move.reference % 3 == 0) {
        grants.add(LotGrant.of(
            lot(stamp, "bonus"), stars(move.units / 2), RULE, expiry(move.option + 2, stamp)));
      }
      return new LedgerCommand.Accrue(stamp, source, ActivityKind.PURCHASE, grants);
    }

    private static Activation activation(Move move, CommandStamp stamp) {
      return switch (move.reference % 6) {
        case 1 -> Activation.at(stamp.occurredAt().plus(Duration.ofDays(14)));
        case 2 -> Activation.onEvent("delivered-" + move.reference % 2);
        default -> Activation.immediate();
      };
    }

    private static LotExpiry expiry(int option, CommandStamp stamp) {
      LocalDate day = CALENDAR.dateOf(stamp.occurredAt());
      return switch (option % 6) {
        case 0 -> LotExpiry.never();
        case 1 -> LotExpiry.withActivity();
        case 2 -> LotExpiry.through(day.plusDays(10), CALENDAR);
        case 3 -> LotExpiry.through(day.plusDays(60), CALENDAR);
        // The same date for many lots, so that ties are common.
        case 4 -> LotExpiry.through(LocalDate.of(day.getYear() + 1, 12, 31), CALENDAR);
        default -> LotExpiry.through(day.plusYears(1), CALENDAR);
      };
    }

    private static LotId lot(CommandStamp stamp, String part) {
      return LotId.of(stamp.id() + "-" + part);
    }

    private LotSelection pendingLots(Move move) {
      return switch (move.option % 3) {
        case 0 -> LotSelection.all();
        case 1 -> LotSelection.waitingFor("delivered-" + move.reference % 2);
        default -> LotSelection.earnedBy(recent(sources, move.reference));
      };
    }

    /** One of the latest, rarely the first, which nobody knows. */
    private static <T> T recent(List<T> known, int reference) {
      return known.get(Math.max(0, known.size() - 1 - reference % 4));
    }
  }
}

package dev.laurel.core.draw;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the prizes after the draw: who was told, who accepted, and who took the place of
 * whom.
 *
 * <pre>
 *   DRAWN ──▶ NOTIFIED ──▶ ACCEPTED
 *                 ├──────▶ DECLINED ──▶ the next alternate is DRAWN
 *                 └──────▶ LAPSED ────▶ the next alternate is DRAWN
 * </pre>
 *
 * <p>An immutable value; it keeps every award that ever was, in the order in which they came about.
 *
 * @param awards the awards
 * @param standby the alternates who have not been called yet, in order
 */
public record PrizeAwards(List<Award> awards, List<DrawRecord.Step> standby) {
  /** Awards of these parts. */
  public PrizeAwards {
    awards = ImmutableList.copyOf(awards);
    standby = ImmutableList.copyOf(standby);
  }

  /** Where an award stands. */
  public enum State {
    /** Nobody has been told yet. */
    DRAWN,
    /** The winner was told and may answer. */
    NOTIFIED,
    /** The winner has the prize. */
    ACCEPTED,
    /** The winner does not want it. */
    DECLINED,
    /** The winner did not answer in time. */
    LAPSED
  }

  /**
   * A prize and the member it goes to.
   *
   * @param prize the prize
   * @param ticket the ticket that won it, or that stood by for it
   * @param member the winner
   * @param state where it stands
   * @param notifiedAt when the winner was told
   * @param answerBy the first instant at which it is too late to answer
   * @param settledAt when the winner answered, or the award lapsed
   * @param inPlaceOf the ticket that had the prize before
   */
  public record Award(
      Prize prize,
      TicketId ticket,
      MemberId member,
      State state,
      Optional<Instant> notifiedAt,
      Optional<Instant> answerBy,
      Optional<Instant> settledAt,
      Optional<TicketId> inPlaceOf) {
    /** An award of these parts. */
    public Award {
      requireNonNull(prize, "prize");
      requireNonNull(ticket, "ticket");
      requireNonNull(member, "member");
      requireNonNull(state, "state");
      requireNonNull(notifiedAt, "notifiedAt");
      requireNonNull(answerBy, "answerBy");
      requireNonNull(settledAt, "settledAt");
      requireNonNull(inPlaceOf, "inPlaceOf");
    }

    private static Award drawn(Prize prize, DrawRecord.Step step, Optional<TicketId> inPlaceOf) {
      return new Award(
          prize,
          step.ticket(),
          step.member(),
          State.DRAWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          inPlaceOf);
    }

    private Award notified(Instant at, Instant until) {
      return new Award(
          prize,
          ticket,
          member,
          State.NOTIFIED,
          Optional.of(at),
          Optional.of(until),
          settledAt,
          inPlaceOf);
    }

    private Award settled(State to, Instant at) {
      return new Award(prize, ticket, member, to, notifiedAt, answerBy, Optional.of(at), inPlaceOf);
    }

    private boolean isLate(Instant at) {
      return state == State.NOTIFIED && !at.isBefore(answerBy.orElseThrow());
    }
  }

  /** What came of a step in the life of an award. */
  public sealed interface Result {
    /** The awards afterwards; if the step was refused, with what time alone has done. */
    PrizeAwards awards();
  }

  /**
   * The step was taken.
   *
   * @param awards the awards with it
   */
  public record Done(PrizeAwards awards) implements Result {
    /** A result of these parts. */
    public Done {
      requireNonNull(awards, "awards");
    }
  }

  /**
   * The step was not taken.
   *
   * @param awards the awards without it
   * @param code the stable name of the reason
   * @param ticket the ticket
   * @param state where its award stands, if there is one
   */
  public record Refused(PrizeAwards awards, Code code, TicketId ticket, Optional<State> state)
      implements Result {
    /** A result of these parts. */
    public Refused {
      requireNonNull(awards, "awards");
      requireNonNull(code, "code");
      requireNonNull(ticket, "ticket");
      requireNonNull(state, "state");
    }
  }

  /** Why a step is refused. */
  public enum Code {
    /** The ticket has no award. */
    UNKNOWN_REFERENCE,
    /** The award is not in a state from which the step leads. */
    ILLEGAL_TRANSITION,
    /** An answer that would have to be given before the notice. */
    TIME_RANGE
  }

  /** The awards of a draw that was just held. */
  public static PrizeAwards of(DrawRecord drawn) {
    List<Award> awards = new ArrayList<>();
    for (DrawRecord.Step step : drawn.winners()) {
      Prize prize = ((DrawRecord.Won) step.fate()).prize();
      awards.add(Award.drawn(prize, step, Optional.empty()));
    }
    return new PrizeAwards(awards, drawn.alternates());
  }

  /** Records that a winner was told, and until when an answer is awaited. */
  public Result notified(TicketId ticket, Instant at, Instant answerBy) {
    if (!at.isBefore(answerBy)) {
      return new Refused(this, Code.TIME_RANGE, ticket, stateOf(ticket));
    }
    return step(ticket, State.DRAWN, award -> replaced(award, award.notified(at, answerBy)));
  }

  /** Records that a winner accepts; too late an answer is refused, because the award has lapsed. */
  public Result accepted(TicketId ticket, Instant at) {
    return lapsed(at)
        .step(ticket, State.NOTIFIED, award -> replaced(award, award.settled(State.ACCEPTED, at)));
  }

  /** Records that a winner declines, and calls the next alternate. */
  public Result declined(TicketId ticket, Instant at) {
    return lapsed(at)
        .step(ticket, State.NOTIFIED, award -> passedOn(award, award.settled(State.DECLINED, at)));
  }

  /**
   * The awards after time has done its part: those not answered lapse, and alternates are called.
   */
  public PrizeAwards lapsed(Instant asOf) {
    PrizeAwards now = this;
    for (Award award : awards) {
      if (award.isLate(asOf)) {
        Instant at = award.answerBy().orElseThrow();
        now = now.passedOn(award, award.settled(State.LAPSED, at));
      }
    }
    return now;
  }

  /** One step in the life of one award. */
  private interface Change {
    PrizeAwards of(Award award);
  }

  private Result step(TicketId ticket, State from, Change change) {
    Optional<Award> award = awardOf(ticket);
    if (award.isEmpty()) {
      return new Refused(this, Code.UNKNOWN_REFERENCE, ticket, Optional.empty());
    }
    return award.get().state() == from
        ? new Done(change.of(award.get()))
        : new Refused(this, Code.ILLEGAL_TRANSITION, ticket, stateOf(ticket));
  }

  private PrizeAwards replaced(Award old, Award now) {
    return new PrizeAwards(
        awards.stream().map(award -> award.equals(old) ? now : award).toList(), standby);
  }

  private PrizeAwards passedOn(Award old, Award now) {
    PrizeAwards settled = replaced(old, now);
    if (standby.isEmpty()) {
      return settled;
    }
    List<Award> more = new ArrayList<>(settled.awards);
    more.add(Award.drawn(old.prize(), standby.get(0), Optional.of(old.ticket())));
    return new PrizeAwards(more, standby.subList(1, standby.size()));
  }

  /** The award of a ticket, if it has one. */
  public Optional<Award> awardOf(TicketId ticket) {
    return awards.stream().filter(award -> award.ticket().equals(ticket)).findFirst();
  }

  private Optional<State> stateOf(TicketId ticket) {
    return awardOf(ticket).map(Award::state);
  }
}

package dev.laurel.core.draw;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.util.List;
import java.util.Set;

/**
 * A draw that was held: what it was held among, and every ticket that was looked at, in order.
 *
 * @param draw the draw
 * @param seed the published seed
 * @param ticketsDigest {@link DrawEntries#digest()} of the tickets
 * @param tickets how many tickets there were
 * @param steps the tickets looked at, in the order of their numbers
 */
public record DrawRecord(
    DrawId draw, Seed seed, String ticketsDigest, int tickets, List<Step> steps) {
  /** A record of these parts, as it was found. */
  public DrawRecord {
    requireNonNull(draw, "draw");
    requireNonNull(seed, "seed");
    requireNonNull(ticketsDigest, "ticketsDigest");
    steps = ImmutableList.copyOf(steps);
  }

  /**
   * One ticket that was looked at.
   *
   * @param number its number, see {@link Drawing#number}
   * @param ticket the ticket
   * @param member who entered it
   * @param fate what became of it
   */
  public record Step(String number, TicketId ticket, MemberId member, Fate fate) {
    /** A step of these parts. */
    public Step {
      requireNonNull(number, "number");
      requireNonNull(ticket, "ticket");
      requireNonNull(member, "member");
      requireNonNull(fate, "fate");
    }
  }

  /** What became of a ticket. */
  public sealed interface Fate {}

  /**
   * It won.
   *
   * @param prize what
   */
  public record Won(Prize prize) implements Fate {
    /** A fate of these parts. */
    public Won {
      requireNonNull(prize, "prize");
    }
  }

  /**
   * It stands by.
   *
   * @param place the place among the alternates, from 1
   */
  public record Alternate(int place) implements Fate {}

  /**
   * It was passed over.
   *
   * @param reason why
   */
  public record PassedOver(Reason reason) implements Fate {
    /** A fate of these parts. */
    public PassedOver {
      requireNonNull(reason, "reason");
    }
  }

  /** Why a ticket was passed over. */
  public enum Reason {
    /** Its member may not win. */
    EXCLUDED,
    /** Its member has won, or stands by, with another ticket. */
    ALREADY_PLACED
  }

  /** The tickets that won, the first prize first. */
  public ImmutableList<Step> winners() {
    return steps.stream()
        .filter(step -> step.fate() instanceof Won)
        .collect(ImmutableList.toImmutableList());
  }

  /** The tickets that stand by, in order. */
  public ImmutableList<Step> alternates() {
    return steps.stream()
        .filter(step -> step.fate() instanceof Alternate)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Holds the draw again and compares.
   *
   * @throws InvalidValueException HASH_MISMATCH if the tickets, the seed or a step differ; the path
   *     names what
   */
  public void verify(PrizeDraw rules, DrawEntries entries, Set<MemberId> excluded) {
    DrawRecord again = Drawing.draw(rules, entries, seed, excluded);
    same("ticketsDigest", again.ticketsDigest, ticketsDigest);
    same("tickets", again.tickets, tickets);
    same("steps", again.steps.size(), steps.size());
    for (int i = 0; i < steps.size(); i++) {
      same("steps[" + i + "]", again.steps.get(i), steps.get(i));
    }
  }

  private void same(String path, Object expected, Object found) {
    InvalidValueException.check(
        expected.equals(found),
        FailureCode.HASH_MISMATCH,
        path,
        "record of draw '%s' must repeat: expected %s, found %s",
        draw,
        expected,
        found);
  }
}

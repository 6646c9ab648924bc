package dev.laurel.core.draw;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.Eligibility;
import dev.laurel.core.earning.Miss;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * The tickets of one draw; an immutable value.
 *
 * <p>Equal tickets make equal entries in whatever order they came. Entries of two places merge.
 */
public final class DrawEntries {
  private final DrawId draw;
  private final TreePMap<TicketId, Ticket> tickets;
  private final HashPMap<MemberId, Integer> counts;

  private DrawEntries(
      DrawId draw, TreePMap<TicketId, Ticket> tickets, HashPMap<MemberId, Integer> counts) {
    this.draw = draw;
    this.tickets = tickets;
    this.counts = counts;
  }

  /** The entries of a draw that nobody has entered yet. */
  public static DrawEntries none(DrawId draw) {
    return new DrawEntries(requireNonNull(draw, "draw"), TreePMap.empty(), HashTreePMap.empty());
  }

  /**
   * Enters a ticket, or says why not; the same ticket again changes nothing.
   *
   * @param context what is known of the member, for the draw's condition
   * @throws InvalidValueException REFERENCE_UNKNOWN if the entries are of another draw
   */
  public EntryDecision enter(PrizeDraw rules, Ticket ticket, EarningContext context) {
    checkDraw(rules);
    Ticket before = tickets.get(ticket.id());
    if (before != null) {
      return before.equals(ticket)
          ? new EntryDecision.Accepted(this)
          : refuse(EntryRefusal.Code.IDEMPOTENCY_CONFLICT, ticket, Optional.empty());
    }
    if (!rules.entries().contains(ticket.enteredAt())) {
      return refuse(EntryRefusal.Code.NOT_OPEN, ticket, Optional.empty());
    }
    Optional<Miss> miss =
        Eligibility.miss(rules.eligibility(), ticket.member(), ticket.enteredAt(), context);
    if (miss.isPresent()) {
      return refuse(EntryRefusal.Code.NOT_ELIGIBLE, ticket, miss);
    }
    if (ticketsOf(ticket.member()) >= rules.ticketsPerMember()) {
      return refuse(EntryRefusal.Code.LIMIT_REACHED, ticket, Optional.empty());
    }
    return new EntryDecision.Accepted(with(ticket));
  }

  private EntryDecision refuse(EntryRefusal.Code code, Ticket ticket, Optional<Miss> miss) {
    return new EntryDecision.Refused(this, new EntryRefusal(code, ticket.id(), miss));
  }

  private DrawEntries with(Ticket ticket) {
    return new DrawEntries(
        draw,
        tickets.plus(ticket.id(), ticket),
        counts.plus(ticket.member(), ticketsOf(ticket.member()) + 1));
  }

  /**
   * The tickets of both, such as those of two shops; a ticket that both have counts once.
   *
   * <p>Each side has checked its own; a member who entered at both may have more tickets than the
   * draw allows, which {@link Drawing} sees: it never lets a member win twice.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN for entries of another draw; CONFIG_DUPLICATE
   *     if one ticket name stands for two tickets
   */
  public DrawEntries merge(DrawEntries other) {
    checkDraw(other.draw);
    DrawEntries merged = this;
    for (Ticket ticket : other.tickets.values()) {
      Ticket mine = tickets.get(ticket.id());
      InvalidValueException.check(
          mine == null || mine.equals(ticket),
          FailureCode.CONFIG_DUPLICATE,
          "tickets",
          "a ticket name must stand for one ticket: %s",
          ticket.id());
      merged = mine == null ? merged.with(ticket) : merged;
    }
    return merged;
  }

  private void checkDraw(PrizeDraw rules) {
    checkDraw(rules.id());
  }

  private void checkDraw(DrawId other) {
    InvalidValueException.check(
        draw.equals(other),
        FailureCode.REFERENCE_UNKNOWN,
        "draw",
        "entries must be of one draw: %s, %s",
        draw,
        other);
  }

  /** The draw. */
  public DrawId draw() {
    return draw;
  }

  /** How many tickets a member has entered. */
  public int ticketsOf(MemberId member) {
    return counts.getOrDefault(requireNonNull(member, "member"), 0);
  }

  /** The tickets, by name. */
  public ImmutableList<Ticket> tickets() {
    return ImmutableList.copyOf(tickets.values());
  }

  /**
   * The SHA-256 digest of the list of tickets, to be published before the seed is known.
   *
   * <p>The list has a line {@code ticket TAB member} for each ticket, by name, each ended by a line
   * feed, in UTF-8. Names hold neither tabs nor line feeds.
   */
  public String digest() {
    Hasher hasher = Hashing.sha256().newHasher();
    for (Ticket ticket : tickets.values()) {
      hasher.putString(ticket.id() + "\t" + ticket.member() + "\n", StandardCharsets.UTF_8);
    }
    return hasher.hash().toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DrawEntries that
        && draw.equals(that.draw)
        && tickets.equals(that.tickets);
  }

  @Override
  public int hashCode() {
    return 31 * draw.hashCode() + tickets.hashCode();
  }

  @Override
  public String toString() {
    return "entries of '" + draw + "': " + tickets.size() + " tickets";
  }
}

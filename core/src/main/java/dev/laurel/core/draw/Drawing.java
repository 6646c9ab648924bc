package dev.laurel.core.draw;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The procedure that chooses winners from a published seed.
 *
 * <ol>
 *   <li>Each ticket gets the number {@code SHA-256(draw LF seed LF ticket)} in hexadecimal.
 *   <li>Tickets are looked at in ascending order of their numbers.
 *   <li>A ticket whose member is excluded, or stands further up already, is passed over.
 *   <li>The others get the prizes in the order of the draw's list, one each; those after them
 *       become alternates, until there are enough.
 * </ol>
 *
 * <p>A number can be checked with {@code printf '%s\n%s\n%s' draw seed ticket | sha256sum}. All
 * tickets have the same chance, whoever holds them and whenever they came; two tickets double it.
 */
public final class Drawing {
  private Drawing() {}

  /** The draw among these tickets. */
  public static DrawRecord draw(PrizeDraw rules, DrawEntries entries, Seed seed) {
    return draw(rules, entries, seed, Set.of());
  }

  /**
   * The draw among these tickets without the members who may not win, such as the staff of the
   * organiser.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the entries are of another draw;
   *     HASH_MISMATCH if the draw is committed to another seed
   */
  public static DrawRecord draw(
      PrizeDraw rules, DrawEntries entries, Seed seed, Set<MemberId> excluded) {
    requireNonNull(excluded, "excluded");
    InvalidValueException.check(
        entries.draw().equals(rules.id()),
        FailureCode.REFERENCE_UNKNOWN,
        "draw",
        "draw '%s' must be held among its own tickets: %s",
        rules.id(),
        entries.draw());
    InvalidValueException.check(
        rules.seedCommitment().isEmpty() || rules.seedCommitment().get().equals(seed.commitment()),
        FailureCode.HASH_MISMATCH,
        "seed",
        "draw '%s' must use the seed it is committed to: %s",
        rules.id(),
        rules.seedCommitment());
    ImmutableList<Ticket> tickets = entries.tickets();
    return new DrawRecord(
        rules.id(),
        seed,
        entries.digest(),
        tickets.size(),
        steps(rules, numbered(rules, tickets, seed), excluded));
  }

  private record Numbered(String number, Ticket ticket) {}

  private static List<Numbered> numbered(PrizeDraw rules, List<Ticket> tickets, Seed seed) {
    return tickets.stream()
        .map(ticket -> new Numbered(number(rules.id(), seed, ticket.id()), ticket))
        .sorted(Comparator.comparing(Numbered::number)
            .thenComparing(one -> one.ticket().id()))
        .toList();
  }

  /** The number of a ticket: 64 lower-case hexadecimal digits. */
  public static String number(DrawId draw, Seed seed, TicketId ticket) {
    String text = draw + "\n" + seed.text() + "\n" + ticket;
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  private static ImmutableList<DrawRecord.Step> steps(
      PrizeDraw rules, List<Numbered> numbered, Set<MemberId> excluded) {
    ImmutableList.Builder<DrawRecord.Step> steps = ImmutableList.builder();
    Iterator<Prize> prizes = oneByOne(rules.prizes());
    Set<MemberId> placed = new HashSet<>();
    int alternates = 0;
    for (Numbered next : numbered) {
      if (!prizes.hasNext() && alternates == rules.alternates()) {
        break;
      }
      MemberId member = next.ticket().member();
      DrawRecord.Fate fate;
      if (excluded.contains(member)) {
        fate = new DrawRecord.PassedOver(DrawRecord.Reason.EXCLUDED);
      } else if (!placed.add(member)) {
        fate = new DrawRecord.PassedOver(DrawRecord.Reason.ALREADY_PLACED);
      } else if (prizes.hasNext()) {
        fate = new DrawRecord.Won(prizes.next());
      } else {
        fate = new DrawRecord.Alternate(++alternates);
      }
      steps.add(new DrawRecord.Step(next.number(), next.ticket().id(), member, fate));
    }
    return steps.build();
  }

  private static Iterator<Prize> oneByOne(List<Prize> prizes) {
    return prizes.stream()
        .flatMap(prize -> Collections.nCopies(prize.quantity(), prize).stream())
        .iterator();
  }
}

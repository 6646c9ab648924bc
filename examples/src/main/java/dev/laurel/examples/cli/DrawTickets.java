package dev.laurel.examples.cli;

import dev.laurel.core.draw.DrawEntries;
import dev.laurel.core.draw.EntryDecision;
import dev.laurel.core.draw.PrizeDraw;
import dev.laurel.core.draw.Ticket;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.ProgramCalendar;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The tickets of a draw, taken in one after the other; each is entered, or refused with a line on
 * standard error.
 */
final class DrawTickets {
  private final PrizeDraw draw;
  private final PrintWriter err;
  private final Map<MemberId, TreeMap<Instant, MemberFacts>> known = new HashMap<>();
  private DrawEntries entries;
  private long refused;

  DrawTickets(PrizeDraw draw, PrintWriter err) {
    this.draw = draw;
    this.err = err;
    this.entries = DrawEntries.none(draw.id());
  }

  /** What was entered. */
  DrawEntries entries() {
    return entries;
  }

  /** How many lines were not. */
  long refused() {
    return refused;
  }

  /** Takes in what was learned of members, a line each, before any ticket. */
  void learn(InputStream facts) {
    long bad = read(
        facts,
        "facts, line ",
        Submission.Learned.class,
        line -> known
            .computeIfAbsent(line.value().member(), member -> new TreeMap<>())
            .put(line.value().occurredAt(), line.value().facts()));
    if (bad > 0) {
      err.println(bad + " lines of facts are not known");
      err.flush();
    }
  }

  /** Takes in tickets, a line each. */
  void enter(InputStream tickets) {
    long unread = read(tickets, "line ", Ticket.class, this::enter);
    refused += unread;
    err.flush();
  }

  private void enter(JsonLine.Accepted<Ticket> line) {
    EntryDecision decision = entries.enter(draw, line.value(), context(line.value()));
    entries = decision.entries();
    if (decision instanceof EntryDecision.Refused no) {
      refused++;
      err.println("line " + line.number() + ": " + no.refusal().code());
    }
  }

  /** What was known of the member when the ticket was sold. */
  private EarningContext context(Ticket ticket) {
    Map.Entry<Instant, MemberFacts> latest =
        known.getOrDefault(ticket.member(), new TreeMap<>()).floorEntry(ticket.enteredAt());
    return EarningContext.builder()
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .facts(latest == null ? MemberFacts.none() : latest.getValue())
        .build();
  }

  /** Hands out the lines that can be read; how many cannot. */
  private <T> long read(
      InputStream in, String place, Class<T> type, Consumer<JsonLine.Accepted<T>> to) {
    JsonLines<T> lines = LaurelJson.standard().readLines(in, type);
    while (lines.hasNext()) {
      JsonLine<T> line = lines.next();
      if (line instanceof JsonLine.Accepted<T> good) {
        to.accept(good);
      } else if (line instanceof JsonLine.Rejected<T> bad) {
        err.println(place + bad.number() + ": " + bad.message());
      }
    }
    return lines.rejected();
  }
}

package dev.laurel.journeys.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.journeys.log.JourneyFacts;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes logs as CSV that {@link CsvLogReader} reads back without loss under
 * {@link CsvLayout#STANDARD}, and that a spreadsheet opens without harm.
 *
 * <p>Texts that a spreadsheet would take for a formula have an apostrophe before them. What is
 * known of a journey as a whole stands in its first row.
 */
public final class CsvLogWriter {
  private static final List<String> COLUMNS = List.of(
      "journey",
      "touchpoint",
      "at",
      "channel",
      "status",
      "experience",
      "value",
      "sequence",
      "member",
      CsvCells.OUTCOME,
      CsvCells.OUTCOME_VALUE,
      CsvCells.OUTCOME_SCORE);

  private final JourneyLog log;
  private final List<AttributeColumn> attributes;

  private CsvLogWriter(JourneyLog log) {
    this.log = log;
    this.attributes = attributes(log);
  }

  /** Writes a log; the writer stays open, and has been flushed. */
  public static void write(JourneyLog log, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    new CsvLogWriter(log).write(csv);
    csv.flush();
  }

  private void write(CsvWriter csv) {
    List<String> header = new ArrayList<>(COLUMNS);
    attributes.forEach(column -> header.add(SafeCell.of(column.heading())));
    csv.writeRecord(header);
    for (int journey = 0; journey < log.journeys(); journey++) {
      JourneyFacts facts = log.facts(journey);
      for (TouchEvent event : log.journey(journey).events()) {
        csv.writeRecord(row(event, facts));
        facts = JourneyFacts.NONE;
      }
    }
  }

  private List<String> row(TouchEvent event, JourneyFacts facts) {
    Optional<Outcome> outcome = facts.outcome();
    List<String> row = new ArrayList<>(COLUMNS.size() + attributes.size());
    row.add(SafeCell.of(event.journey().value()));
    row.add(SafeCell.of(event.touchpoint().value()));
    row.add(event.at().toString());
    row.add(event.channel().map(channel -> SafeCell.of(channel.value())).orElse(""));
    row.add(event.status().name());
    row.add(event.experience().map(FactText::text).orElse(""));
    row.add(event.value().map(ExactMoney::toString).orElse(""));
    row.add(event.sequence().isPresent() ? Long.toString(event.sequence().getAsLong()) : "");
    row.add(facts.member().map(member -> SafeCell.of(member.value())).orElse(""));
    row.add(outcome.map(FactText::text).orElse(""));
    row.add(outcome.flatMap(Outcome::value).map(ExactMoney::toString).orElse(""));
    row.add(outcome.flatMap(Outcome::score).map(FactText::text).orElse(""));
    for (AttributeColumn column : attributes) {
      Attributes from = column.isOfJourney() ? facts.attributes() : event.attributes();
      Attributes.Value value = from.values().get(column.key());
      boolean isHere = value != null
          && AttributeColumn.of(column.isOfJourney(), column.key(), value).equals(column);
      row.add(value != null && isHere ? AttributeColumn.cell(value) : "");
    }
    return row;
  }

  private static List<AttributeColumn> attributes(JourneyLog log) {
    Map<String, AttributeColumn> columns = new TreeMap<>();
    for (int journey = 0; journey < log.journeys(); journey++) {
      collect(true, log.facts(journey).attributes(), columns);
      for (TouchEvent event : log.journey(journey).events()) {
        collect(false, event.attributes(), columns);
      }
    }
    return List.copyOf(columns.values());
  }

  private static void collect(
      boolean isOfJourney, Attributes attributes, Map<String, AttributeColumn> columns) {
    attributes.values().forEach((key, value) -> {
      AttributeColumn column = AttributeColumn.of(isOfJourney, key, value);
      columns.putIfAbsent(column.heading(), column);
    });
  }
}

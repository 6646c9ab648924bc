package dev.laurel.journeys.exchange;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.log.TouchEvent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Where in a row the parts of an event stand, and how they are read. */
final class CsvCells {
  /** The columns that only the standard form has. */
  static final String OUTCOME = "outcome";

  static final String OUTCOME_VALUE = "outcome_value";
  static final String OUTCOME_SCORE = "outcome_score";

  private record Place(int index, AttributeColumn column) {}

  private final CsvLayout layout;
  private final int width;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Place> attributes = new ArrayList<>();

  private CsvCells(CsvLayout layout, List<String> header) {
    this.layout = layout;
    this.width = header.size();
    for (int i = 0; i < header.size(); i++) {
      String heading = layout.isStandard() ? SafeCell.text(header.get(i)) : header.get(i);
      if (places.put(heading, i) != null) {
        throw new MalformedInputException(
            FailureCode.CONFIG_DUPLICATE,
            "column " + (i + 1),
            "header must have each column once: " + Excerpt.of(heading));
      }
    }
  }

  static CsvCells of(CsvLayout layout, List<String> header) {
    CsvCells cells = new CsvCells(layout, header);
    cells.require(layout.journey());
    cells.require(layout.touchpoint());
    cells.require(layout.at());
    if (layout.isStandard()) {
      cells.places.forEach((heading, index) -> AttributeColumn.of(heading)
          .ifPresent(column -> cells.attributes.add(new Place(index, column))));
    } else {
      List.of(
              layout.channel(),
              layout.status(),
              layout.experience(),
              layout.value(),
              layout.sequence(),
              layout.member())
          .forEach(column -> column.ifPresent(cells::require));
      layout.eventAttributes().forEach(key -> cells.attribute(false, key));
      layout.journeyAttributes().forEach(key -> cells.attribute(true, key));
    }
    return cells;
  }

  Row row() {
    return new Row();
  }

  private void attribute(boolean isOfJourney, String key) {
    require(key);
    Integer index = places.get(key);
    AttributeColumn column = new AttributeColumn(isOfJourney, AttributeColumn.Type.TEXT, key);
    attributes.add(new Place(index == null ? -1 : index, column));
  }

  private void require(String column) {
    if (!places.containsKey(column)) {
      throw new MalformedInputException(
          FailureCode.REQUIRED,
          "column " + Excerpt.of(column),
          "header must have the columns of the layout: " + Excerpt.of(column));
    }
  }

  private OptionalInt place(String column) {
    Integer index = places.get(column);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  private static Instant local(String text, ZoneId zone) {
    String form = text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + 'T' + text.substring(11)
        : text;
    // A time without an offset is checked as one of UTC, and then read in its zone.
    Instant checked = TimeGate.parseInstant(form + "Z", "at");
    LocalDateTime local = LocalDateTime.ofInstant(checked, java.time.ZoneOffset.UTC);
    return local.atZone(zone).toInstant();
  }

  /** One row while it is read. */
  final class Row {
    private List<String> fields = List.of();
    private Optional<MemberId> member = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Attributes ofJourney = Attributes.none();

    TouchEvent read(List<String> row) {
      if (row.size() != width) {
        throw new MalformedInputException(
            FailureCode.ROW_REJECTED,
            "",
            "row must have as many fields as the header: " + row.size() + ", " + width);
      }
      fields = row;
      member = text(layout.member()).map(MemberId::of);
      outcome = outcome();
      ofJourney = attributes(true);
      TouchEvent.Builder event = TouchEvent.builder();
      return event
          .journey(JourneyId.of(required(layout.journey())))
          .touchpoint(TouchpointId.of(required(layout.touchpoint())))
          .at(at())
          .channel(text(layout.channel()).map(Channel::of))
          .status(status())
          .experience(text(layout.experience()).map(this::experience))
          .value(text(layout.value()).map(this::money))
          .sequence(sequence())
          .attributes(attributes(false))
          .build();
    }

    /** Tells what the row says of its journey. */
    void tell(Intake.Facts facts) {
      facts.member(member);
      facts.outcome(outcome);
      facts.attributes(ofJourney);
    }

    private Instant at() {
      String text = required(layout.at());
      return layout
          .zone()
          .map(zone -> local(text, zone))
          .orElseGet(() -> TimeGate.parseInstant(text, "at"));
    }

    private EventStatus status() {
      String text = text(layout.status()).orElse("");
      return text.equals("FAILED") || layout.failedTexts().contains(text)
          ? EventStatus.FAILED
          : EventStatus.COMPLETED;
    }

    private Experience experience(String text) {
      return layout
          .experienceScale()
          .map(scale -> FactText.experience(text, scale))
          .orElseGet(() -> FactText.experience(text));
    }

    private ExactMoney money(String text) {
      return layout
          .currency()
          .map(currency -> ExactMoney.of(currency, FactText.number(text)))
          .orElseGet(() -> ExactMoney.parse(text));
    }

    private OptionalLong sequence() {
      return text(layout.sequence())
          .map(text -> OptionalLong.of(FactText.integer("sequence", text)))
          .orElse(OptionalLong.empty());
    }

    private Optional<Outcome> outcome() {
      if (!layout.isStandard()) {
        return Optional.empty();
      }
      return FactText.outcome(cell(OUTCOME))
          .map(known -> known
              .value(present(cell(OUTCOME_VALUE)).map(ExactMoney::parse))
              .score(present(cell(OUTCOME_SCORE)).map(FactText::experience))
              .build());
    }

    private Attributes attributes(boolean isOfJourney) {
      Map<String, Attributes.Value> values = new TreeMap<>();
      for (Place place : attributes) {
        String cell = fields.get(place.index());
        if (place.column().isOfJourney() == isOfJourney && !cell.isEmpty()) {
          values.put(place.column().key(), place.column().value(cell, layout.isStandard()));
        }
      }
      return values.isEmpty() ? Attributes.none() : Attributes.of(values);
    }

    private String required(String column) {
      String text = unguarded(cell(column));
      if (text.isEmpty()) {
        throw new MalformedInputException(
            FailureCode.REQUIRED, column, "row must have a " + Excerpt.of(column));
      }
      return text;
    }

    private Optional<String> text(Optional<String> column) {
      return column.map(this::cell).flatMap(this::present).map(this::unguarded);
    }

    private Optional<String> present(String cell) {
      return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private String cell(String column) {
      OptionalInt index = place(column);
      return index.isPresent() ? fields.get(index.getAsInt()) : "";
    }

    private String unguarded(String cell) {
      return layout.isStandard() ? SafeCell.text(cell) : cell;
    }
  }
}

package dev.laurel.journeys.log;

import dev.laurel.core.activity.Attributes;
import dev.laurel.journeys.identity.JourneyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Journeys cut into shorter ones by a rule. */
final class Sessions {
  private final JourneyLog log;
  private final SessionRule rule;
  private final long gap;
  private final boolean[] isEnd;

  private Sessions(JourneyLog log, SessionRule rule) {
    this.log = log;
    this.rule = rule;
    this.gap = rule.gap().toNanos() / 1_000;
    this.isEnd = new boolean[log.touchpoints().size()];
    for (int code = 0; code < isEnd.length; code++) {
      isEnd[code] = rule.endAfter().contains(log.touchpoints().get(code));
    }
  }

  static JourneyLog of(JourneyLog log, SessionRule rule) {
    Sessions sessions = new Sessions(log, rule);
    Regrouping cut = new Regrouping(log);
    for (int journey = 0; journey < log.journeys(); journey++) {
      sessions.cut(journey, cut);
    }
    return cut.log();
  }

  private void cut(int journey, Regrouping cut) {
    JourneyFacts facts = log.facts(journey).openEnded();
    List<Integer> begins = begins(journey);
    for (int i = 0; i < begins.size(); i++) {
      int until = i + 1 < begins.size() ? begins.get(i + 1) : log.end(journey);
      JourneyId id = JourneyId.of(log.id(journey).value() + "/" + (i + 1));
      cut.add(id, facts, begins.get(i), until);
    }
  }

  private List<Integer> begins(int journey) {
    List<Integer> begins = new ArrayList<>();
    begins.add(log.begin(journey));
    Optional<String> carried = attribute(log.begin(journey));
    for (int event = log.begin(journey) + 1; event < log.end(journey); event++) {
      Optional<String> own = attribute(event);
      boolean isChange = own.isPresent() && carried.isPresent() && !own.equals(carried);
      carried = own.isPresent() ? own : carried;
      if (isChange
          || log.microsAt(event) - log.microsAt(event - 1) >= gap
          || isEnd[log.codeAt(event - 1)]
          || isNextDay(event)) {
        begins.add(event);
      }
    }
    return begins;
  }

  private Optional<String> attribute(int event) {
    @Nullable Attributes attributes = log.columns().attributesAt(event);
    return attributes == null ? Optional.empty() : rule.changeOf().flatMap(attributes::text);
  }

  private boolean isNextDay(int event) {
    return rule.midnight()
        .map(zone -> !day(event, zone).equals(day(event - 1, zone)))
        .orElse(false);
  }

  private LocalDate day(int event, ZoneId zone) {
    return LocalDate.ofInstant(Instant.EPOCH.plus(log.microsAt(event), ChronoUnit.MICROS), zone);
  }
}

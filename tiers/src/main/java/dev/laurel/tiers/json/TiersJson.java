package dev.laurel.tiers.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.json.JsonTypes;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.ledger.ExpirySchedule;
import dev.laurel.core.points.Points;
import dev.laurel.tiers.challenge.Challenge;
import dev.laurel.tiers.challenge.Milestones;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipState;
import dev.laurel.tiers.membership.MembershipStatement;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.migration.MigrationTerms;
import dev.laurel.tiers.simulation.Habit;
import dev.laurel.tiers.simulation.Population;
import dev.laurel.tiers.status.QualifyingEvent;
import dev.laurel.tiers.status.StatusFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;

/**
 * The door between loyalty programs with ladders and JSON documents, which takes those of core as
 * well.
 *
 * <p>The documents are those of {@link LaurelJson}, with its rules and its limits: a ladder, its
 * versions, a whole program, what is decided about a migration, what is told about a membership,
 * one member's life, a statement, goals beside the ladder, and a population to simulate. Lives are
 * lines, one member on each.
 *
 * <pre>
 *   {"schemaVersion":1,"code":"elite","base":{"code":"member","name":"Member"},
 *    "rungs":[{"tier":{"code":"gold","name":"Gold"},"factor":"6/5",
 *              "enter":{"type":"reach","metric":{"type":"times","kind":"flight"},"threshold":20}}]}
 * </pre>
 *
 * <p>The state of a membership is not written: it is what {@code Memberships} makes of the life.
 */
public final class TiersJson {
  // A new event, fact, metric or term is a case of its family and needs no line here.
  private static final JsonTypes TYPES = JsonTypes.builder("tiers")
      .fields(
          TierLadder.class,
          "code base baseFactor rungs period effect validity review counting rollovers refunds"
              + " lateCredits validityByRule validityByKind grace successors")
      .fields(Rung.class, "tier enter stay reenter forLife factor")
      .fields(QualifyingEvent.class, "activity kind occurredAt partner credits spent times")
      .fields(LoyaltyProgram.class, "points ladders earningLadder crossing rewards services")
      .fields(MigrationTerms.class, "from endings mappings grandfatherings exchanges")
      .fields(Challenge.class, "code provisional length outcomes")
      .fields(Population.class, "firstDay joiners habits seasons")
      .fields(Habit.class, "name weight visits spend spread leaving redeems category counts")
      .form(ExpirySchedule.class, Schedule.class, Schedule::of, Schedule::toSchedule)
      .document(TierLadder.class)
      .document(LadderVersions.class)
      .document(LoyaltyProgram.class)
      .document(MembershipEvent.class)
      .document(StatusFact.class)
      .document(MembershipState.class)
      .document(MembershipStatement.class)
      .document(WhatIf.Life.class)
      .document(MigrationTerms.class)
      .document(Challenge.class)
      .document(Milestones.class)
      .document(Population.class)
      .build();

  private static final LaurelJson STANDARD = LaurelJson.standard().with(TYPES);

  private TiersJson() {}

  /** The door with the standard gate for money. */
  public static LaurelJson standard() {
    return STANDARD;
  }

  /** The documents of this module, for a door that takes those of others too. */
  public static JsonTypes types() {
    return TYPES;
  }

  /**
   * The JSON Schema, draft 2020-12, of every document of this module; what it shares with core is
   * in {@link LaurelJson#schema()}.
   */
  public static String schema() {
    return TYPES.published(TiersJson.class);
  }

  /** When points will be gone, as a list. */
  record Schedule(ImmutableList<Ending> dates, Points never) {
    /** The points of these dates, and the others. */
    public Schedule {}

    static Schedule of(ExpirySchedule schedule) {
      ImmutableList.Builder<Ending> dates = ImmutableList.builder();
      schedule
          .dates()
          .forEach((date, points) -> dates.add(new Ending(date.instant(), date.lastDay(), points)));
      return new Schedule(dates.build(), schedule.never());
    }

    ExpirySchedule toSchedule() {
      TreeMap<ExpirySchedule.Date, Points> byDate = new TreeMap<>();
      for (Ending each : dates) {
        ExpirySchedule.Date date = new ExpirySchedule.Date(each.instant(), each.lastDay());
        InvalidValueException.check(
            byDate.put(date, each.points()) == null,
            FailureCode.CONFIG_DUPLICATE,
            "dates",
            "schedule must have each date once: %s",
            each.instant());
      }
      return new ExpirySchedule(ImmutableSortedMap.copyOfSorted(byDate), never);
    }
  }

  /** Some points and their end. */
  record Ending(Instant instant, LocalDate lastDay, Points points) {
    /** These points, of which this day is the last. */
    public Ending {}
  }
}

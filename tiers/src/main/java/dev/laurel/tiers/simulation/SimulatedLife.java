package dev.laurel.tiers.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.membership.Commons;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipOutcome;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.simulation.Growth.Flow;
import dev.laurel.tiers.simulation.Growth.Place;
import dev.laurel.tiers.simulation.Growth.Year;
import dev.laurel.tiers.status.Standing;
import dev.laurel.tiers.status.StatusRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One member from joining to the end of the last year, lived once. */
final class SimulatedLife {
  private static final double SECONDS_OF_YEAR = 365.25 * 24 * 60 * 60;
  private static final double BEYOND = 1_000;
  private static final Sku VISIT = Sku.of("visit");

  private final Population population;
  private final ProgramCalendar calendar;
  private final Memberships memberships;
  private final Chance chance;
  private final Habit habit;
  private final int firstYear;
  private final Instant left;
  private final double busiest;
  private final double usual;
  private final Consumer<MembershipEvent> told;

  private Commons commons;
  private Membership membership;
  private Instant candidate;
  private long visits;
  private long rejected;
  private long spentMinor;
  private final Map<PointType, AccountTotals> before = new HashMap<>();

  SimulatedLife(Simulation simulation, long member, Consumer<MembershipEvent> told) {
    this.told = told;
    this.population = simulation.population();
    this.calendar = simulation.program().calendar();
    this.memberships = Memberships.of(simulation.program());
    this.commons = memberships.commons();
    this.chance = new Chance(simulation.seed(), member);
    this.habit = chance.oneOf(population.habits());
    this.firstYear = population.yearOf(member);
    this.busiest = population.months().stream().mapToInt(weight -> weight).max().orElseThrow();
    this.usual =
        population.months().stream().mapToInt(weight -> weight).average().orElseThrow();
    Instant start = startOf(firstYear);
    long seconds = Duration.between(start, startOf(firstYear + 1)).toSeconds();
    Instant joined = start.plusSeconds(chance.below(seconds));
    this.membership = memberships.enrol(MemberId.of("s-" + member), joined);
    this.left = after(joined, chance.wait(-StrictMath.log(1 - habit.leaving())));
    this.candidate = next(joined);
  }

  MemberId id() {
    return membership.id();
  }

  Instant enrolledAt() {
    return membership.enrolledAt();
  }

  /** The member's share in each year. */
  ImmutableList<Year> years() {
    ImmutableList.Builder<Year> years = ImmutableList.builder();
    for (int year = 0; year < population.joiners().size(); year++) {
      years.add(year < firstYear ? absent(year) : lived(year));
    }
    return years.build();
  }

  private Year absent(int year) {
    return Year.none(population.startOfYear(year), habit.spend().currency());
  }

  private Year lived(int year) {
    Instant end = startOf(year + 1);
    visits = 0;
    rejected = 0;
    spentMinor = 0;
    while (candidate.isBefore(end) && candidate.isBefore(left)) {
      if (chance.holds(season(candidate) / busiest)) {
        visit(candidate);
      }
      candidate = next(candidate);
    }
    // The last instant of the year, so that a review on its first day belongs to the next.
    Instant last = end.minusNanos(1);
    return new Year(
        population.startOfYear(year),
        1,
        left.isBefore(end) ? 0 : 1,
        visits,
        ExactMoney.ofMinor(habit.spend().currency(), spentMinor),
        pyramid(last),
        flows(last),
        rejected);
  }

  private void visit(Instant at) {
    String name = membership.id() + "/" + at.getEpochSecond();
    long minor =
        Math.max(1, Math.round(chance.logNormal((double) habit.spend().minor(), habit.spread())));
    visits++;
    spentMinor = Math.addExact(spentMinor, minor);
    submit(Submission.of(Purchase.builder()
        .id(ActivityId.of(name))
        .member(membership.id())
        .occurredAt(at)
        .addLine(Line.builder()
            .sku(VISIT)
            .category(habit.category())
            .unitPrice(ExactMoney.ofMinor(habit.spend().currency(), minor))
            .build())
        .build()));
    habit
        .counts()
        .forEach((kind, count) -> submit(Submission.of(Engagement.builder()
            .id(ActivityId.of(name + "/" + kind))
            .member(membership.id())
            .kind(kind)
            .occurredAt(at)
            .quantity(count)
            .build())));
    habit.redeems().ifPresent(points -> redeem(name + "/redeem", at, points));
  }

  private void redeem(String name, Instant at, Points points) {
    long balance = membership.member().accounts().containsKey(points.type())
        ? membership.member().account(points.type()).balance(at).units()
        : 0;
    if (balance >= points.units()) {
      CommandStamp stamp = CommandStamp.of(CommandId.of(name), membership.id(), at);
      submit(Submission.of(points.type(), new LedgerCommand.Redeem(stamp, points, "visit")));
    }
  }

  private void submit(Submission submission) {
    MembershipEvent event = MembershipEvent.of(submission);
    told.accept(event);
    MembershipOutcome outcome = memberships.submit(membership, event, commons);
    rejected += outcome.rejection().isPresent() ? 1 : 0;
    membership = outcome.membership();
    commons = outcome.commons();
  }

  private ImmutableSortedMap<Place, Long> pyramid(Instant at) {
    ImmutableSortedMap.Builder<Place, Long> places = ImmutableSortedMap.naturalOrder();
    for (StatusRecord record : membership.records().values()) {
      Standing standing = record.standing(at);
      places.put(
          new Place(record.versions().code(), standing.level(), standing.tier().code()), 1L);
    }
    return places.build();
  }

  private ImmutableSortedMap<PointType, Flow> flows(Instant at) {
    TreeMap<PointType, Flow> flows = new TreeMap<>(Comparator.comparing(PointType::code));
    membership.member().accounts().forEach((type, account) -> {
      AccountTotals totals = account.totals(at);
      AccountTotals then = before.getOrDefault(type, AccountTotals.none(type));
      before.put(type, totals);
      flows.put(
          type,
          new Flow(
              totals.accrued() - totals.reversed() - then.accrued() + then.reversed(),
              totals.redeemed() - then.redeemed(),
              totals.expired() - then.expired(),
              totals.available() + totals.pending() + totals.held() - totals.debt()));
    });
    return ImmutableSortedMap.copyOfSorted(flows);
  }

  private Instant startOf(int year) {
    return calendar.startOf(population.startOfYear(year));
  }

  private int season(Instant at) {
    return population.months().get(calendar.dateOf(at).getMonthValue() - 1);
  }

  /**
   * The next instant at which a visit would be in the busiest month; others take a share of them.
   * At least a second later, so that visits have names of their own.
   */
  private Instant next(Instant from) {
    return after(from, chance.wait(habit.visits() * busiest / usual)).plusSeconds(1);
  }

  /** So many years later, or beyond all years. */
  private static Instant after(Instant from, double years) {
    return from.plusSeconds((long) (Math.min(years, BEYOND) * SECONDS_OF_YEAR));
  }
}

package dev.laurel.examples.tiers;

import static java.time.ZoneOffset.UTC;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.program.Program;
import dev.laurel.core.reward.Availability;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Claims;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.core.reward.RewardDecision;
import dev.laurel.core.reward.Rewards;
import dev.laurel.core.reward.Stock;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusInterval;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

/**
 * A retailer's paid membership: a status that lasts as long as it is paid for, and seven days more;
 * a pause keeps what is paid and not used. It opens a free delivery at any time and two deliveries
 * on the same day in each calendar month.
 */
public final class Prime {
  static final String LADDER = "prime";
  static final Tier SHOPPER = Tier.of("shopper", "Shopper");
  static final Tier PRIME = Tier.of("prime", "Prime");

  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(UTC);
  private static final Segment PAYING = Segment.of("prime");

  private final StringBuilder text = new StringBuilder();
  private final Rewards rewards = Rewards.of(catalog());
  private final Life dan = new Life(program(), "dan", "2026-01-10");
  private Claims claims = Claims.none(dan.membership().id());

  private Prime() {}

  /** The program as one value; nobody earns the tier, it is paid for. */
  static LoyaltyProgram program() {
    Program points = Program.builder()
        .id(ProgramId.of("prime"))
        .calendar(CALENDAR)
        .rules(RuleBook.of())
        .build();
    return LoyaltyProgram.of(
        points,
        TierLadder.builder()
            .code(LADDER)
            .base(SHOPPER)
            .addRung(Rung.of(PRIME, Qualification.byInvitation()))
            .grace(Period.ofDays(7))
            .build());
  }

  /** What the membership opens. */
  static RewardCatalog catalog() {
    return RewardCatalog.of(
        benefit(
            "next-day",
            "Next-day delivery",
            Availability.standing(),
            "Delivered the next day at no charge"),
        benefit(
            "same-day",
            "Same-day delivery",
            Availability.perPeriod(2, Window.calendar(CalendarPeriod.MONTH)),
            "Delivered within hours at no charge"));
  }

  private static Benefit benefit(String id, String name, Availability often, String words) {
    Benefit.Builder benefit = Benefit.builder().id(BenefitId.of(id)).name(name);
    benefit.reward(new Reward.Privilege(words)).availability(often);
    return benefit.eligibility(Condition.segment(PAYING)).build();
  }

  /** Prints a member's months. */
  public static void main(String[] args) {
    System.out.print(story());
  }

  /** A member who renews, forgets to, pays late, pauses, and leaves. */
  public static String story() {
    return new Prime().told();
  }

  /** The life of Dan. */
  static Life dan() {
    Prime prime = new Prime();
    String unused = prime.told();
    return prime.dan;
  }

  private String told() {
    pays("first", "2026-01-10", "2026-02-10");
    day("2026-01-20");
    delivered("d-1", "2026-01-20");
    delivered("d-2", "2026-01-21");
    delivered("d-3", "2026-01-22");
    pays("second", "2026-02-10", "2026-03-10");
    delivered("d-4", "2026-02-10");
    text.append("March is not paid; seven days of grace follow\n");
    day("2026-03-16");
    day("2026-03-17");
    delivered("d-5", "2026-03-17");
    pays("third", "2026-03-20", "2026-04-20");
    pauses("2026-04-05", true);
    day("2026-04-10");
    pauses("2026-05-05", false);
    day("2026-05-19");
    day("2026-05-26");
    day("2026-05-27");
    return text.toString();
  }

  private void pays(String name, String from, String until) {
    text.append(from).append(" pays until ").append(until).append('\n');
    Span paid = CALENDAR.spanOf(LocalDate.parse(from), LocalDate.parse(until).minusDays(1));
    dan.learns(LADDER, new StatusFact.Paid(dan.stamp(name, from), PRIME, paid));
  }

  private void pauses(String on, boolean isPaused) {
    text.append(on).append(isPaused ? " pauses\n" : " goes on\n");
    dan.learns(LADDER, new StatusFact.Paused(dan.stamp("pause-" + on, on), isPaused));
  }

  /** The tier of a day, where it comes from, and what it opens. */
  private void day(String on) {
    text.append(on).append(": ").append(dan.tier(LADDER, on).name());
    dan.membership()
        .record(LADDER)
        .standing(Life.noon(on))
        .decisive()
        .map(Prime::words)
        .ifPresent(text::append);
    text.append('\n');
    for (Rewards.Standing line :
        rewards.overview(claims, Stock.untouched(), Life.noon(on), context(on))) {
      text.append("  ").append(line.benefit().name()).append(": ");
      text.append(line.refusal().map(no -> "no, " + no.code()).orElse("yes")).append('\n');
    }
  }

  private static String words(StatusInterval by) {
    String source = by.source().name().toLowerCase(Locale.ROOT);
    LocalDate last = CALENDAR.dateOf(by.span().until().minusNanos(1_000));
    return ", " + source + " through " + last + ", grace included";
  }

  private void delivered(String claim, String on) {
    RewardCommand command = RewardCommand.take(
        CommandId.of(claim), claims.member(), BenefitId.of("same-day"), Life.noon(on));
    RewardDecision decision = rewards.decide(claims, Stock.untouched(), command, context(on));
    claims = decision.claims();
    text.append(on).append(" same-day delivery: ");
    text.append(
        decision instanceof RewardDecision.Refused no
            ? "refused, " + no.refusal().code()
            : "granted");
    text.append('\n');
  }

  /** What the benefits look at: whether the tier of the day is the paid one. */
  private EarningContext context(String on) {
    MemberFacts.Builder facts = MemberFacts.builder();
    if (dan.tier(LADDER, on).equals(PRIME)) {
      facts.addSegment(PAYING);
    }
    return EarningContext.builder().calendar(CALENDAR).facts(facts.build()).build();
  }
}

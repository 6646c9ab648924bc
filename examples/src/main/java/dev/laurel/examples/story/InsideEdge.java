package dev.laurel.examples.story;

import dev.laurel.core.draw.DrawEntries;
import dev.laurel.core.draw.DrawId;
import dev.laurel.core.draw.DrawRecord;
import dev.laurel.core.draw.Drawing;
import dev.laurel.core.draw.EntryDecision;
import dev.laurel.core.draw.Prize;
import dev.laurel.core.draw.PrizeAwards;
import dev.laurel.core.draw.PrizeDraw;
import dev.laurel.core.draw.Seed;
import dev.laurel.core.draw.Ticket;
import dev.laurel.core.draw.TicketId;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.program.Submission;
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
import dev.laurel.core.time.ProgramCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program without points, in the manner of BMW UK's Inside Edge: everything is open to drivers of
 * company cars from enrolment on, each thing once, and winners of draws can be checked.
 */
public final class InsideEdge {
  /** The numbers of a lottery after entries closed, which had been promised as the seed. */
  public static final String SEED = "lotto 2026-06-03 04 11 17 29 38 45";

  private static final Segment DRIVERS = Segment.of("company-car-drivers");
  private static final Condition IS_DRIVER = Condition.segment(DRIVERS);
  private static final ProgramCalendar LONDON = ProgramCalendar.of(ZoneId.of("Europe/London"));
  private static final Instant MAY = Instant.parse("2026-05-04T09:00:00Z");

  private final StringBuilder text = new StringBuilder();
  private final Rewards rewards = Rewards.of(catalog());
  private Claims olivia = Claims.none(MemberId.of("olivia"));
  private Stock stock = Stock.untouched();

  private InsideEdge() {}

  /** The story, line by line. */
  public static String tell() {
    InsideEdge story = new InsideEdge();
    story.claims();
    story.draw();
    return story.text.toString();
  }

  /** The catalogue: two gifts, three partner offers. */
  public static RewardCatalog catalog() {
    return RewardCatalog.of(
        gift("driving-cap", "Driving cap"),
        gift("travel-mug", "Travel mug"),
        offer("gym", "Gym", new Reward.Discount(Ratio.of(1, 2), partner("gym"))),
        offer("music", "Music", new Reward.FreePeriod(Period.ofMonths(3), partner("music"))),
        offer("hotel", "Hotel", new Reward.Discount(Ratio.of(3, 20), partner("hotel"))));
  }

  private static Optional<Partner> partner(String name) {
    return Optional.of(Partner.of(name));
  }

  private static Benefit gift(String id, String name) {
    return offer(id, name, new Reward.Gift(Sku.of(id)));
  }

  private static Benefit offer(String id, String name, Reward reward) {
    Benefit.Builder benefit = Benefit.builder().id(BenefitId.of(id)).name(name);
    benefit.reward(reward).availability(Availability.once());
    return benefit.eligibility(IS_DRIVER).build();
  }

  private void claims() {
    text.append("Olivia drives a company car and looks at what there is.\n");
    overview(driver());
    text.append("She claims.\n");
    claim("c-1", "driving-cap", driver());
    claim("c-2", "driving-cap", driver());
    claim("c-3", "gym", driver());
    text.append("She leaves the company and tries once more.\n");
    claim("c-4", "music", facts(MemberFacts.none()));
  }

  private void overview(EarningContext context) {
    for (Rewards.Standing line : rewards.overview(olivia, stock, MAY, context)) {
      text.append("  ").append(line.benefit().name()).append(": ");
      text.append(line.benefit().reward().text()).append(line.isOpen() ? "" : " (closed)");
      text.append('\n');
    }
  }

  private void claim(String id, String benefit, EarningContext context) {
    RewardCommand command =
        RewardCommand.take(CommandId.of(id), olivia.member(), BenefitId.of(benefit), MAY);
    RewardDecision decision = rewards.decide(olivia, stock, command, context);
    olivia = decision.claims();
    stock = decision.stock();
    text.append("  ").append(id).append(' ').append(benefit).append(": ");
    text.append(decision instanceof RewardDecision.Refused refused ? refused.refusal() : "granted");
    text.append('\n');
  }

  /** The draw of May: a race weekend and two helmets, one alternate. */
  public static PrizeDraw may() {
    PrizeDraw.Builder draw = PrizeDraw.builder().id(DrawId.of("may-2026")).name("Race weekend");
    draw.entries(LONDON.spanOf(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)))
        .addPrize(new Prize("weekend", "Race weekend", 1))
        .addPrize(new Prize("helmet", "Signed helmet", 2));
    return draw.alternates(1).eligibility(IS_DRIVER).build();
  }

  /** The tickets that were asked for in May, one of them by a stranger. */
  public static List<Ticket> tickets() {
    return Stream.of("olivia", "noah", "amelia", "leo", "isla", "oscar", "stranger")
        .map(name -> new Ticket(TicketId.of("t-" + name), MemberId.of(name), MAY))
        .toList();
  }

  /** What is known of those who asked: all but the stranger drive a company car. */
  public static List<Submission> known() {
    MemberFacts driver = MemberFacts.builder().addSegment(DRIVERS).build();
    return tickets().stream()
        .map(Ticket::member)
        .filter(member -> !member.value().equals("stranger"))
        .map(member -> Submission.of(
            CommandStamp.of(
                CommandId.of("drives-" + member), member, MAY.minus(Duration.ofDays(30))),
            driver))
        .toList();
  }

  private void draw() {
    PrizeDraw rules = may();
    DrawEntries entries = DrawEntries.none(rules.id());
    for (Ticket ticket : tickets()) {
      String name = ticket.member().value();
      EarningContext context = name.equals("stranger") ? facts(MemberFacts.none()) : driver();
      EntryDecision decision = entries.enter(rules, ticket, context);
      if (decision instanceof EntryDecision.Refused refused) {
        text.append("Ticket of ").append(name).append(" refused: ");
        text.append(refused.refusal().code()).append('\n');
      }
      entries = decision.entries();
    }
    text.append("Entries are closed; list of tickets: ")
        .append(entries.digest())
        .append('\n');
    Seed seed = Seed.of(SEED);
    DrawRecord drawn = Drawing.draw(rules, entries, seed);
    drawn.verify(rules, entries, Set.of());
    text.append("Drawn with the seed '").append(seed.text()).append("':\n");
    for (DrawRecord.Step step : drawn.steps()) {
      text.append("  ").append(step.number(), 0, 12).append("... ").append(step.member());
      text.append(": ").append(fate(step.fate())).append('\n');
    }
    awards(drawn);
  }

  private static String fate(DrawRecord.Fate fate) {
    if (fate instanceof DrawRecord.Won won) {
      return "wins " + won.prize();
    }
    return fate instanceof DrawRecord.Alternate alternate
        ? "stands by as number " + alternate.place()
        : "passed over";
  }

  private void awards(DrawRecord drawn) {
    Instant told = Instant.parse("2026-06-04T09:00:00Z");
    Instant deadline = Instant.parse("2026-06-18T23:00:00Z");
    TicketId first = drawn.winners().get(0).ticket();
    PrizeAwards awards = PrizeAwards.of(drawn).notified(first, told, deadline).awards();
    awards = awards.lapsed(deadline);
    for (PrizeAwards.Award award : awards.awards()) {
      text.append("  ").append(award.prize()).append(": ").append(award.member());
      text.append(' ').append(award.state());
      award.inPlaceOf().ifPresent(before -> text.append(" in place of ").append(before));
      text.append('\n');
    }
  }

  private static EarningContext driver() {
    return facts(MemberFacts.builder().addSegment(DRIVERS).build());
  }

  private static EarningContext facts(MemberFacts facts) {
    return EarningContext.builder().calendar(LONDON).facts(facts).build();
  }
}

package dev.laurel.examples.story;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.entitlement.Entitlement;
import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.EntitlementDecision;
import dev.laurel.core.entitlement.EntitlementId;
import dev.laurel.core.entitlement.Entitlements;
import dev.laurel.core.entitlement.Service;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.offer.Criterion;
import dev.laurel.core.offer.Offer;
import dev.laurel.core.offer.OfferChoice;
import dev.laurel.core.offer.OfferChooser;
import dev.laurel.core.offer.OfferHistory;
import dev.laurel.core.offer.OfferId;
import dev.laurel.core.offer.OfferPolicy;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.time.ProgramCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Connected services in the manner of Mercedes me: bound to a person and a vehicle, tried, paid,
 * extended, and ended or moved when the vehicle is sold; and a vehicle that asks for its service.
 */
public final class MercedesMe {
  private static final ProgramCalendar BERLIN = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
  private static final MemberId JONAS = MemberId.of("jonas");
  private static final MemberId LENA = MemberId.of("lena");
  private static final Subject CAR = Subject.of("car-205");
  private static final Service REMOTE = Service.of("remote-start");
  private static final Service EMERGENCY = Service.of("emergency-call");

  private final StringBuilder text = new StringBuilder();
  private Entitlements entitlements = Entitlements.none(BERLIN, terms());

  private MercedesMe() {}

  /** The story, line by line. */
  public static String tell() {
    MercedesMe story = new MercedesMe();
    story.services();
    story.serviceDue();
    return story.text.toString();
  }

  /** One service of the person and the vehicle, one of the vehicle alone. */
  public static List<ServiceTerms> terms() {
    ServiceTerms.Builder remote = ServiceTerms.builder().service(REMOTE).name("Remote start");
    remote.isBoundToThing(true).trial(Period.ofMonths(1)).term(Period.ofYears(3));
    remote.extension(Period.ofYears(1)).extensionFee(ExactMoney.parse("EUR 79.00"));
    ServiceTerms.Builder emergency =
        ServiceTerms.builder().service(EMERGENCY).name("Emergency call");
    emergency.isBoundToThing(true).term(Period.ofYears(15));
    emergency.onHandOver(ServiceTerms.OnHandOver.MOVE);
    return List.of(remote.build(), emergency.build());
  }

  private void services() {
    EntitlementId one = EntitlementId.of("e-1");
    Optional<Subject> car = Optional.of(CAR);
    say(
        "Jonas takes delivery",
        new EntitlementCommand.Activate(
            EntitlementId.of("e-0"), EMERGENCY, JONAS, car, at("2026-03-01")));
    say(
        "and tries remote start",
        new EntitlementCommand.StartTrial(one, REMOTE, JONAS, car, at("2026-03-01")));
    say("He likes it", new EntitlementCommand.Activate(one, REMOTE, JONAS, car, at("2026-03-20")));
    say("and extends it", new EntitlementCommand.Extend(one, 1, at("2029-02-01")));
    say("The command is sent twice", new EntitlementCommand.Extend(one, 1, at("2029-02-01")));
    say(
        "A second trial",
        new EntitlementCommand.StartTrial(
            EntitlementId.of("e-2"), REMOTE, JONAS, car, at("2029-02-02")));
    say(
        "He sells the car to Lena",
        new EntitlementCommand.HandOver(CAR, Optional.of(LENA), at("2029-06-01")));
    say("and cannot extend any more", new EntitlementCommand.Extend(one, 2, at("2029-06-02")));
    for (MemberId member : List.of(JONAS, LENA)) {
      text.append("May ").append(member).append(" use it? remote start ");
      text.append(entitlements.mayUse(member, REMOTE, car, at("2029-07-01")));
      text.append(", emergency call ");
      text.append(entitlements.mayUse(member, EMERGENCY, car, at("2029-07-01"))).append('\n');
    }
  }

  private void say(String what, EntitlementCommand command) {
    EntitlementDecision decision = entitlements.decide(command);
    entitlements = decision.entitlements();
    text.append(what).append(": ");
    if (decision instanceof EntitlementDecision.Refused refused) {
      text.append(refused.refusal()).append('\n');
      return;
    }
    EntitlementDecision.Accepted accepted = (EntitlementDecision.Accepted) decision;
    List<String> news = new ArrayList<>();
    accepted.changed().forEach(changed -> news.add(state(changed, command.at())));
    accepted.fee().ifPresent(fee -> news.add("fee " + fee));
    text.append(news.isEmpty() ? "nothing new" : String.join("; ", news)).append('\n');
  }

  private static String state(Entitlement changed, Instant at) {
    String state = changed.service() + " of " + changed.holder() + " " + changed.stateAt(at);
    return changed
        .term()
        .or(changed::trial)
        .filter(span -> changed.end().isEmpty())
        .map(span -> state + " through " + BERLIN.dateOf(span.until().minusSeconds(1)))
        .orElse(state);
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T09:00:00Z");
  }

  private void serviceDue() {
    text.append("Lena's car reports 59,400 km and a service due in 600 km. What is offered?\n");
    OfferPolicy policy =
        OfferPolicy.builder().most(1).restAfterShown(Period.ofDays(14)).build();
    OfferChooser chooser = OfferChooser.of(policy, offers());
    EarningContext context = lena();
    OfferChoice choice = chooser.choose(LENA, OfferHistory.nothing(), at("2029-09-01"), context);
    text.append(choice.text());
    OfferId shown = choice.chosen().get(0).offer().id();
    OfferHistory history =
        OfferHistory.nothing().with(new OfferHistory.Shown(shown, at("2029-09-01"), false));
    text.append("And a week later?\n");
    text.append(chooser.choose(LENA, history, at("2029-09-08"), context).text());
  }

  /** An inspection for whose vehicle asks for one, tyres for long-distance drivers, a wash. */
  public static List<Offer> offers() {
    Condition isDue = Condition.not(Condition.attributeAtLeast(
        Condition.Owner.MEMBER, "km-to-service", BigDecimal.valueOf(1_001)));
    Condition reports = Condition.attribute(Condition.Owner.MEMBER, "consent", "yes");
    return List.of(
        offer(
                "inspection",
                new Reward.Discount(Ratio.of(1, 5), Optional.of(Partner.of("workshop"))))
            .eligibility(reports)
            .basePoints(10)
            .addCriterion(new Criterion("service-due", isDue, 50))
            .build(),
        offer("winter-tyres", new Reward.PartnerCode(Partner.of("tyres")))
            .basePoints(20)
            .addCriterion(
                new Criterion("drives-far", Condition.segment(Segment.of("long-distance")), 25))
            .build(),
        offer("car-wash", new Reward.Privilege("Car wash")).basePoints(5).build());
  }

  private static Offer.Builder offer(String id, Reward reward) {
    return Offer.builder().id(OfferId.of(id)).name(id).reward(reward);
  }

  private static EarningContext lena() {
    Attributes vehicle = Attributes.none()
        .with("mileage", BigDecimal.valueOf(59_400))
        .with("km-to-service", BigDecimal.valueOf(600))
        .with("consent", "yes");
    MemberFacts.Builder facts = MemberFacts.builder().attributes(vehicle);
    facts.addSegment(Segment.of("long-distance"));
    return EarningContext.builder().calendar(BERLIN).facts(facts.build()).build();
  }
}

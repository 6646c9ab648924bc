package dev.laurel.examples.tiers;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.EntitlementDecision;
import dev.laurel.core.entitlement.EntitlementId;
import dev.laurel.core.entitlement.Entitlements;
import dev.laurel.core.entitlement.Service;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.Decision;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.ledger.PointsPool;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.ledger.TransferDecision;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One family with many devices: what its members earn anywhere goes to a shared pool, storage is
 * bound to the person and so works on every device, and the care plan of a phone is bound to that
 * phone and goes with it.
 */
public final class Apple {
  static final PointType CREDIT = PointType.redeemable("credit", "Credit");
  static final MemberId FAMILY = MemberId.of("family");
  static final MemberId MIA = MemberId.of("mia");
  static final MemberId TOM = MemberId.of("tom");

  private static final ProgramCalendar CALENDAR = ProgramCalendar.of(UTC);
  private static final Service STORAGE = Service.of("storage");
  private static final Service CARE = Service.of("care");
  private static final List<Subject> DEVICES =
      List.of(Subject.of("phone"), Subject.of("tablet"), Subject.of("watch"));

  private final StringBuilder text = new StringBuilder();
  private final Ledger ledger = Ledger.of(
      LedgerPolicy.builder().calendar(CALENDAR).remainder(Remainder.writeOff()).build());
  private final TreeMap<MemberId, PointsAccount> accounts = new TreeMap<>();
  private PointsPool pool = new PointsPool(FAMILY, new TreeMap<>(Map.of(MIA, 100, TOM, 50)));
  private Entitlements entitlements = Entitlements.none(CALENDAR, terms());

  private Apple() {
    for (MemberId owner : List.of(FAMILY, MIA, TOM)) {
      accounts.put(owner, PointsAccount.open(owner, CREDIT));
    }
  }

  /** Storage for a person by the month, care for a thing for two years. */
  static List<ServiceTerms> terms() {
    ServiceTerms.Builder storage = ServiceTerms.builder().service(STORAGE).name("Storage");
    storage.term(Period.ofMonths(1)).extension(Period.ofMonths(1));
    ServiceTerms.Builder care = ServiceTerms.builder().service(CARE).name("Care");
    care.isBoundToThing(true).term(Period.ofYears(2));
    care.onHandOver(ServiceTerms.OnHandOver.MOVE);
    return List.of(storage.build(), care.build());
  }

  /** Prints a family's spring. */
  public static void main(String[] args) {
    System.out.print(story());
  }

  /** A family that saves together, spends together and passes a phone on. */
  public static String story() {
    Apple family = new Apple();
    family.saves();
    family.uses();
    return family.text.toString();
  }

  private void saves() {
    text.append("Mia gives all that she earns to the family, Tom one half\n");
    earns("r-1", "2026-03-01", MIA, "phone", 120);
    earns("r-2", "2026-03-02", TOM, "watch", 101);
    earns("r-3", "2026-03-03", MIA, "web", 30);
    balances("2026-03-04");
    spends("s-1", "2026-03-05", 250);
    spends("s-2", "2026-03-05", 101);
    text.append("Tom leaves with one half of what is there\n");
    PointsPool.Departure departure = pool.leave(
        ledger,
        account(FAMILY),
        account(TOM),
        Map.of(MIA, 1L, TOM, 1L),
        CommandId.of("leave"),
        Life.noon("2026-03-06"));
    pool = departure.pool();
    departure.transfer().flatMap(TransferDecision::done).ifPresent(done -> {
      accounts.put(FAMILY, done.giver().account());
      accounts.put(TOM, done.receiver().account());
    });
    earns("r-4", "2026-03-07", TOM, "watch", 10);
    balances("2026-03-08");
  }

  private PointsAccount account(MemberId owner) {
    return requireNonNull(accounts.get(owner), "account");
  }

  private void earns(String name, String day, MemberId by, String on, long units) {
    LedgerCommand.Accrue earned = new LedgerCommand.Accrue(
        CommandStamp.of(CommandId.of(name), by, Life.noon(day)),
        ActivityId.of(name),
        ActivityKind.PURCHASE,
        List.of(LotGrant.of(
            LotId.of(name + "/lot"), CREDIT.points(units), RuleId.of("base"), LotExpiry.never())));
    PointsPool.Contribution split = pool.contribution(earned);
    accounts.put(by, ledger.decide(account(by), split.own()).account());
    split
        .pooled()
        .ifPresent(
            part -> accounts.put(FAMILY, ledger.decide(account(FAMILY), part).account()));
    text.append("  ")
        .append(by)
        .append(" earns ")
        .append(units)
        .append(" on the ")
        .append(on);
    text.append('\n');
  }

  private void spends(String name, String day, long units) {
    CommandStamp stamp = CommandStamp.of(CommandId.of(name), FAMILY, Life.noon(day));
    Decision decision = ledger.decide(
        account(FAMILY), new LedgerCommand.Redeem(stamp, CREDIT.points(units), "an app"));
    if (decision.refusal().isEmpty()) {
      accounts.put(FAMILY, decision.account());
    }
    text.append("  the family spends ").append(units).append(": ");
    text.append(decision.refusal().map(no -> "refused, " + no.code()).orElse("done"));
    text.append('\n');
  }

  private void balances(String day) {
    accounts.forEach((owner, account) -> text.append("  ")
        .append(owner)
        .append(" has ")
        .append(account.available(Life.noon(day)).units())
        .append('\n'));
  }

  private void uses() {
    Optional<Subject> phone = Optional.of(DEVICES.get(0));
    asks(new EntitlementCommand.Activate(
        EntitlementId.of("e-1"), STORAGE, MIA, Optional.empty(), Life.noon("2026-04-01")));
    asks(new EntitlementCommand.Activate(
        EntitlementId.of("e-2"), CARE, MIA, phone, Life.noon("2026-04-01")));
    // The tablet buys it again: one person has it once, whatever the device.
    asks(new EntitlementCommand.Activate(
        EntitlementId.of("e-3"), STORAGE, MIA, Optional.empty(), Life.noon("2026-04-02")));
    devices(MIA, "2026-04-10");
    text.append("Mia gives her phone to Tom\n");
    asks(
        new EntitlementCommand.HandOver(DEVICES.get(0), Optional.of(TOM), Life.noon("2026-04-20")));
    devices(MIA, "2026-04-21");
    devices(TOM, "2026-04-21");
    text.append("and does not extend her storage\n");
    devices(MIA, "2026-05-02");
  }

  private void asks(EntitlementCommand command) {
    EntitlementDecision decision = entitlements.decide(command);
    entitlements = decision.entitlements();
    if (decision instanceof EntitlementDecision.Refused no) {
      text.append("  refused, ").append(no.refusal().code()).append('\n');
      return;
    }
    ((EntitlementDecision.Accepted) decision)
        .changed()
        .forEach(one -> text.append("  ")
            .append(one.service())
            .append(" of ")
            .append(one.holder())
            .append(' ')
            .append(one.stateAt(command.at()))
            .append('\n'));
  }

  /** What a person may use on which device; storage asks for the person alone. */
  private void devices(MemberId person, String day) {
    for (Subject device : DEVICES) {
      text.append("  ")
          .append(day)
          .append(' ')
          .append(person)
          .append(" on the ")
          .append(device);
      text.append(": storage ");
      text.append(yes(entitlements.mayUse(person, STORAGE, Optional.empty(), Life.noon(day))));
      text.append(", care ");
      text.append(yes(entitlements.mayUse(person, CARE, Optional.of(device), Life.noon(day))));
      text.append('\n');
    }
  }

  private static String yes(boolean mayUse) {
    return mayUse ? "yes" : "no";
  }
}

package dev.laurel.tiers.membership;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Remainder;
import dev.laurel.core.activity.Return;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.Grant;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Booking;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Submission;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.status.QualifyingEvent;
import dev.laurel.tiers.status.StatusFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a submission that was carried out has to show towards tiers. */
final class Qualifying {
  private Qualifying() {}

  /** The facts that follow from an effect on a member's points. */
  static List<StatusFact> facts(Member after, Effect effect) {
    Submission submission = effect.submission();
    List<StatusFact> facts = new ArrayList<>();
    if (submission instanceof Submission.Did did && did.activity() instanceof Return back) {
      facts.add(new StatusFact.Corrected(stamp(submission), back.purchase(), left(after, back)));
    } else if (submission instanceof Submission.Did did) {
      facts.add(new StatusFact.Happened(
          stamp(submission), event(did.activity(), effect.accrual().orElseThrow())));
    } else if (submission instanceof Submission.Ordered ordered) {
      if (ordered.command() instanceof LedgerCommand.Accrue accrue) {
        facts.add(new StatusFact.Happened(stamp(submission), event(accrue)));
      } else if (ordered.command() instanceof LedgerCommand.ReverseAccrual reverse
          && reverse.entitled().isZero()) {
        facts.add(new StatusFact.Corrected(stamp(submission), reverse.source(), Optional.empty()));
      }
    }
    return facts;
  }

  /** What an activity has to show, by what it earned its own member. */
  static QualifyingEvent event(Activity activity, Accrual accrual) {
    QualifyingEvent.Builder event = QualifyingEvent.builder();
    event
        .activity(activity.id())
        .kind(activity.kind())
        .occurredAt(activity.occurredAt())
        .partner(activity.partner());
    for (Grant grant : accrual.grants()) {
      if (grant.member().equals(activity.member())) {
        event.addCredit(new QualifyingEvent.Credit(grant.rule(), grant.points()));
      }
    }
    if (activity instanceof Purchase purchase) {
      event.spent(purchase.total().minus(purchase.paidBy(Tender.Kind.POINTS)));
    } else if (activity instanceof Engagement engagement) {
      event.times(engagement.quantity());
    }
    return event.build();
  }

  private static QualifyingEvent event(LedgerCommand.Accrue accrue) {
    QualifyingEvent.Builder event = QualifyingEvent.builder();
    event.activity(accrue.source()).kind(accrue.kind()).occurredAt(accrue.occurredAt());
    for (LotGrant grant : accrue.grants()) {
      event.addCredit(new QualifyingEvent.Credit(grant.rule(), grant.points()));
    }
    return event.build();
  }

  /** What a purchase has to show after a return. */
  private static Optional<QualifyingEvent> left(Member after, Return back) {
    Optional<Booking> booking = after.booking(back.purchase());
    if (booking.isEmpty() || booking.get().current().isEmpty()) {
      return Optional.empty();
    }
    Remainder remainder = Remainder.of(booking.get().purchase(), booking.get().returned());
    return remainder instanceof Remainder.Left some
        ? booking.get().current().map(accrual -> event(some.purchase(), accrual))
        : Optional.empty();
  }

  /** What the balances that a ladder looks at have become, expiry by expiry until an instant. */
  static List<StatusFact> balances(
      LadderVersions ladder, Member before, Member after, CommandId by, Instant at) {
    List<StatusFact> facts = new ArrayList<>();
    for (PointType type : balanceTypes(ladder, after)) {
      before.account(type).expiring(clock(before, type)).dates().keySet().stream()
          .filter(date -> date.instant().isBefore(at))
          .forEach(date -> facts.add(balance(
              CommandId.of("expiry/" + type + "/" + date.instant()),
              before.id(),
              date.instant(),
              before.account(type).balance(date.instant()))));
      Instant now = at.isBefore(clock(after, type)) ? clock(after, type) : at;
      facts.add(balance(
          CommandId.of(by + "/balance-" + type),
          after.id(),
          at,
          after.account(type).balance(now)));
    }
    return facts;
  }

  private static Instant clock(Member member, PointType type) {
    return member.account(type).clock();
  }

  private static StatusFact balance(CommandId id, MemberId member, Instant at, Balance balance) {
    return new StatusFact.Balanced(
        CommandStamp.of(id, member, at), balance.type(), balance.units());
  }

  private static List<PointType> balanceTypes(LadderVersions ladder, Member member) {
    return member.accounts().keySet().stream()
        .filter(ladder.balances()::contains)
        .collect(ImmutableList.toImmutableList());
  }

  private static CommandStamp stamp(Submission submission) {
    return CommandStamp.of(
        submission.id(), submission.member(), submission.occurredAt(), submission.recordedAt());
  }
}

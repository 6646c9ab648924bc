package dev.laurel.core.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.Grant;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.Activation;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.time.ExpiryPolicy;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;

/** How an accrual becomes lots: one for each rule that granted, on the terms of its points. */
final class Crediting {
  private Crediting() {}

  /** Opens the lots of the draft's member, and leaves those of other members as follow-ups. */
  static void credit(Draft draft, Program program, Accrual accrual) {
    Activity activity = accrual.activity();
    for (PointTerms terms : program.pointTerms()) {
      ImmutableListMultimap<MemberId, LotGrant> grants = grants(program, terms, accrual);
      ImmutableList<LotGrant> own = grants.get(activity.member());
      if (!own.isEmpty() || isKeptAlive(draft, terms, activity)) {
        CommandStamp stamp = stamp(draft.submission().id(), activity.member(), draft);
        draft.carryOut(program, terms.type(), accrue(stamp, activity, own));
      }
      for (MemberId other : grants.keySet()) {
        if (!other.equals(activity.member())) {
          CommandStamp stamp = stamp(forOther(draft.submission().id(), other), other, draft);
          draft.followUp(Submission.of(terms.type(), accrue(stamp, activity, grants.get(other))));
        }
      }
    }
  }

  /** The name of what a submission brings to another member. */
  static CommandId forOther(CommandId submission, MemberId other) {
    return CommandId.of(submission + "/" + other);
  }

  static CommandStamp stamp(CommandId id, MemberId member, Draft draft) {
    return CommandStamp.of(
        id, member, draft.submission().occurredAt(), draft.submission().recordedAt());
  }

  /** Whether the activity alone moves the date until which the account lives. */
  private static boolean isKeptAlive(Draft draft, PointTerms terms, Activity activity) {
    return terms.expiry().isCountedBy(activity.kind())
        && draft.member().account(terms.type()).version() > 0;
  }

  private static LedgerCommand accrue(
      CommandStamp stamp, Activity activity, ImmutableList<LotGrant> grants) {
    return new LedgerCommand.Accrue(stamp, activity.id(), activity.kind(), grants);
  }

  private static ImmutableListMultimap<MemberId, LotGrant> grants(
      Program program, PointTerms terms, Accrual accrual) {
    Activity activity = accrual.activity();
    ImmutableListMultimap.Builder<MemberId, LotGrant> grants = ImmutableListMultimap.builder();
    for (Grant grant : accrual.grants()) {
      if (grant.points().type().equals(terms.type())) {
        LotId lot = LotId.of(activity.id() + "/" + grant.rule());
        grants.put(
            grant.member(),
            new LotGrant(
                lot,
                grant.points(),
                grant.rule(),
                activation(program.calendar(), terms, grant, activity.occurredAt()),
                expiry(program.calendar(), terms, grant, activity.occurredAt())));
      }
    }
    return grants.build();
  }

  private static Activation activation(
      ProgramCalendar calendar, PointTerms terms, Grant grant, Instant earnedAt) {
    dev.laurel.core.earning.Activation rule = grant.activation().orElse(terms.activation());
    if (rule instanceof dev.laurel.core.earning.Activation.After after) {
      return Activation.at(calendar.startOf(calendar.dateOf(earnedAt).plus(after.period())));
    }
    if (rule instanceof dev.laurel.core.earning.Activation.OnEvent event) {
      return Activation.onEvent(event.key());
    }
    return Activation.immediate();
  }

  private static LotExpiry expiry(
      ProgramCalendar calendar, PointTerms terms, Grant grant, Instant earnedAt) {
    ExpiryPolicy policy = grant
        .expiry()
        .map(own -> new ExpiryPolicy(own, terms.expiry().grandfatheredUntil()))
        .orElse(terms.expiry());
    return LotExpiry.from(policy, earnedAt, calendar);
  }
}

package dev.laurel.core.program;

import com.google.common.collect.ImmutableList;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an accrual becomes lots: one for each rule that granted, on the terms of its points. */
final class Crediting {
  private Crediting() {}

  /** Opens the lots of the draft's member, and leaves those of other members as follow-ups. */
  static void credit(Draft draft, Program program, Accrual accrual) {
    Activity activity = accrual.activity();
    ImmutableList<Grant> grants = accrual.grants();
    for (PointTerms terms : program.pointTerms()) {
      List<LotGrant> own = new ArrayList<>();
      Map<MemberId, List<LotGrant>> others = new LinkedHashMap<>();
      for (Grant grant : grants) {
        if (grant.points().type().equals(terms.type())) {
          boolean isOwn = grant.member().equals(activity.member());
          (isOwn ? own : others.computeIfAbsent(grant.member(), other -> new ArrayList<>()))
              .add(lot(program.calendar(), terms, grant, activity));
        }
      }
      if (!own.isEmpty() || isKeptAlive(draft, terms, activity)) {
        CommandStamp stamp = stamp(draft.submission().id(), activity.member(), draft);
        draft.carryOut(program, terms.type(), accrue(stamp, activity, own));
      }
      others.forEach((other, lots) -> {
        CommandStamp stamp = stamp(forOther(draft.submission().id(), other), other, draft);
        draft.followUp(Submission.of(terms.type(), accrue(stamp, activity, lots)));
      });
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
      CommandStamp stamp, Activity activity, List<LotGrant> grants) {
    return new LedgerCommand.Accrue(stamp, activity.id(), activity.kind(), grants);
  }

  private static LotGrant lot(
      ProgramCalendar calendar, PointTerms terms, Grant grant, Activity activity) {
    return new LotGrant(
        LotId.of(activity.id() + "/" + grant.rule()),
        grant.points(),
        grant.rule(),
        activation(calendar, terms, grant, activity.occurredAt()),
        expiry(calendar, terms, grant, activity.occurredAt()));
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

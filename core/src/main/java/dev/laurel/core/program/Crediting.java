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
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ExpiryPolicy;
import dev.laurel.core.time.ProgramCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an accrual becomes lots of one type of points: one for each rule that granted, on the terms
 * of the points.
 */
final class Crediting {
  private final Draft draft;
  private final Program program;
  private final PointTerms terms;
  private final Activity activity;
  private final List<LotGrant> own = new ArrayList<>(1);

  // Mostly nobody.
  private Map<MemberId, List<LotGrant>> others = Map.of();

  // What the terms say, worked out once for all rules that say nothing else.
  private @Nullable Activation usualActivation;
  private @Nullable LotExpiry usualExpiry;

  private Crediting(Draft draft, Program program, PointTerms terms, Activity activity) {
    this.draft = draft;
    this.program = program;
    this.terms = terms;
    this.activity = activity;
  }

  /** Opens the lots of the draft's member, and leaves those of other members as follow-ups. */
  static void credit(Draft draft, Program program, Accrual accrual) {
    ImmutableList<Grant> grants = accrual.grants();
    for (PointTerms terms : program.pointTerms()) {
      new Crediting(draft, program, terms, accrual.activity()).credit(grants);
    }
  }

  private void credit(List<Grant> grants) {
    for (Grant grant : grants) {
      if (grant.points().type().equals(terms.type())) {
        lotsOf(grant.member()).add(lot(grant));
      }
    }
    if (!own.isEmpty() || isKeptAlive()) {
      CommandStamp stamp = stamp(draft.id(), activity.member(), draft);
      draft.carryOut(program, terms.type(), accrue(stamp, own));
    }
    others.forEach((other, lots) -> {
      CommandStamp stamp = stamp(forOther(draft.id(), other), other, draft);
      draft.followUp(Submission.of(terms.type(), accrue(stamp, lots)));
    });
  }

  private List<LotGrant> lotsOf(MemberId member) {
    if (member.equals(activity.member())) {
      return own;
    }
    if (others.isEmpty()) {
      others = new LinkedHashMap<>();
    }
    return others.computeIfAbsent(member, other -> new ArrayList<>());
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
  private boolean isKeptAlive() {
    return terms.expiry().isCountedBy(activity.kind())
        && draft.member().account(terms.type()).version() > 0;
  }

  private LedgerCommand accrue(CommandStamp stamp, List<LotGrant> grants) {
    return new LedgerCommand.Accrue(stamp, activity.id(), activity.kind(), grants);
  }

  private LotGrant lot(Grant grant) {
    return new LotGrant(
        LotId.of(activity.id() + "/" + grant.rule()),
        grant.points(),
        grant.rule(),
        grant.activation().map(this::activation).orElseGet(this::usualActivation),
        grant.expiry().map(this::expiry).orElseGet(this::usualExpiry));
  }

  private Activation usualActivation() {
    if (usualActivation == null) {
      usualActivation = activation(terms.activation());
    }
    return usualActivation;
  }

  private Activation activation(dev.laurel.core.earning.Activation rule) {
    if (rule instanceof dev.laurel.core.earning.Activation.After after) {
      ProgramCalendar calendar = program.calendar();
      LocalDate day = calendar.dateOf(activity.occurredAt());
      return Activation.at(calendar.startOf(day.plus(after.period())));
    }
    if (rule instanceof dev.laurel.core.earning.Activation.OnEvent event) {
      return Activation.onEvent(event.key());
    }
    return Activation.immediate();
  }

  private LotExpiry usualExpiry() {
    if (usualExpiry == null) {
      usualExpiry = LotExpiry.from(terms.expiry(), activity.occurredAt(), program.calendar());
    }
    return usualExpiry;
  }

  private LotExpiry expiry(Expiry own) {
    ExpiryPolicy policy = new ExpiryPolicy(own, terms.expiry().grandfatheredUntil());
    return LotExpiry.from(policy, activity.occurredAt(), program.calendar());
  }
}

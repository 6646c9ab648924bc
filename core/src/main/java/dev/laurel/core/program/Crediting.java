package dev.laurel.core.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.Grant;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotGrant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an accrual becomes lots of one type of points: one for each rule that granted, on the terms
 * of the points.
 */
final class Crediting {
  private final Draft draft;
  private final LotTerms lotTerms;
  private final PointTerms terms;
  private final Activity activity;
  private final LocalDate day;
  private final List<LotGrant> own = new ArrayList<>(1);

  // Mostly nobody.
  private Map<MemberId, List<LotGrant>> others = ImmutableMap.of();

  private Crediting(Draft draft, LotTerms lotTerms, Accrual accrual) {
    this.draft = draft;
    this.lotTerms = lotTerms;
    this.terms = lotTerms.terms();
    this.activity = accrual.activity();
    this.day = accrual.day();
  }

  /** Opens the lots of the draft's member, and leaves those of other members as follow-ups. */
  static void credit(Draft draft, Program program, Accrual accrual) {
    ImmutableList<Grant> grants = accrual.grants();
    for (LotTerms lotTerms : program.lotTerms().values()) {
      new Crediting(draft, lotTerms, accrual).credit(grants);
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
      draft.carryOut(lotTerms.ledger(), terms.type(), accrue(stamp, own));
    }
    for (Map.Entry<MemberId, List<LotGrant>> other : others.entrySet()) {
      CommandId id = forOther(draft.id(), other.getKey());
      CommandStamp stamp = stamp(id, other.getKey(), draft);
      draft.followUp(Submission.of(terms.type(), accrue(stamp, other.getValue())));
    }
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
    LotTerms.OfDay usual = lotTerms.on(day, activity.occurredAt());
    return new LotGrant(
        LotId.of(activity.id() + "/" + grant.rule()),
        grant.points(),
        grant.rule(),
        grant.activation().map(own -> lotTerms.activation(own, day)).orElse(usual.activation()),
        grant
            .expiry()
            .map(own -> lotTerms.expiry(own, activity.occurredAt()))
            .orElse(usual.expiry()));
  }
}

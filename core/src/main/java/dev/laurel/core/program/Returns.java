package dev.laurel.core.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Remainder;
import dev.laurel.core.activity.Return;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.AccrualStep;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.Evaluation;
import dev.laurel.core.exact.LargestRemainder;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.AccountMemory;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Rejection.ByProgram.Reason;
import java.util.Optional;

/**
 * How a purchase is taken back: the points that paid for it return, and what it earned is earned
 * anew by what is left of it.
 */
final class Returns {
  private Returns() {}

  static void takeBack(Draft draft, ProgramVersions versions, Return back) {
    Optional<Booking> found = draft.member().booking(back.purchase());
    if (found.isEmpty()) {
      rejectUnbooked(draft, back);
      return;
    }
    Booking booking = found.get();
    if (back.part() instanceof Return.Amount amount
        && !amount.money().currency().equals(booking.purchase().currency())) {
      draft.reject(
          Reason.MIXED_CURRENCY,
          "must be in " + booking.purchase().currency() + ": " + amount.money());
      return;
    }
    Remainder remainder =
        Remainder.of(booking.purchase(), Booking.plus(booking.returned(), back.part()));
    if (remainder instanceof Remainder.Exceeded exceeded) {
      rejectExceeding(draft, booking, exceeded);
      return;
    }
    Optional<Purchase> left =
        remainder instanceof Remainder.Left some ? Optional.of(some.purchase()) : Optional.empty();
    Optional<Accrual> now = reevaluate(draft, booking, left);
    if (left.isPresent() == now.isPresent()) {
      Program program = versions.at(booking.purchase().occurredAt());
      apply(draft, program, back, booking, left, now);
    }
  }

  private static void rejectUnbooked(Draft draft, Return back) {
    boolean isKnown = draft.member().effect(back.purchase()).isPresent();
    draft.reject(
        isKnown ? Reason.NOT_REFUNDABLE : Reason.UNKNOWN_REFERENCE,
        "must name a purchase that can be returned: " + back.purchase());
  }

  private static void rejectExceeding(Draft draft, Booking booking, Remainder.Exceeded exceeded) {
    if (booking.current().isEmpty()) {
      draft.reject(Reason.ALREADY_REVERSED, "must return something that is left of the purchase");
    } else {
      draft.reject(
          Reason.REFUND_EXCEEDS_ORIGINAL,
          "must return at most what is left: "
              + exceeded.what()
              + ", requested "
              + exceeded.requested()
              + ", available "
              + exceeded.available());
    }
  }

  private static Optional<Accrual> reevaluate(
      Draft draft, Booking booking, Optional<Purchase> left) {
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Evaluation evaluation =
        Earning.evaluate(booking.original().book(), left.get(), booking.context());
    if (evaluation instanceof Evaluation.Rejected failed) {
      draft.reject(new Rejection.ByRule(failed.rule(), failed.code(), failed.sentence()));
      return Optional.empty();
    }
    return Optional.of(evaluation.orThrow());
  }

  private static void apply(
      Draft draft,
      Program program,
      Return back,
      Booking booking,
      Optional<Purchase> left,
      Optional<Accrual> now) {
    Member member = draft.member();
    Accrual before = booking.current().orElseThrow();
    if (now.isPresent()) {
      draft.explain(now.get());
      draft.become(member.with(member.history().afterReversal(before, now.get())));
      draft.share(draft.shared().afterReversal(before, now.get()));
    } else {
      draft.become(member.with(member.history().without(before)));
      draft.share(draft.shared().without(before));
    }
    draft.become(draft.member().with(booking.after(back.part(), now)));
    // What paid for the purchase comes back first, so that it can cover what is taken back.
    returnPayments(draft, program, booking.purchase(), left);
    takeBackPoints(draft, program, before, now);
    keepAlive(draft, program);
  }

  private static void returnPayments(
      Draft draft, Program program, Purchase purchase, Optional<Purchase> left) {
    if (left.isPresent() && program.paidWithPoints() == PaidWithPoints.ON_FULL_REFUND_ONLY) {
      return;
    }
    ImmutableList<LedgerCommand.Redeem> paid =
        draft.member().payments(purchase.id()).redemptions();
    for (int i = 0; i < paid.size(); i++) {
      LedgerCommand.Redeem redemption = paid.get(i);
      PointType type = redemption.points().type();
      Points still =
          left.map(rest -> share(redemption.points(), purchase, rest)).orElse(type.zero());
      Points backBefore = draft
          .member()
          .account(type)
          .memory()
          .redemption(redemption.id())
          .map(AccountMemory.Redemption::reversed)
          .orElse(type.zero());
      Points due = redemption.points().minus(still).minusAtMost(backBefore);
      if (!due.isZero()) {
        CommandId id = CommandId.of(draft.id() + "/paid-" + i);
        draft.carryOut(
            program.ledger(type),
            type,
            new LedgerCommand.ReverseRedemption(
                Crediting.stamp(id, draft.member().id(), draft),
                redemption.id(),
                Optional.of(due)));
      }
    }
  }

  /** The share of the points that pays for what is left, by largest remainder. */
  private static Points share(Points points, Purchase whole, Purchase left) {
    long all = whole.paidBy(Tender.Kind.POINTS).minor();
    long rest = left.paidBy(Tender.Kind.POINTS).minor();
    if (all == 0) {
      all = whole.total().minor();
      rest = left.total().minor();
    }
    return all == 0
        ? points
        : points.type().points(LargestRemainder.allocate(points.units(), rest, all - rest)[0]);
  }

  private static void takeBackPoints(
      Draft draft, Program program, Accrual before, Optional<Accrual> now) {
    for (PointTerms terms : program.pointTerms()) {
      for (MemberId earner : earners(before, terms.type())) {
        Points earned = before.total(earner, terms.type());
        Points entitled = now.map(left -> left.total(earner, terms.type()))
            .orElse(terms.type().zero());
        if (earned.compareTo(entitled) <= 0) {
          continue;
        }
        // A purchase of somebody who has since gone up in this member is this member's.
        boolean isOwn = earner.equals(draft.member().id())
            || earner.equals(before.activity().member());
        if (isOwn && isSettled(draft, terms.type(), before)) {
          continue;
        }
        CommandId name = draft.id();
        LedgerCommand reverse = new LedgerCommand.ReverseAccrual(
            isOwn
                ? Crediting.stamp(name, draft.member().id(), draft)
                : Crediting.stamp(Crediting.forOther(name, earner), earner, draft),
            before.activity().id(),
            entitled);
        if (isOwn) {
          draft.carryOut(program.ledger(terms.type()), terms.type(), reverse);
        } else {
          draft.followUp(Submission.of(terms.type(), reverse));
        }
      }
    }
  }

  /** Whether all that the activity opened has been taken back, so that more would be refused. */
  private static boolean isSettled(Draft draft, PointType type, Accrual before) {
    return draft
        .member()
        .account(type)
        .memory()
        .accrual(before.activity().id())
        .map(accrual -> accrual.granted().equals(accrual.settled()))
        .orElse(true);
  }

  private static ImmutableSet<MemberId> earners(Accrual accrual, PointType type) {
    return accrual.steps().stream()
        .filter(step -> step.points().equals(type) && step.granted() != 0)
        .map(AccrualStep::member)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static void keepAlive(Draft draft, Program program) {
    for (PointTerms terms : program.pointTerms()) {
      if (terms.expiry().isCountedBy(ActivityKind.RETURN)
          && draft.member().account(terms.type()).version() > 0) {
        draft.carryOut(
            program.ledger(terms.type()),
            terms.type(),
            new LedgerCommand.RecordActivity(
                Crediting.stamp(draft.id(), draft.member().id(), draft), ActivityKind.RETURN));
      }
    }
  }
}

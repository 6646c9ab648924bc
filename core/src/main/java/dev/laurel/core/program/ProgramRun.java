package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run of a program over the submissions of many members, in the order in which they come.
 *
 * <p>The run is an accumulator for one thread. It keeps one {@link Member} each and what members
 * share, routes what a submission brings to another member, and lets no source key count for two.
 * Memory is bounded by the number of members and by what happened within the return window: every
 * 30 days of business time a member forgets what lies before it.
 */
public final class ProgramRun {
  private static final long PROGRESS_EVERY = 10_000;
  private static final Duration FORGET_EVERY = Duration.ofDays(30);

  private final Loyalty loyalty;
  private final RunListener listener;
  private final Map<MemberId, Slot> slots = new HashMap<>();
  private final Owners<ActivityId> buyers =
      new Owners<>((member, purchase) -> member(member).purchases().containsKey(purchase));
  private final Owners<SourceKey> sources =
      new Owners<>((member, key) -> member(member).sources().containsKey(key));
  private final TreeMap<String, Long> rejections = new TreeMap<>();
  private final ArrayDeque<Submission> queue = new ArrayDeque<>();
  private Shared shared;
  private long submitted;
  private long done;
  private long duplicates;

  /** A member and when it forgets next. */
  private static final class Slot {
    private Member member;
    private Instant forgetAt;

    Slot(Member member, Instant since) {
      this.member = member;
      this.forgetAt = since.plus(FORGET_EVERY);
    }
  }

  private ProgramRun(Loyalty loyalty, Shared shared, RunListener listener) {
    this.loyalty = loyalty;
    this.shared = shared;
    this.listener = listener;
  }

  /** A run over members of whom nothing is known yet. */
  public static ProgramRun of(Loyalty loyalty) {
    return of(loyalty, Shared.nothing(), RunListener.silent());
  }

  /** A run that goes on from what members share, with somebody who listens. */
  public static ProgramRun of(Loyalty loyalty, Shared shared, RunListener listener) {
    return new ProgramRun(
        requireNonNull(loyalty, "loyalty"),
        requireNonNull(shared, "shared"),
        requireNonNull(listener, "listener"));
  }

  /**
   * Takes in a member from an earlier run.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if the run has the member already
   */
  public void enrol(Member member) {
    InvalidValueException.check(
        slots.putIfAbsent(member.id(), new Slot(member, member.clock())) == null,
        FailureCode.CONFIG_DUPLICATE,
        "member",
        "a run must take in each member once: %s",
        member.id());
    member.purchases().keySet().forEach(purchase -> buyers.note(purchase, member.id()));
    member.sources().keySet().forEach(key -> sources.note(key, member.id()));
  }

  /** Decides a submission, and whatever it brings to other members. */
  @CanIgnoreReturnValue
  public Outcome submit(Submission submission) {
    submitted++;
    Outcome outcome = decide(submission);
    while (!queue.isEmpty()) {
      decide(queue.poll());
    }
    if (submitted % PROGRESS_EVERY == 0) {
      listener.onProgress(submitted);
    }
    return outcome;
  }

  private Outcome decide(Submission submission) {
    Slot slot = slotOf(submission);
    Rejection used = usedByAnother(submission);
    Outcome outcome = used == null
        ? loyalty.submit(slot.member, submission, shared)
        : new Outcome.Rejected(slot.member, shared, used);
    if (outcome instanceof Outcome.Done happened) {
      slot.member = happened.member();
      shared = happened.shared();
      queue.addAll(happened.followUps());
      done++;
      noteOwner(submission);
      forget(slot, happened.done());
      listener.onDone(happened.done());
    } else if (outcome instanceof Outcome.Duplicate) {
      duplicates++;
      listener.onDuplicate(submission);
    } else if (outcome instanceof Outcome.Rejected rejected) {
      outcome = new Outcome.Rejected(rejected.member(), shared, reason(submission, rejected));
      rejections.merge(outcome.rejection().orElseThrow().code(), 1L, Long::sum);
      listener.onRejected(submission, outcome.rejection().orElseThrow());
    }
    return outcome;
  }

  private Slot slotOf(Submission submission) {
    Slot known = slots.get(submission.member());
    if (known != null) {
      return known;
    }
    Slot slot = new Slot(Member.of(submission.member()), submission.occurredAt());
    slots.put(submission.member(), slot);
    return slot;
  }

  /** A receipt that has counted for one member counts for no other. */
  private @Nullable Rejection usedByAnother(Submission submission) {
    Optional<MemberId> owner = sourceKey(submission).flatMap(sources::of);
    if (owner.isEmpty() || owner.get().equals(submission.member())) {
      return null;
    }
    return new Rejection.ByProgram(
        Rejection.ByProgram.Reason.SOURCE_ALREADY_USED,
        submission.id(),
        "SOURCE_ALREADY_USED: submission "
            + submission.id()
            + " has a source key that came before from another member");
  }

  private static Optional<SourceKey> sourceKey(Submission submission) {
    return submission instanceof Submission.Did did ? did.activity().sourceKey() : Optional.empty();
  }

  /** A return that a member cannot place may be of another member's purchase. */
  private Rejection reason(Submission submission, Outcome.Rejected rejected) {
    if (submission instanceof Submission.Did did
        && did.activity() instanceof Return back
        && rejected.reason().code().equals(Rejection.ByProgram.Reason.UNKNOWN_REFERENCE.name())
        && buyers.of(back.purchase()).isPresent()) {
      return new Rejection.ByProgram(
          Rejection.ByProgram.Reason.REFERENCE_OTHER_MEMBER,
          submission.id(),
          "REFERENCE_OTHER_MEMBER: submission "
              + submission.id()
              + " must return a purchase of its own member: "
              + back.purchase());
    }
    return rejected.reason();
  }

  private void noteOwner(Submission submission) {
    if (submission instanceof Submission.Did did
        && did.activity().kind().equals(ActivityKind.PURCHASE)) {
      buyers.note(did.activity().id(), submission.member());
    }
    sourceKey(submission).ifPresent(key -> sources.note(key, submission.member()));
  }

  private void forget(Slot slot, Effect done) {
    Instant now = done.submission().occurredAt();
    if (now.isBefore(slot.forgetAt)) {
      return;
    }
    Program program = loyalty.versions().at(now);
    LocalDate day = dayOf(done, program.calendar());
    slot.member = slot.member.forget(program.calendar().startOf(day.minus(program.returnWindow())));
    slot.forgetAt = now.plus(FORGET_EVERY);
  }

  /** The day of what was done, which an accrual of the same activity knows. */
  private static LocalDate dayOf(Effect done, ProgramCalendar calendar) {
    Optional<Accrual> accrual = done.accrual();
    return accrual.isPresent()
            && accrual.get().activity().equals(done.activity().orElse(null))
        ? accrual.get().day()
        : calendar.dateOf(done.submission().occurredAt());
  }

  /** A member as of the latest submission; one to whom nothing has happened if there was none. */
  public Member member(MemberId id) {
    Slot slot = slots.get(requireNonNull(id, "id"));
    return slot == null ? Member.of(id) : slot.member;
  }

  /** All members, by name. */
  public ImmutableSortedMap<MemberId, Member> members() {
    ImmutableSortedMap.Builder<MemberId, Member> members = ImmutableSortedMap.naturalOrder();
    slots.forEach((id, slot) -> members.put(id, slot.member));
    return members.buildOrThrow();
  }

  /** What the members have in common. */
  public Shared shared() {
    return shared;
  }

  /** How many submissions were read: those done, duplicates and rejected, without follow-ups. */
  public long submitted() {
    return submitted;
  }

  /** How many submissions and follow-ups were carried out. */
  public long done() {
    return done;
  }

  /** How many submissions had come before. */
  public long duplicates() {
    return duplicates;
  }

  /** How many submissions were rejected, by the code of the reason. */
  public ImmutableSortedMap<String, Long> rejections() {
    return ImmutableSortedMap.copyOf(rejections);
  }

  /** The sums over all members at an instant. */
  public RunTotals totals(Instant asOf) {
    RunTotals totals = RunTotals.none();
    for (Slot slot : slots.values()) {
      totals = totals.plus(slot.member, asOf);
    }
    return totals;
  }
}

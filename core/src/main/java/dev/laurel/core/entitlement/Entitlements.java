package dev.laurel.core.entitlement;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.laurel.core.entitlement.EntitlementRefusal.Code;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Who may use what: all entitlements of a program, as an immutable value that commands turn into
 * the next.
 *
 * <p>A term of three years activated on 1 March 2026 can be used through 1 March 2029. Extensions
 * are counted from the day of activation, never from the end before: monthly terms from 31 January
 * end on 28 February and on 31 March.
 */
public final class Entitlements {
  private final ProgramCalendar calendar;
  private final ImmutableMap<Service, ServiceTerms> terms;
  private final TreePMap<EntitlementId, Entitlement> all;
  private final HashPMap<EntitlementId, Instant> changedAt;
  private final HashPMap<Subject, TreePSet<EntitlementId>> byThing;
  private final HashPMap<MemberId, TreePSet<EntitlementId>> byHolder;

  private Entitlements(
      ProgramCalendar calendar,
      ImmutableMap<Service, ServiceTerms> terms,
      TreePMap<EntitlementId, Entitlement> all,
      HashPMap<EntitlementId, Instant> changedAt,
      HashPMap<Subject, TreePSet<EntitlementId>> byThing,
      HashPMap<MemberId, TreePSet<EntitlementId>> byHolder) {
    this.calendar = calendar;
    this.terms = terms;
    this.all = all;
    this.changedAt = changedAt;
    this.byThing = byThing;
    this.byHolder = byHolder;
  }

  /**
   * No entitlements yet, under these terms.
   *
   * @throws IllegalArgumentException if two terms are of one service
   */
  public static Entitlements none(ProgramCalendar calendar, List<ServiceTerms> terms) {
    return new Entitlements(
        requireNonNull(calendar, "calendar"),
        Maps.uniqueIndex(terms, ServiceTerms::service),
        TreePMap.empty(),
        HashTreePMap.empty(),
        HashTreePMap.empty(),
        HashTreePMap.empty());
  }

  /** What a command does; never throws for a reason that lies in the domain. */
  public EntitlementDecision decide(EntitlementCommand command) {
    try {
      if (command instanceof EntitlementCommand.StartTrial trial) {
        return startTrial(trial);
      } else if (command instanceof EntitlementCommand.Activate activate) {
        return activate(activate);
      } else if (command instanceof EntitlementCommand.Extend extend) {
        return extend(extend);
      } else if (command instanceof EntitlementCommand.HandOver handOver) {
        return handOver(handOver);
      } else if (command instanceof EntitlementCommand.Unite unite) {
        return unite(unite);
      }
      return end((EntitlementCommand.End) command);
    } catch (InvalidValueException beyondTime) {
      // An end after the year 9999, or an instant that the calendar does not admit.
      return refuse(Code.TIME_RANGE, command.at().toString(), Optional.empty());
    }
  }

  private EntitlementDecision startTrial(EntitlementCommand.StartTrial command) {
    ServiceTerms offered = terms.get(command.service());
    if (offered == null) {
      return refuse(Code.UNKNOWN_REFERENCE, command.service().value(), Optional.empty());
    }
    Entitlement known = all.get(command.id());
    if (known != null) {
      return repeated(known, command);
    }
    if (offered.isBoundToThing() != command.thing().isPresent()) {
      return refuse(Code.THING_MISMATCH, command.service().value(), Optional.empty());
    }
    for (Entitlement other : sameService(command.service(), command.member(), command.thing())) {
      if (other.trial().isPresent()) {
        return refuse(Code.TRIAL_ALREADY_USED, other, command.at());
      }
      if (other.isUsableAt(command.at())) {
        return refuse(Code.ALREADY_ENTITLED, other, command.at());
      }
    }
    if (offered.trial().isEmpty()) {
      return refuse(Code.NOT_OFFERED, command.service().value(), Optional.empty());
    }
    Optional<Span> trial = Optional.of(spanOf(command.at(), offered.trial().get()));
    return accept(
        new Entitlement(
            command.id(),
            command.service(),
            command.member(),
            command.thing(),
            trial,
            Optional.empty(),
            0,
            Optional.empty()),
        command.at(),
        Optional.empty());
  }

  /** The same trial again changes nothing; another under its name is a conflict. */
  private EntitlementDecision repeated(Entitlement known, EntitlementCommand.StartTrial command) {
    boolean isSame = known.service().equals(command.service())
        && known.holder().equals(command.member())
        && known.thing().equals(command.thing())
        && known.trial().map(Span::from).equals(Optional.of(command.at()));
    return isSame ? unchanged() : refuse(Code.IDEMPOTENCY_CONFLICT, known, command.at());
  }

  private EntitlementDecision unchanged() {
    return new EntitlementDecision.Accepted(this, ImmutableList.of(), Optional.empty());
  }

  private EntitlementDecision activate(EntitlementCommand.Activate command) {
    ServiceTerms offered = terms.get(command.service());
    if (offered == null) {
      return refuse(Code.UNKNOWN_REFERENCE, command.service().value(), Optional.empty());
    }
    Entitlement known = all.get(command.id());
    if (known != null && !isOf(known, command)) {
      return refuse(Code.IDEMPOTENCY_CONFLICT, known, command.at());
    }
    if (offered.isBoundToThing() != command.thing().isPresent()) {
      return refuse(Code.THING_MISMATCH, command.service().value(), Optional.empty());
    }
    if (known != null && isBeforeLastChange(known, command.at())) {
      return refuse(Code.TIME_RANGE, known, command.at());
    }
    for (Entitlement other : sameService(command.service(), command.member(), command.thing())) {
      if (!other.id().equals(command.id()) && other.isUsableAt(command.at())) {
        return refuse(Code.ALREADY_ENTITLED, other, command.at());
      }
    }
    Span term = spanOf(command.at(), offered.term());
    return known == null ? begin(command, term) : goOn(known, command, term);
  }

  private static boolean isOf(Entitlement known, EntitlementCommand.Activate command) {
    return known.service().equals(command.service())
        && known.holder().equals(command.member())
        && known.thing().equals(command.thing());
  }

  private EntitlementDecision begin(EntitlementCommand.Activate command, Span term) {
    Entitlement begun = new Entitlement(
        command.id(),
        command.service(),
        command.member(),
        command.thing(),
        Optional.empty(),
        Optional.of(term),
        0,
        Optional.empty());
    return accept(begun, command.at(), Optional.empty());
  }

  private EntitlementDecision goOn(
      Entitlement known, EntitlementCommand.Activate command, Span term) {
    Entitlement.State state = known.stateAt(command.at());
    if (state == Entitlement.State.TRIAL || state == Entitlement.State.EXPIRED) {
      return accept(known.active(term), command.at(), Optional.empty());
    }
    boolean isRepeated = state == Entitlement.State.ACTIVE
        && known.term().map(Span::from).equals(Optional.of(command.at()));
    return isRepeated ? unchanged() : refuse(Code.ILLEGAL_TRANSITION, known, command.at());
  }

  private EntitlementDecision extend(EntitlementCommand.Extend command) {
    Entitlement known = all.get(command.id());
    if (known == null) {
      return refuse(Code.UNKNOWN_REFERENCE, command.id().value(), Optional.empty());
    }
    if (isBeforeLastChange(known, command.at())) {
      return refuse(Code.TIME_RANGE, known, command.at());
    }
    if (known.stateAt(command.at()) != Entitlement.State.ACTIVE) {
      return refuse(Code.ILLEGAL_TRANSITION, known, command.at());
    }
    if (command.number() >= 1 && command.number() <= known.extensions()) {
      return unchanged();
    }
    if (command.number() != known.extensions() + 1) {
      return refuse(Code.ILLEGAL_TRANSITION, known, command.at());
    }
    ServiceTerms offered = requireNonNull(terms.get(known.service()), "terms");
    if (offered.extension().isEmpty()) {
      return refuse(Code.NOT_OFFERED, known, command.at());
    }
    Instant from = known.term().orElseThrow().from();
    // Months are counted from the first day, so that a 31st is not lost on the way.
    Period whole =
        offered.term().plus(offered.extension().get().multipliedBy(known.extensions() + 1));
    return accept(known.extended(spanOf(from, whole)), command.at(), offered.extensionFee());
  }

  private EntitlementDecision handOver(EntitlementCommand.HandOver command) {
    TreePSet<EntitlementId> ids = byThing.get(command.thing());
    if (ids == null) {
      return refuse(Code.UNKNOWN_REFERENCE, command.thing().value(), Optional.empty());
    }
    Entitlements next = this;
    List<Entitlement> changed = new ArrayList<>();
    for (EntitlementId id : ids) {
      Entitlement known = requireNonNull(all.get(id), "entitlement");
      if (known.end().isPresent()) {
        continue;
      }
      if (isBeforeLastChange(known, command.at())) {
        return refuse(Code.TIME_RANGE, known, command.at());
      }
      Entitlement after = next.handedOver(known, command);
      next = next.with(after, command.at());
      changed.add(after);
    }
    return new EntitlementDecision.Accepted(next, changed, Optional.empty());
  }

  /** Moves to the new owner, unless the terms or the owner's own entitlement stand against it. */
  private Entitlement handedOver(Entitlement known, EntitlementCommand.HandOver command) {
    ServiceTerms offered = requireNonNull(terms.get(known.service()), "terms");
    boolean moves = offered.onHandOver() == ServiceTerms.OnHandOver.MOVE
        && command
            .to()
            .map(owner -> owner.equals(known.holder())
                || !mayUse(owner, known.service(), known.thing(), command.at()))
            .orElse(false);
    return moves
        ? known.movedTo(command.to().orElseThrow())
        : known.ended(command.at(), Entitlement.Reason.HANDED_OVER);
  }

  private EntitlementDecision unite(EntitlementCommand.Unite command) {
    if (command.from().equals(command.into())) {
      return unchanged();
    }
    Entitlements next = this;
    List<Entitlement> changed = new ArrayList<>();
    for (Entitlement known : heldBy(command.from())) {
      for (Entitlement each : next.united(known, command)) {
        if (isBeforeLastChange(each, command.at())) {
          return refuse(Code.TIME_RANGE, each, command.at());
        }
        next = next.with(each, command.at());
        changed.add(each);
      }
    }
    return new EntitlementDecision.Accepted(next, changed, Optional.empty());
  }

  /** The entitlement at its new holder's, and the one that ends where they would have two. */
  private ImmutableList<Entitlement> united(Entitlement known, EntitlementCommand.Unite command) {
    Entitlement moved = known.movedTo(command.into());
    Optional<Entitlement> own = known.isUsableAt(command.at())
        ? sameService(known.service(), command.into(), known.thing()).stream()
            .filter(other -> other.isUsableAt(command.at()))
            .findFirst()
        : Optional.empty();
    if (own.isEmpty()) {
      return ImmutableList.of(moved);
    }
    return endOf(known).isAfter(endOf(own.get()))
        ? ImmutableList.of(moved, own.get().ended(command.at(), Entitlement.Reason.MERGED))
        : ImmutableList.of(moved.ended(command.at(), Entitlement.Reason.MERGED));
  }

  /** The first instant at which it can no longer be used, if nothing happens. */
  private static Instant endOf(Entitlement usable) {
    Instant term = usable.term().map(Span::until).orElse(Instant.MIN);
    Instant trial = usable.trial().map(Span::until).orElse(Instant.MIN);
    return term.isAfter(trial) ? term : trial;
  }

  private EntitlementDecision end(EntitlementCommand.End command) {
    Entitlement known = all.get(command.id());
    if (known == null) {
      return refuse(Code.UNKNOWN_REFERENCE, command.id().value(), Optional.empty());
    }
    if (isBeforeLastChange(known, command.at())) {
      return refuse(Code.TIME_RANGE, known, command.at());
    }
    return known.end().isPresent()
        ? refuse(Code.ILLEGAL_TRANSITION, known, command.at())
        : accept(known.ended(command.at(), command.reason()), command.at(), Optional.empty());
  }

  private boolean isBeforeLastChange(Entitlement known, Instant at) {
    return at.isBefore(requireNonNull(changedAt.get(known.id()), "changedAt"));
  }

  /** From an instant through the day that lies a period after its own. */
  private Span spanOf(Instant from, Period length) {
    return Span.of(from, Expiry.after(length).expiresAt(from, calendar).orElseThrow());
  }

  private List<Entitlement> sameService(Service service, MemberId member, Optional<Subject> thing) {
    return heldBy(member).stream()
        .filter(one -> one.service().equals(service) && one.thing().equals(thing))
        .toList();
  }

  private EntitlementDecision refuse(Code code, Entitlement known, Instant at) {
    return refuse(code, known.id().value(), Optional.of(known.stateAt(at)));
  }

  private EntitlementDecision refuse(Code code, String subject, Optional<Entitlement.State> state) {
    return new EntitlementDecision.Refused(this, new EntitlementRefusal(code, subject, state));
  }

  private EntitlementDecision accept(
      Entitlement entitlement, Instant at, Optional<ExactMoney> fee) {
    return new EntitlementDecision.Accepted(
        with(entitlement, at), ImmutableList.of(entitlement), fee);
  }

  private Entitlements with(Entitlement entitlement, Instant at) {
    HashPMap<MemberId, TreePSet<EntitlementId>> holders = byHolder;
    Entitlement before = all.get(entitlement.id());
    if (before != null && !before.holder().equals(entitlement.holder())) {
      TreePSet<EntitlementId> left =
          requireNonNull(holders.get(before.holder()), "holder").minus(before.id());
      holders = holders.plus(before.holder(), left);
    }
    HashPMap<Subject, TreePSet<EntitlementId>> things = byThing;
    if (entitlement.thing().isPresent()) {
      things = plus(things, entitlement.thing().get(), entitlement.id());
    }
    return new Entitlements(
        calendar,
        terms,
        all.plus(entitlement.id(), entitlement),
        changedAt.plus(entitlement.id(), at),
        things,
        plus(holders, entitlement.holder(), entitlement.id()));
  }

  private static <K> HashPMap<K, TreePSet<EntitlementId>> plus(
      HashPMap<K, TreePSet<EntitlementId>> index, K key, EntitlementId id) {
    TreePSet<EntitlementId> known = index.get(key);
    return index.plus(key, (known == null ? TreePSet.<EntitlementId>empty() : known).plus(id));
  }

  /** An entitlement by its name. */
  public Optional<Entitlement> entitlement(EntitlementId id) {
    return Optional.ofNullable(all.get(requireNonNull(id, "id")));
  }

  /** All that a member holds or held last, ended ones included, by name. */
  public ImmutableList<Entitlement> heldBy(MemberId member) {
    return named(byHolder.get(requireNonNull(member, "member")));
  }

  /** All that there is or was for a thing, by name. */
  public ImmutableList<Entitlement> forThing(Subject thing) {
    return named(byThing.get(requireNonNull(thing, "thing")));
  }

  private ImmutableList<Entitlement> named(@Nullable TreePSet<EntitlementId> ids) {
    ImmutableList.Builder<Entitlement> found = ImmutableList.builder();
    if (ids != null) {
      ids.forEach(id -> found.add(requireNonNull(all.get(id), "entitlement")));
    }
    return found.build();
  }

  /** Whether a member may use a service for a thing at an instant. */
  public boolean mayUse(MemberId member, Service service, Optional<Subject> thing, Instant asOf) {
    return sameService(service, member, thing).stream().anyMatch(one -> one.isUsableAt(asOf));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entitlements that
        && calendar.equals(that.calendar)
        && terms.equals(that.terms)
        && all.equals(that.all)
        && changedAt.equals(that.changedAt);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.size() + " entitlements under " + terms.size() + " terms";
  }
}

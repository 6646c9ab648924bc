package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.earning.EarningHistory;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One member's whole points life: the accounts, what rules remember, what is known of the member,
 * and what may still be returned or sent again.
 *
 * <p>An immutable value; {@link Loyalty#submit} gives the next one.
 */
public final class Member {
  private static final Comparator<PointType> BY_CODE = Comparator.comparing(PointType::code);
  private static final CompactMap<PointType, PointsAccount> NO_ACCOUNTS = CompactMap.empty(BY_CODE);

  private final MemberId id;
  private final MemberFacts facts;
  private final EarningHistory history;
  private final CompactMap<PointType, PointsAccount> accounts;
  private final CompactMap<ActivityId, Booking> bookings;
  private final CompactMap<ActivityId, Payments> payments;
  private final CompactMap<CommandId, Effect> effects;
  private final CompactMap<SourceKey, ActivityId> sources;

  /**
   * The redemptions that pay a part of one purchase.
   *
   * @param redemptions the redemptions, in the order of their arrival
   */
  record Payments(ImmutableList<LedgerCommand.Redeem> redemptions) {}

  private Member(
      MemberId id,
      MemberFacts facts,
      EarningHistory history,
      CompactMap<PointType, PointsAccount> accounts,
      CompactMap<ActivityId, Booking> bookings,
      CompactMap<ActivityId, Payments> payments,
      CompactMap<CommandId, Effect> effects,
      CompactMap<SourceKey, ActivityId> sources) {
    this.id = id;
    this.facts = facts;
    this.history = history;
    this.accounts = accounts;
    this.bookings = bookings;
    this.payments = payments;
    this.effects = effects;
    this.sources = sources;
  }

  /** A member to whom nothing has happened and of whom nothing is known. */
  public static Member of(MemberId id) {
    return of(id, MemberFacts.none());
  }

  /** A member to whom nothing has happened. */
  public static Member of(MemberId id, MemberFacts facts) {
    return new Member(
        requireNonNull(id, "id"),
        requireNonNull(facts, "facts"),
        EarningHistory.empty(),
        NO_ACCOUNTS,
        CompactMap.empty(),
        CompactMap.empty(),
        CompactMap.empty(),
        CompactMap.empty());
  }

  /** The name of the member. */
  public MemberId id() {
    return id;
  }

  /** What is known of the member. */
  public MemberFacts facts() {
    return facts;
  }

  /** What rules remember of the member. */
  public EarningHistory history() {
    return history;
  }

  /** The account of a type of points; one to which nothing has happened where there is none. */
  public PointsAccount account(PointType type) {
    PointsAccount account = accounts.get(requireNonNull(type, "type"));
    return account == null ? PointsAccount.open(id, type) : account;
  }

  /** The accounts to which something has happened, in order of the types' codes. */
  public ImmutableSortedMap<PointType, PointsAccount> accounts() {
    return ImmutableSortedMap.copyOf(accounts, BY_CODE);
  }

  /** A purchase that can still be returned. */
  public Optional<Booking> booking(ActivityId purchase) {
    return Optional.ofNullable(bookings.get(requireNonNull(purchase, "purchase")));
  }

  /** The purchases that can still be returned, in order of their names. */
  public ImmutableSortedMap<ActivityId, Booking> bookings() {
    return ImmutableSortedMap.copyOf(bookings);
  }

  /** What a submission brought about, if it is remembered: why an activity earned what it did. */
  public Optional<Effect> effect(CommandId submission) {
    return Optional.ofNullable(effects.get(requireNonNull(submission, "submission")));
  }

  /** What an activity brought about, if it is remembered. */
  public Optional<Effect> effect(ActivityId activity) {
    return effect(CommandId.of(activity.value()));
  }

  /** The activity that came under a source key, if it is remembered. */
  public Optional<ActivityId> activityOf(SourceKey key) {
    return Optional.ofNullable(sources.get(requireNonNull(key, "key")));
  }

  /** The purchases that can still be returned, as they are kept. */
  Map<ActivityId, Booking> purchases() {
    return bookings;
  }

  /** The activities that are remembered by their source keys. */
  Map<SourceKey, ActivityId> sources() {
    return sources;
  }

  /** All that submissions brought about and that is remembered, in order of their names. */
  public ImmutableSortedMap<CommandId, Effect> effects() {
    return ImmutableSortedMap.copyOf(effects);
  }

  /** Until which business time the accounts have been brought. */
  public Instant clock() {
    Instant latest = Instant.EPOCH;
    for (PointsAccount account : accounts.values()) {
      latest = account.clock().isAfter(latest) ? account.clock() : latest;
    }
    return latest;
  }

  /**
   * The member without the memory of what happened before an instant: earlier purchases can no
   * longer be returned, earlier submissions would count as new, and balances stay the same.
   */
  public Member forget(Instant before) {
    CompactMap<ActivityId, Booking> keptBookings =
        bookings.without((purchase, booking) -> booking.purchase().occurredAt().isBefore(before));
    CompactMap<CommandId, Effect> keptEffects =
        effects.without((name, effect) -> effect.submission().occurredAt().isBefore(before));
    CompactMap<ActivityId, Payments> keptPayments = keptBookings.size() == bookings.size()
        ? payments
        : payments.without((purchase, paid) -> isGone(purchase, bookings, keptBookings));
    CompactMap<SourceKey, ActivityId> keptSources = keptEffects.size() == effects.size()
        ? sources
        : sources.without(
            (key, activity) -> isGone(CommandId.of(activity.value()), effects, keptEffects));
    return new Member(
        id,
        facts,
        history,
        forgotten(before),
        keptBookings,
        keptPayments,
        keptEffects,
        keptSources);
  }

  private static <K> boolean isGone(K key, Map<K, ?> before, Map<K, ?> after) {
    return before.containsKey(key) && !after.containsKey(key);
  }

  private CompactMap<PointType, PointsAccount> forgotten(Instant before) {
    return accounts.mapped(account -> account.forget(before));
  }

  /**
   * The member without anything that tells of a person: facts, segments, status, and every
   * remembered activity with its attributes are gone. Balances, lots and the counters of rules
   * stay, under the same opaque name.
   *
   * <p>Nothing that came before can be returned or recognised again. Texts that were given to
   * ledger commands as a purpose or reason are in the entries that the caller keeps, and no place
   * for personal data.
   */
  public Member anonymised() {
    return new Member(
        id,
        MemberFacts.none(),
        history,
        forgotten(Instant.MAX),
        CompactMap.empty(),
        CompactMap.empty(),
        CompactMap.empty(),
        CompactMap.empty());
  }

  /**
   * The same member of whom these facts are known and no others, such as a status with its factor
   * for the next event; what happened is not looked at again.
   */
  public Member knowing(MemberFacts known) {
    return with(requireNonNull(known, "known"));
  }

  /** The member after all that it had went elsewhere; the accounts say where. */
  Member emptied(Map<PointType, PointsAccount> closed) {
    return new Member(
        id,
        MemberFacts.none(),
        EarningHistory.empty(),
        accounts.plusAll(closed),
        CompactMap.empty(),
        CompactMap.empty(),
        CompactMap.empty(),
        CompactMap.empty());
  }

  /**
   * The member with all that another had beside facts, whose accounts these accounts have taken up.
   */
  Member absorbing(Member other, Map<PointType, PointsAccount> filled) {
    return new Member(
        id,
        facts,
        history.merge(other.history),
        accounts.plusAll(filled),
        bookings.plusAll(other.bookings),
        payments.plusAll(other.payments),
        effects.plusAll(other.effects),
        sources.plusAll(other.sources));
  }

  Member with(MemberFacts newFacts) {
    return new Member(id, newFacts, history, accounts, bookings, payments, effects, sources);
  }

  Member with(EarningHistory newHistory) {
    return new Member(id, facts, newHistory, accounts, bookings, payments, effects, sources);
  }

  Member with(PointsAccount changed) {
    CompactMap<PointType, PointsAccount> next = accounts.plus(changed.type(), changed);
    return new Member(id, facts, history, next, bookings, payments, effects, sources);
  }

  Member with(Booking booking) {
    return new Member(
        id,
        facts,
        history,
        accounts,
        bookings.plus(booking.purchase().id(), booking),
        payments,
        effects,
        sources);
  }

  Member with(CommandId submission, Effect effect) {
    return new Member(
        id,
        facts,
        history,
        accounts,
        bookings,
        payments,
        effects.plus(submission, effect),
        effect
            .activity()
            .flatMap(done -> done.sourceKey().map(key -> sources.plus(key, done.id())))
            .orElse(sources));
  }

  Member paying(ActivityId purchase, LedgerCommand.Redeem redemption) {
    Payments more = new Payments(Booking.plus(payments(purchase).redemptions(), redemption));
    return new Member(
        id, facts, history, accounts, bookings, payments.plus(purchase, more), effects, sources);
  }

  Payments payments(ActivityId purchase) {
    return payments.getOrDefault(purchase, new Payments(ImmutableList.of()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Member that
        && id.equals(that.id)
        && facts.equals(that.facts)
        && history.equals(that.history)
        && accounts.equals(that.accounts)
        && bookings.equals(that.bookings)
        && payments.equals(that.payments)
        && effects.equals(that.effects)
        && sources.equals(that.sources);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + accounts.hashCode();
  }

  /** The name and the accounts, for reading; facts about a person stay out. */
  @Override
  public String toString() {
    return "Member[" + id + ": " + accounts().values() + "]";
  }
}

package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.Eligibility;
import dev.laurel.core.earning.Miss;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.reward.RewardRefusal.Code;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Optional;

/**
 * The fold that gives out benefits: from a member's claims, the stock and a command to the next
 * ones, or to a refusal.
 *
 * <p>Pure: the same input gives the same answer, and a refusal leaves everything as it was.
 */
public final class Rewards {
  private final RewardCatalog catalog;

  private Rewards(RewardCatalog catalog) {
    this.catalog = catalog;
  }

  /** The fold over this catalogue. */
  public static Rewards of(RewardCatalog catalog) {
    return new Rewards(requireNonNull(catalog, "catalog"));
  }

  /** The benefits and choices. */
  public RewardCatalog catalog() {
    return catalog;
  }

  /**
   * A benefit and whether it is open to a member.
   *
   * @param benefit the benefit
   * @param refusal why it cannot be had now; absent if it can, or if it is standing and had
   */
  public record Standing(Benefit benefit, Optional<RewardRefusal> refusal) {
    /** A line of these parts. */
    public Standing {
      requireNonNull(benefit, "benefit");
      requireNonNull(refusal, "refusal");
    }

    /** Whether the member has it, or can claim it now. */
    public boolean isOpen() {
      return refusal.isEmpty();
    }
  }

  /**
   * All benefits with whether they are open to a member at an instant, in the order of the
   * catalogue; those had by choice are told by {@link Claims#choices}.
   *
   * @throws dev.laurel.core.failure.InvalidValueException RULE_FAILED or RULE_BUDGET if a condition
   *     of the user's own failed
   */
  public ImmutableList<Standing> overview(
      Claims claims, Stock stock, Instant at, EarningContext context) {
    return catalog.benefits().stream()
        .filter(benefit -> !(benefit.availability() instanceof Availability.ByChoice))
        .map(benefit -> new Standing(
            benefit,
            closed(benefit, claims, at, context)
                .or(() -> usedUp(benefit, claims, at, context))
                .or(() -> outOfStock(benefit, stock))))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * What a command does.
   *
   * @param context what is known of the member just before
   * @throws dev.laurel.core.failure.InvalidValueException TIME_RANGE or TIME_SUSPECT as
   *     {@link TimeGate#admit}; RULE_FAILED or RULE_BUDGET if a condition of the user's own failed
   */
  public RewardDecision decide(
      Claims claims, Stock stock, RewardCommand command, EarningContext context) {
    Instant at = TimeGate.admit(command.at(), "at");
    if (!command.member().equals(claims.member())) {
      return new RewardDecision.Refused(
          claims, stock, RewardRefusal.of(Code.MEMBER_MISMATCH, command.member()));
    }
    if (command instanceof RewardCommand.Take take) {
      return take(claims, stock, take, at, context);
    } else if (command instanceof RewardCommand.OpenChoice open) {
      return open(claims, stock, open, at, context);
    } else if (command instanceof RewardCommand.Use use) {
      return settle(claims, stock, use.claim(), Claim.State.USED);
    }
    return settle(claims, stock, ((RewardCommand.Revoke) command).claim(), Claim.State.REVOKED);
  }

  private RewardDecision take(
      Claims claims, Stock stock, RewardCommand.Take take, Instant at, EarningContext context) {
    Claim claim =
        new Claim(take.id(), take.benefit(), at, take.choice(), take.cause(), Claim.State.OPEN);
    Optional<Claim> known = claims.claim(take.id());
    if (known.isPresent()) {
      return known.get().in(Claim.State.OPEN).equals(claim)
          ? new RewardDecision.Accepted(claims, stock, known)
          : new RewardDecision.Refused(
              claims, stock, RewardRefusal.of(Code.IDEMPOTENCY_CONFLICT, take.id()));
    }
    Optional<Benefit> found = catalog.benefit(take.benefit());
    if (found.isEmpty()) {
      return new RewardDecision.Refused(
          claims, stock, RewardRefusal.of(Code.UNKNOWN_REFERENCE, take.benefit()));
    }
    Benefit benefit = found.get();
    Optional<RewardRefusal> refusal = unclaimable(benefit)
        .or(() -> closed(benefit, claims, at, context))
        .or(() -> outsideChoice(benefit, claims, take, at))
        .or(() -> usedUp(benefit, claims, at, context))
        .or(() -> outOfStock(benefit, stock));
    if (refusal.isPresent()) {
      return new RewardDecision.Refused(claims, stock, refusal.get());
    }
    Stock left = benefit.stock().isPresent() ? stock.plus(benefit.id(), 1) : stock;
    return new RewardDecision.Accepted(claims.with(claim), left, Optional.of(claim));
  }

  private static Optional<RewardRefusal> unclaimable(Benefit benefit) {
    return benefit.availability() instanceof Availability.Standing
        ? Optional.of(RewardRefusal.of(Code.NOT_CLAIMABLE, benefit.id()))
        : Optional.empty();
  }

  private static Optional<RewardRefusal> closed(
      Benefit benefit, Claims claims, Instant at, EarningContext context) {
    if (!benefit.active().contains(at)) {
      return Optional.of(RewardRefusal.of(Code.NOT_OPEN, benefit.id()));
    }
    Optional<Miss> miss = Eligibility.miss(benefit.eligibility(), claims.member(), at, context);
    return miss.map(what -> RewardRefusal.of(what, benefit.id()));
  }

  private Optional<RewardRefusal> outsideChoice(
      Benefit benefit, Claims claims, RewardCommand.Take take, Instant at) {
    boolean isByChoice = benefit.availability() instanceof Availability.ByChoice;
    if (!isByChoice && take.choice().isEmpty()) {
      return Optional.empty();
    }
    Optional<Claims.Opened> opened = take.choice().flatMap(claims::choice);
    Optional<Choice> choice = opened.flatMap(one -> catalog.choice(one.choice()));
    if (choice.isEmpty() || !choice.get().options().contains(benefit.id())) {
      return Optional.of(RewardRefusal.of(Code.NOT_IN_CHOICE, benefit.id()));
    }
    if (at.isBefore(opened.orElseThrow().openedAt())
        || !at.isBefore(opened.get().until())) {
      return Optional.of(RewardRefusal.of(Code.CHOICE_CLOSED, opened.get().choice()));
    }
    ImmutableList<Claim> taken = claims.takenFrom(opened.get().id());
    boolean hasOption = taken.stream().anyMatch(claim -> claim.benefit().equals(benefit.id()));
    if (hasOption) {
      return Optional.of(RewardRefusal.of(Code.ALREADY_CLAIMED, benefit.id(), 1));
    }
    return taken.size() < choice.get().choose()
        ? Optional.empty()
        : Optional.of(RewardRefusal.of(
            Code.CHOICE_USED_UP, choice.get().id(), choice.get().choose()));
  }

  private static Optional<RewardRefusal> usedUp(
      Benefit benefit, Claims claims, Instant at, EarningContext context) {
    if (benefit.availability() instanceof Availability.Limited limited) {
      return claims.count(benefit.id()) < limited.quantity()
          ? Optional.empty()
          : Optional.of(RewardRefusal.of(Code.ALREADY_CLAIMED, benefit.id(), limited.quantity()));
    }
    if (benefit.availability() instanceof Availability.PerPeriod limited) {
      Span period = limited.window().spanAt(at, context.memberAnchor(), context.calendar());
      return claims.count(benefit.id(), period) < limited.quantity()
          ? Optional.empty()
          : Optional.of(RewardRefusal.of(Code.QUANTITY_USED_UP, benefit.id(), limited.quantity()));
    }
    return Optional.empty();
  }

  private static Optional<RewardRefusal> outOfStock(Benefit benefit, Stock stock) {
    return benefit.stock().isEmpty()
            || stock.taken(benefit.id()) < benefit.stock().getAsLong()
        ? Optional.empty()
        : Optional.of(
            RewardRefusal.of(Code.OUT_OF_STOCK, benefit.id(), benefit.stock().getAsLong()));
  }

  private RewardDecision open(
      Claims claims,
      Stock stock,
      RewardCommand.OpenChoice open,
      Instant at,
      EarningContext context) {
    Optional<Choice> choice = catalog.choice(open.choice());
    if (choice.isEmpty()) {
      return new RewardDecision.Refused(
          claims, stock, RewardRefusal.of(Code.UNKNOWN_REFERENCE, open.choice()));
    }
    Instant until =
        Expiry.after(choice.get().deadline()).expiresAt(at, context.calendar()).orElseThrow();
    Claims.Opened opened = new Claims.Opened(open.id(), open.choice(), at, until);
    Optional<Claims.Opened> known = claims.choice(open.id());
    if (known.isPresent() && !known.get().equals(opened)) {
      return new RewardDecision.Refused(
          claims, stock, RewardRefusal.of(Code.IDEMPOTENCY_CONFLICT, open.id()));
    }
    return new RewardDecision.Accepted(claims.with(opened), stock, Optional.empty());
  }

  private RewardDecision settle(Claims claims, Stock stock, CommandId id, Claim.State to) {
    Optional<Claim> found = claims.claim(id);
    if (found.isEmpty()) {
      return new RewardDecision.Refused(
          claims, stock, RewardRefusal.of(Code.UNKNOWN_REFERENCE, id));
    }
    Claim claim = found.get();
    if (claim.state() == to) {
      return new RewardDecision.Accepted(claims, stock, found);
    }
    if (claim.state() != Claim.State.OPEN) {
      return new RewardDecision.Refused(
          claims, stock, RewardRefusal.of(Code.ILLEGAL_TRANSITION, id));
    }
    boolean givesBack = to == Claim.State.REVOKED
        && catalog
            .benefit(claim.benefit())
            .filter(one -> one.stock().isPresent())
            .isPresent();
    return new RewardDecision.Accepted(
        claims.with(claim.in(to)),
        givesBack ? stock.plus(claim.benefit(), -1) : stock,
        Optional.of(claim.in(to)));
  }
}

package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.TreePMap;

/** What one member has claimed and may still choose, as an immutable value. */
public final class Claims {
  private static final Comparator<Taken> BY_TIME =
      Comparator.comparing(Taken::benefit).thenComparing(Taken::at).thenComparing(Taken::claim);

  private final MemberId member;
  private final TreePMap<CommandId, Claim> claims;
  private final TreePMap<CommandId, Opened> choices;
  // Those that count, so that counting does not look at all that was ever claimed.
  private final TreePMap<Taken, CommandId> taken;

  /** A claim that counts towards limits. */
  private record Taken(BenefitId benefit, Instant at, String claim) {
    static Taken of(Claim claim) {
      return new Taken(claim.benefit(), claim.claimedAt(), claim.id().value());
    }
  }

  /**
   * A choice that a member may make.
   *
   * @param id the command that opened it
   * @param choice the choice
   * @param openedAt when
   * @param until the first instant at which it is too late
   */
  public record Opened(CommandId id, ChoiceId choice, Instant openedAt, Instant until) {
    /** A choice of these parts. */
    public Opened {
      requireNonNull(id, "id");
      requireNonNull(choice, "choice");
      requireNonNull(openedAt, "openedAt");
      requireNonNull(until, "until");
    }
  }

  private Claims(
      MemberId member,
      TreePMap<CommandId, Claim> claims,
      TreePMap<CommandId, Opened> choices,
      TreePMap<Taken, CommandId> taken) {
    this.member = member;
    this.claims = claims;
    this.choices = choices;
    this.taken = taken;
  }

  /** The claims of a member who has none. */
  public static Claims none(MemberId member) {
    return new Claims(
        requireNonNull(member, "member"),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(BY_TIME));
  }

  /**
   * These claims and choices of a member, as they were kept elsewhere.
   *
   * @throws dev.laurel.core.failure.InvalidValueException CONFIG_DUPLICATE if two claims or two
   *     choices have one name
   */
  public static Claims of(MemberId member, List<Claim> claims, List<Opened> choices) {
    Claims all = none(member);
    for (Claim claim : claims) {
      checkNew(all.claim(claim.id()).isEmpty(), "claims", claim.id());
      all = all.with(claim);
    }
    for (Opened opened : choices) {
      checkNew(all.choice(opened.id()).isEmpty(), "choices", opened.id());
      all = all.with(opened);
    }
    return all;
  }

  private static void checkNew(boolean isNew, String path, CommandId id) {
    InvalidValueException.check(
        isNew,
        FailureCode.CONFIG_DUPLICATE,
        path,
        "claims and choices must each have a name of their own: %s",
        id);
  }

  /** The member. */
  public MemberId member() {
    return member;
  }

  /** The claims, revoked ones included, by name. */
  public ImmutableList<Claim> claims() {
    return ImmutableList.copyOf(claims.values());
  }

  /** The choices that were opened, by name. */
  public ImmutableList<Opened> choices() {
    return ImmutableList.copyOf(choices.values());
  }

  /** A claim by its name. */
  public Optional<Claim> claim(CommandId id) {
    return Optional.ofNullable(claims.get(requireNonNull(id, "id")));
  }

  /** An opened choice by its name. */
  public Optional<Opened> choice(CommandId id) {
    return Optional.ofNullable(choices.get(requireNonNull(id, "id")));
  }

  /**
   * The first name under which another member's claims or choices have something else than these;
   * absent if the two can be merged.
   */
  public Optional<CommandId> clashWith(Claims other) {
    return Stream.concat(
            other.claims.values().stream()
                .filter(claim -> !claim.equals(claims.getOrDefault(claim.id(), claim)))
                .map(Claim::id),
            other.choices.values().stream()
                .filter(opened -> !opened.equals(choices.getOrDefault(opened.id(), opened)))
                .map(Opened::id))
        .sorted()
        .findFirst();
  }

  /**
   * These claims and those of a member who goes up in this one. What both have under one name is
   * there once, and what either has had counts towards the limits of the one who stays.
   *
   * @throws InvalidValueException CONFIG_DUPLICATE if one name stands for two things
   */
  public Claims merge(Claims other) {
    clashWith(other).ifPresent(id -> checkNew(false, "claims", id));
    return new Claims(
        member,
        claims.plusAll(other.claims),
        choices.plusAll(other.choices),
        taken.plusAll(other.taken));
  }

  /** How often the member has had a benefit, revoked claims not counted. */
  public long count(BenefitId benefit) {
    return count(benefit, Span.ALWAYS);
  }

  long count(BenefitId benefit, Span within) {
    return taken
        .subMap(
            new Taken(requireNonNull(benefit, "benefit"), within.from(), ""),
            new Taken(benefit, within.until(), ""))
        .size();
  }

  /** The claims taken out of an opened choice, revoked ones not counted. */
  ImmutableList<Claim> takenFrom(CommandId opened) {
    return claims.values().stream()
        .filter(claim -> claim.state() != Claim.State.REVOKED)
        .filter(claim -> claim.choice().equals(Optional.of(opened)))
        .collect(ImmutableList.toImmutableList());
  }

  Claims with(Claim claim) {
    Claim before = claims.get(claim.id());
    TreePMap<Taken, CommandId> others = before == null ? taken : taken.minus(Taken.of(before));
    return new Claims(
        member,
        claims.plus(claim.id(), claim),
        choices,
        claim.state() == Claim.State.REVOKED ? others : others.plus(Taken.of(claim), claim.id()));
  }

  Claims with(Opened opened) {
    return new Claims(member, claims, choices.plus(opened.id(), opened), taken);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Claims that
        && member.equals(that.member)
        && claims.equals(that.claims)
        && choices.equals(that.choices);
  }

  @Override
  public int hashCode() {
    return 31 * member.hashCode() + claims.hashCode();
  }

  @Override
  public String toString() {
    return "claims of " + member + ": " + claims.size();
  }
}

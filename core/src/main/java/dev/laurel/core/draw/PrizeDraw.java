package dev.laurel.core.draw;

import dev.laurel.core.earning.Condition;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.time.Span;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The rules of one prize draw: who may enter when, how often, and what there is to win.
 *
 * <p>For example five race weekends among all drivers of company cars, one ticket each, entries in
 * March, three alternates.
 */
@Value.Immutable
public abstract class PrizeDraw {
  private static final int MOST_PLACES = 1_000_000;
  private static final int DIGEST_LENGTH = 64;

  PrizeDraw() {}

  /** The name of the draw; part of what decides the order of the tickets. */
  public abstract DrawId id();

  /** The name for people. */
  public abstract String name();

  /** When tickets can be entered. */
  public abstract Span entries();

  /** What there is to win, the first prize first. */
  public abstract List<Prize> prizes();

  /** How many members stand by for winners who decline. */
  @Value.Default
  public int alternates() {
    return 0;
  }

  /** How many tickets one member may enter. */
  @Value.Default
  public int ticketsPerMember() {
    return 1;
  }

  /** Who may enter; asked when the ticket is entered. */
  @Value.Default
  public Condition eligibility() {
    return Condition.always();
  }

  /** The published {@link Seed#commitment()}; with it, no other seed can be used. */
  public abstract Optional<String> seedCommitment();

  /** How many winners there are at the most. */
  public final int places() {
    return prizes().stream().mapToInt(Prize::quantity).sum();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PrizeDraw}. */
  public static final class Builder extends ImmutablePrizeDraw.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Codes.label("draw", name(), 128);
    require(!prizes().isEmpty(), FailureCode.QUANTITY_INVALID, "prizes", "have a prize", "none");
    long codes = prizes().stream().map(Prize::code).distinct().count();
    require(
        codes == prizes().size(),
        FailureCode.CONFIG_DUPLICATE,
        "prizes",
        "have prizes of different codes",
        prizes().stream().map(Prize::code).toList());
    long places = prizes().stream().mapToLong(Prize::quantity).sum();
    require(
        places <= MOST_PLACES && alternates() <= MOST_PLACES,
        FailureCode.LIMIT_EXCEEDED,
        "prizes",
        "have at most 1000000 prizes and alternates",
        places + " and " + alternates());
    require(alternates() >= 0, FailureCode.RANGE, "alternates", "have at least 0", alternates());
    require(
        ticketsPerMember() >= 1,
        FailureCode.RANGE,
        "ticketsPerMember",
        "allow a member at least one ticket",
        ticketsPerMember());
    require(
        seedCommitment().isEmpty() || isDigest(seedCommitment().get()),
        FailureCode.TEXT_INVALID,
        "seedCommitment",
        "have a commitment of 64 hexadecimal digits",
        seedCommitment().map(String::length));
  }

  private void require(boolean holds, FailureCode code, String path, String rule, Object found) {
    InvalidValueException.check(holds, code, path, "draw '%s' must %s: %s", id(), rule, found);
  }

  private static boolean isDigest(String text) {
    return text.length() == DIGEST_LENGTH
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}

package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.TimeGate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A loyalty program: its calendar, its points and the terms on which they are held, its earning
 * rules and its policies, as one value.
 *
 * <p>Two programs with equal parts are equal; a change is another program, told in words by
 * {@link ProgramDiff}, and what is odd about one is told by {@link ProgramCheck}.
 */
@Value.Immutable
public abstract class Program {
  private static final int MOST_POINT_TYPES = 32;

  Program() {}

  /** The name of the program, the same in all its versions. */
  public abstract ProgramId id();

  /** The version, from 1. */
  @Value.Default
  public int version() {
    return 1;
  }

  /** The zone and the first day of the year. */
  public abstract ProgramCalendar calendar();

  /** The terms of each type of points. */
  public abstract List<PointTerms> pointTerms();

  /** The earning rules, their groups and caps. */
  public abstract RuleBook rules();

  /** What happens to facts that arrive after later ones. */
  @Value.Default
  public LateCommands lateActivities() {
    return LateCommands.AS_ARRIVED;
  }

  /** What a return does about the part paid with points. */
  @Value.Default
  public PaidWithPoints paidWithPoints() {
    return PaidWithPoints.RETURN_SHARE;
  }

  /**
   * How long purchases are remembered, so that they can be returned; 400 days unless said
   * otherwise.
   */
  @Value.Default
  public Period returnWindow() {
    return Period.ofDays(400);
  }

  /**
   * The terms of a type.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the program has no such type
   */
  public PointTerms terms(PointType type) {
    PointTerms terms = termsByType().get(type);
    if (terms == null) {
      throw new InvalidValueException(
          FailureCode.REFERENCE_UNKNOWN,
          "pointTerms",
          "program '" + id() + "' must have terms for points it uses: " + type);
    }
    return terms;
  }

  /** Whether the program has points of this type. */
  public boolean has(PointType type) {
    return termsByType().containsKey(requireNonNull(type, "type"));
  }

  /** The type of this code, if the program has it. */
  public Optional<PointType> pointType(String code) {
    return pointTerms().stream()
        .map(PointTerms::type)
        .filter(type -> type.code().equals(code))
        .findFirst();
  }

  /**
   * The ledger of a type, which keeps accounts under its terms.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if the program has no such type
   */
  public Ledger ledger(PointType type) {
    LotTerms lotTerms = lotTerms().get(terms(type).type());
    return requireNonNull(lotTerms, "lotTerms").ledger();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Program}. */
  public static final class Builder extends ImmutableProgram.Builder {
    Builder() {}
  }

  @Value.Lazy
  ImmutableMap<PointType, PointTerms> termsByType() {
    Map<PointType, PointTerms> terms = new LinkedHashMap<>();
    for (PointTerms each : pointTerms()) {
      terms.put(each.type(), each);
    }
    return ImmutableMap.copyOf(terms);
  }

  /** What becomes of the points of each type, in the order of the terms. */
  @Value.Lazy
  ImmutableMap<PointType, LotTerms> lotTerms() {
    ImmutableMap.Builder<PointType, LotTerms> lotTerms = ImmutableMap.builder();
    for (PointTerms terms : pointTerms()) {
      Ledger ledger = Ledger.of(ledgerPolicy(terms));
      lotTerms.put(terms.type(), new LotTerms(terms, ledger, calendar()));
    }
    return lotTerms.buildOrThrow();
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        version() >= 1,
        FailureCode.RANGE,
        "version",
        "program '%s' must have a version from 1: %s",
        id(),
        version());
    InvalidValueException.check(
        pointTerms().size() <= MOST_POINT_TYPES,
        FailureCode.LIMIT_EXCEEDED,
        "pointTerms",
        "program '%s' must have at most %s point types: %s",
        id(),
        MOST_POINT_TYPES,
        pointTerms().size());
    long codes =
        pointTerms().stream().map(terms -> terms.type().code()).distinct().count();
    InvalidValueException.check(
        codes == pointTerms().size(),
        FailureCode.CONFIG_DUPLICATE,
        "pointTerms",
        "program '%s' must have terms for each point type once: %s",
        id(),
        pointTerms().stream().map(PointTerms::type).toList());
    TimeGate.checkPeriod(returnWindow(), "returnWindow");
    for (EarningRule rule : rules().rules()) {
      terms(rule.points());
    }
    pointTerms().forEach(this::inactivity);
  }

  private LedgerPolicy ledgerPolicy(PointTerms terms) {
    LedgerPolicy.Builder policy = LedgerPolicy.builder();
    policy
        .calendar(calendar())
        .burnOrder(terms.burnOrder())
        .reversalSource(terms.reversalSource())
        .remainder(terms.remainder())
        .restoredExpiry(terms.restoredExpiry())
        .transferExpiry(terms.transferExpiry())
        .lateCommands(lateActivities())
        .inactivity(inactivity(terms))
        .accountLimit(terms.accountLimit())
        .futureSkew(terms.futureSkew())
        .closedBefore(terms.closedBefore());
    return policy.build();
  }

  /**
   * The one inactivity clause of a type: its account has one date, so that two clauses cannot be.
   */
  private Optional<Expiry.Inactivity> inactivity(PointTerms terms) {
    Optional<Expiry.Inactivity> found = inactivity(terms.expiry().expiry());
    for (EarningRule rule : rules().rules()) {
      if (rule.points().equals(terms.type()) && rule.expiry().isPresent()) {
        Optional<Expiry.Inactivity> own = inactivity(rule.expiry().get());
        InvalidValueException.check(
            own.isEmpty() || found.isEmpty() || own.equals(found),
            FailureCode.EXPIRY_INVALID,
            "rules." + rule.id() + ".expiry",
            "program '%s' must have one inactivity clause for '%s': %s, %s",
            id(),
            terms.type(),
            found,
            own);
        found = own.isPresent() ? own : found;
      }
    }
    return found;
  }

  private static Optional<Expiry.Inactivity> inactivity(Expiry expiry) {
    return expiry instanceof Expiry.Inactivity clause ? Optional.of(clause) : Optional.empty();
  }
}

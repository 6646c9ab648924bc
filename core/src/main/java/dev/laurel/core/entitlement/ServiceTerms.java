package dev.laurel.core.entitlement;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.TimeGate;
import java.time.Period;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * On what terms a service is had: how long a trial and a term last, what an extension costs, and
 * what happens when the thing changes hands.
 *
 * <p>For example remote start for a vehicle: three years from the first activation, a trial of one
 * month before, EUR 79.00 for each further year, ending when the vehicle is sold.
 */
@Value.Immutable
public abstract class ServiceTerms {
  ServiceTerms() {}

  /** What happens to a service when the thing it is bound to gets another owner. */
  public enum OnHandOver {
    /** It ends. */
    END,
    /** It goes with the thing. */
    MOVE
  }

  /** The service. */
  public abstract Service service();

  /** The name for people. */
  public abstract String name();

  /** Whether it is bound to a thing as well as to a person. */
  @Value.Default
  public boolean isBoundToThing() {
    return false;
  }

  /** How long it can be tried without obligation; absent if it cannot be. */
  public abstract Optional<Period> trial();

  /** How long one activation lasts, the day of activation included. */
  public abstract Period term();

  /** By how much one extension moves the end; absent if it cannot be extended. */
  public abstract Optional<Period> extension();

  /** What one extension costs; the caller collects it. */
  public abstract Optional<ExactMoney> extensionFee();

  /** What a change of owner does. */
  @Value.Default
  public OnHandOver onHandOver() {
    return OnHandOver.END;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ServiceTerms}. */
  public static final class Builder extends ImmutableServiceTerms.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Codes.label("service", name(), 128);
    trial().ifPresent(period -> checkLength(period, "trial"));
    checkLength(term(), "term");
    extension().ifPresent(period -> checkLength(period, "extension"));
    InvalidValueException.check(
        extensionFee().isEmpty() || extension().isPresent(),
        FailureCode.REFERENCE_UNKNOWN,
        "extensionFee",
        "service '%s' must have an extension to charge for: %s",
        service(),
        extensionFee());
    InvalidValueException.check(
        extensionFee().isEmpty() || extensionFee().get().minor() >= 0,
        FailureCode.LINE_NEGATIVE,
        "extensionFee",
        "service '%s' must not pay for an extension: %s",
        service(),
        extensionFee());
  }

  private void checkLength(Period period, String path) {
    TimeGate.checkPeriod(period, path);
    InvalidValueException.check(
        !period.isZero(),
        FailureCode.PERIOD_INVALID,
        path,
        "service '%s' must last for a time: %s",
        service(),
        period);
  }
}

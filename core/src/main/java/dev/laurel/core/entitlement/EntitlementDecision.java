package dev.laurel.core.entitlement;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.money.ExactMoney;
import java.util.List;
import java.util.Optional;

/** What came of a command about entitlements. */
public sealed interface EntitlementDecision {
  /** The entitlements afterwards; those before if the command was refused. */
  Entitlements entitlements();

  /**
   * The command was carried out.
   *
   * @param entitlements the entitlements with it
   * @param changed those that it made or changed, by name
   * @param fee what the caller is to collect
   */
  record Accepted(Entitlements entitlements, List<Entitlement> changed, Optional<ExactMoney> fee)
      implements EntitlementDecision {
    /** A decision of these parts. */
    public Accepted {
      requireNonNull(entitlements, "entitlements");
      changed = ImmutableList.copyOf(changed);
      requireNonNull(fee, "fee");
    }
  }

  /**
   * The command was not carried out.
   *
   * @param entitlements the entitlements as they were
   * @param refusal why
   */
  record Refused(Entitlements entitlements, EntitlementRefusal refusal)
      implements EntitlementDecision {
    /** A decision of these parts. */
    public Refused {
      requireNonNull(entitlements, "entitlements");
      requireNonNull(refusal, "refusal");
    }
  }
}

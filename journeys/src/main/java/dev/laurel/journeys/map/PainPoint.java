package dev.laurel.journeys.map;

import dev.laurel.journeys.identity.FreeText;
import dev.laurel.journeys.identity.PainPointId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.persona.EvidenceLevel;
import java.util.List;
import org.immutables.value.Value;

/** Something that hurts customers at a touchpoint, how much, and how that is known. */
@Value.Immutable
public abstract class PainPoint {
  /** How much it hurts, the least first. */
  public enum Severity {
    /** A nuisance. */
    LOW,
    /** An effort that customers notice. */
    MEDIUM,
    /** A reason to complain. */
    HIGH,
    /** A reason to leave. */
    CRITICAL
  }

  PainPoint() {}

  /** The name in data. */
  public abstract PainPointId id();

  /** Where it hurts. */
  public abstract TouchpointId touchpoint();

  /** What hurts, in words. */
  public abstract String description();

  /** How much. */
  public abstract Severity severity();

  /** How well it is founded; assumed unless said otherwise. */
  @Value.Default
  public EvidenceLevel level() {
    return EvidenceLevel.ASSUMED;
  }

  /** What shows it: complaints, scores, figures, quotations. */
  public abstract List<String> evidence();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PainPoint}. */
  public static final class Builder extends ImmutablePainPoint.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    String subject = "pain point '" + id() + "'";
    FreeText.checked("the description of " + subject, "description", description(), 1_024);
    Checks.atMost(subject, "evidence", evidence(), 64);
    FreeText.checkAll("evidence of " + subject, "evidence", evidence(), 1_024);
  }
}

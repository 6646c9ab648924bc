package dev.laurel.journeys.persona;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.journeys.identity.FreeText;
import dev.laurel.journeys.identity.PersonaId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A semi-fictional representation of a group of customers: what moves them, what they need, do and
 * hope for, and how well all of that is founded.
 *
 * <p>A persona without a segment is a story; one with a {@link Evidence.Statistical} segment can be
 * found among real customers, and says how many of them it stands for. At most 64 lines of each
 * kind, each of at most 1,024 characters.
 */
@Value.Immutable
public abstract class Persona {
  private static final int MOST_LINES = 64;
  private static final int LONGEST_LINE = 1_024;

  Persona() {}

  /** The name in data. */
  public abstract PersonaId id();

  /** The name for people, such as "Busy parent". */
  public abstract String name();

  /** What it rests on. */
  public abstract Evidence evidence();

  /** Why they act. */
  public abstract List<String> motivations();

  /** What they need to get done. */
  public abstract List<String> needs();

  /** What they do. */
  public abstract List<String> behaviours();

  /** What they hope to become. */
  public abstract List<String> aspirations();

  /** How well it is founded. */
  public EvidenceLevel level() {
    return evidence().level();
  }

  /** Who belongs to it; absent unless it is statistical. */
  public Optional<Segment> segment() {
    return evidence() instanceof Evidence.Statistical counted
        ? Optional.of(counted.segment())
        : Optional.empty();
  }

  /** The share of customers it stands for, with its interval; absent unless it is statistical. */
  public Optional<Estimate> observedShare() {
    return evidence() instanceof Evidence.Statistical counted
        ? counted.observed().estimate()
        : Optional.empty();
  }

  /** Whether it stands for a customer; absent unless it is statistical. */
  public Optional<Boolean> standsFor(Attributes customer) {
    return segment().map(segment -> segment.matches(customer));
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Persona}. */
  public static final class Builder extends ImmutablePersona.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Codes.label("persona '" + id() + "'", name(), 128);
    checkLines("motivations", motivations());
    checkLines("needs", needs());
    checkLines("behaviours", behaviours());
    checkLines("aspirations", aspirations());
  }

  private void checkLines(String path, List<String> lines) {
    InvalidValueException.check(
        lines.size() <= MOST_LINES,
        FailureCode.LIMIT_EXCEEDED,
        path,
        "persona '%s' must have at most %s %s: %s",
        id(),
        MOST_LINES,
        path,
        lines.size());
    FreeText.checkAll("a line of persona '" + id() + "'", path, lines, LONGEST_LINE);
  }
}

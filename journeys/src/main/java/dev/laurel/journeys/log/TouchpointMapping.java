package dev.laurel.journeys.log;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.persona.Segment;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The way from the events of a source to touchpoints of a map: {@code /checkout/pay} and
 * {@code pay_button} are both {@code payment}, and {@code call} is {@code complaint} if its topic
 * is.
 *
 * <p>The first rule that fits decides, then the names, then {@link #others()}.
 */
@Value.Immutable
public abstract class TouchpointMapping {
  /** What becomes of an event that neither a rule nor a name knows. */
  public enum Others {
    /** It keeps its name. */
    KEEP,
    /** It is no touchpoint: readers reject it, and {@link JourneyLog#mapped} leaves it out. */
    REJECT
  }

  /**
   * Events of a name, or of any, that have certain attributes.
   *
   * @param name the name in the source; absent for any
   * @param where what their attributes must answer
   * @param touchpoint what they are
   */
  public record Rule(Optional<TouchpointId> name, Segment where, TouchpointId touchpoint) {
    /** A checked rule. */
    public Rule {
      requireNonNull(name, "name");
      requireNonNull(where, "where");
      requireNonNull(touchpoint, "touchpoint");
    }

    boolean fits(TouchEvent event) {
      return name.map(event.touchpoint()::equals).orElse(true) && where.matches(event.attributes());
    }
  }

  private static final int MOST_RULES = 1_000;

  TouchpointMapping() {}

  /** The rules in their order. */
  public abstract ImmutableList<Rule> rules();

  /** The touchpoints by the name in the source. */
  public abstract ImmutableMap<TouchpointId, TouchpointId> names();

  /** What becomes of the others; they are kept unless said otherwise. */
  @Value.Default
  public Others others() {
    return Others.KEEP;
  }

  /** The mapping of these names, under which others are kept. */
  public static TouchpointMapping of(Map<TouchpointId, TouchpointId> names) {
    TouchpointMapping.Builder mapping = builder();
    return mapping.putAllNames(names).build();
  }

  /** The touchpoint that an event of the source is; absent if it is none. */
  public Optional<TouchpointId> touchpoint(TouchEvent event) {
    for (Rule rule : rules()) {
      if (rule.fits(event)) {
        return Optional.of(rule.touchpoint());
      }
    }
    TouchpointId named = names().get(event.touchpoint());
    if (named != null) {
      return Optional.of(named);
    }
    return others() == Others.KEEP ? Optional.of(event.touchpoint()) : Optional.empty();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TouchpointMapping}. */
  public static final class Builder extends ImmutableTouchpointMapping.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        rules().size() <= MOST_RULES,
        FailureCode.LIMIT_EXCEEDED,
        "rules",
        "a mapping must have at most %s rules: %s",
        MOST_RULES,
        rules().size());
  }
}

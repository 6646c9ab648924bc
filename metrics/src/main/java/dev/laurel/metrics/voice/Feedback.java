package dev.laurel.metrics.voice;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one person said at one time: the answer and comment of a survey, a review, a post, a contact
 * with support.
 */
@Value.Immutable
public abstract class Feedback {
  private static final int LONGEST = 100_000;

  Feedback() {}

  /** Its name. */
  public abstract FeedbackId id();

  /** Where it comes from. */
  public abstract Source source();

  /** When it was said. */
  public abstract Instant at();

  /** Who said it, where that is known. */
  @Value.Redacted
  public abstract Optional<MemberId> author();

  /** By which way, such as {@code app}. */
  public abstract Optional<Channel> channel();

  /** The language, as an ISO 639 code such as {@code de}, where it is known. */
  public abstract Optional<String> language();

  /** What was rated, and how; absent for words alone. */
  public abstract Optional<Rating> rating();

  /** The words; empty for a rating alone. At most 100,000 characters. */
  @Value.Redacted
  @Value.Default
  public String text() {
    return "";
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Feedback}. */
  public static final class Builder extends ImmutableFeedback.Builder {
    Builder() {}
  }

  /** Where feedback comes from. */
  public enum Source {
    /** An answer that was asked for. */
    SURVEY,
    /** A rating in public, of a product or place. */
    REVIEW,
    /** A post to everyone. */
    SOCIAL_POST,
    /** A call, chat or mail to support. */
    SUPPORT_CONTACT
  }

  @Value.Check
  void check() {
    TimeGate.admit(at(), "at");
    InvalidValueException.check(
        language().isEmpty() || language().get().matches("[a-z]{2,3}"),
        FailureCode.VALUE_INVALID,
        "language",
        "feedback %s must have an ISO 639 language of two or three letters",
        id());
    InvalidValueException.check(
        text().length() <= LONGEST && text().indexOf('\0') < 0,
        FailureCode.TEXT_INVALID,
        "text",
        "feedback %s must have at most 100000 characters and no NUL: %s",
        id(),
        text().length());
    InvalidValueException.check(
        rating().isPresent() || !text().isBlank(),
        FailureCode.VALUE_INVALID,
        "text",
        "feedback %s must hold a rating or words",
        id());
  }
}

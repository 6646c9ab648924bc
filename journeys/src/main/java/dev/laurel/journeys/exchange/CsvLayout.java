package dev.laurel.journeys.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.log.Experience;
import java.time.ZoneId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which column of a CSV file means what.
 *
 * <p>The first line names the columns; columns that the layout does not name are passed over.
 * {@link #STANDARD} is the form that {@link CsvLogWriter} writes, which loses nothing.
 */
@Value.Immutable
public abstract class CsvLayout {
  /** The columns and cells of {@link CsvLogWriter}. */
  public static final CsvLayout STANDARD = standard();

  CsvLayout() {}

  /** The column of the journey, such as a session or an order. */
  public abstract String journey();

  /** The column of the touchpoint. */
  public abstract String touchpoint();

  /** The column of the instant: {@code 2026-03-01T09:30:00Z}, or local if a zone is given. */
  public abstract String at();

  /**
   * The zone of local times without an offset, such as {@code 2026-03-01 09:30:00}; of a time that
   * comes twice when clocks go back, the first is meant, and one that is skipped when they go
   * forward moves by the gap.
   */
  public abstract Optional<ZoneId> zone();

  /** The column of the channel. */
  public abstract Optional<String> channel();

  /** The column of the status. */
  public abstract Optional<String> status();

  /** The texts in the column of the status that mean failed; {@code FAILED} always does. */
  public abstract ImmutableSet<String> failedTexts();

  /** The column of the experience. */
  public abstract Optional<String> experience();

  /** The scale of experiences; absent if each cell names its own, as in the standard form. */
  public abstract Optional<Experience.Scale> experienceScale();

  /** The column of the value. */
  public abstract Optional<String> value();

  /** The currency of values; absent if each cell names its own, as {@code EUR 12.30} does. */
  public abstract Optional<String> currency();

  /** The column of the sequence number. */
  public abstract Optional<String> sequence();

  /** The column of the member. */
  public abstract Optional<String> member();

  /** The columns that become text attributes of the event. */
  public abstract ImmutableList<String> eventAttributes();

  /** The columns that become text attributes of the journey; its first row with a text counts. */
  public abstract ImmutableList<String> journeyAttributes();

  /** What separates the fields; a comma unless said otherwise. */
  @Value.Default
  public char separator() {
    return ',';
  }

  /** Whether texts are guarded against spreadsheets, and columns typed, as the writer does it. */
  @Value.Default
  boolean isStandard() {
    return false;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CsvLayout}. */
  public static final class Builder extends ImmutableCsvLayout.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        separator() != '"' && separator() != '\n' && separator() != '\r' && separator() != '\'',
        FailureCode.VALUE_INVALID,
        "separator",
        "a separator must be no quote and no line break: %s",
        (int) separator());
  }

  private static CsvLayout standard() {
    CsvLayout.Builder standard = builder();
    return standard
        .journey("journey")
        .touchpoint("touchpoint")
        .at("at")
        .channel("channel")
        .status("status")
        .experience("experience")
        .value("value")
        .sequence("sequence")
        .member("member")
        .isStandard(true)
        .build();
  }
}

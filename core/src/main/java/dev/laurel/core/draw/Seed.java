package dev.laurel.core.draw;

import com.google.common.hash.Hashing;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.nio.charset.StandardCharsets;

/**
 * The published text from which a draw takes its chance, such as the numbers of a public lottery
 * drawn after the entries closed.
 *
 * <p>Nobody may know it while tickets can still be entered. Where the operator chooses it, its
 * {@link #commitment()} is published first and the text after the entries have closed.
 *
 * @param text 8 to 256 printable ASCII characters
 */
public record Seed(String text) {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;

  /**
   * A checked seed.
   *
   * @throws InvalidValueException TEXT_INVALID if it is too short, too long, or not printable ASCII
   */
  public Seed {
    boolean isPrintable = text.chars().allMatch(c -> c >= ' ' && c <= '~');
    InvalidValueException.check(
        isPrintable && text.length() >= SHORTEST && text.length() <= LONGEST,
        FailureCode.TEXT_INVALID,
        "seed",
        "a seed must be %s to %s printable ASCII characters: %s",
        SHORTEST,
        LONGEST,
        Excerpt.of(text));
  }

  /** The seed of this text. */
  public static Seed of(String text) {
    return new Seed(text);
  }

  /** The SHA-256 digest of the text in lower-case hexadecimal, to be published in advance. */
  public String commitment() {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}

package dev.laurel.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.json.LaurelJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Documents that are spoilt in every place, and what a reader has to say of them. */
public final class HostileJson {
  private static final int LONGEST_MESSAGE = 300;
  private static final List<String> NASTY =
      List.of("", "\"", "{", "[", "]", "}", ",", ":", "9", "\0", "e", "-");

  private HostileJson() {}

  /** The text with something else in the place of a part, which must be there. */
  public static String replaced(String text, String good, String bad) {
    int at = text.indexOf(good);
    assertThat(at).as(good).isNotNegative();
    return text.substring(0, at) + bad + text.substring(at + good.length());
  }

  /** How a text is refused, in few words. */
  public static MalformedInputException refusal(LaurelJson json, String text, Class<?> type) {
    Throwable thrown = catchThrowable(() -> json.read(text, type));
    assertThat(thrown).as("%.200s", text).isInstanceOf(MalformedInputException.class);
    assertThat(thrown.getMessage()).hasSizeLessThanOrEqualTo(LONGEST_MESSAGE);
    return (MalformedInputException) thrown;
  }

  /** A document that ends after any of its bytes is no document; of ASCII letters only. */
  public static void assertRefusedWhereverItEnds(LaurelJson json, String good, Class<?> type) {
    byte[] whole = good.getBytes(StandardCharsets.US_ASCII);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Throwable thrown = catchThrowable(() -> json.read(cut, type));
      assertThat(thrown).as("%s bytes", length).isInstanceOf(MalformedInputException.class);
      assertThat(((MalformedInputException) thrown).code()).isEqualTo(FailureCode.JSON_SYNTAX);
    }
  }

  /**
   * With every character replaced by every nasty one, a document is read or refused in few words,
   * none of which is a secret.
   */
  public static void assertReadOrRefusedWhateverIsChanged(
      LaurelJson json, String good, Class<?> type, String... secrets) {
    assertReadOrRefusedWhateverIsChanged(text -> json.read(text, type), good, secrets);
  }

  /** The same of any reader. */
  public static void assertReadOrRefusedWhateverIsChanged(
      Consumer<String> reader, String good, String... secrets) {
    for (int i = 0; i < good.length(); i++) {
      for (String bad : NASTY) {
        String text = good.substring(0, i) + bad + good.substring(i + 1);
        Throwable thrown = catchThrowable(() -> reader.accept(text));
        if (thrown != null) {
          assertThat(thrown).as(text).isInstanceOf(MalformedInputException.class);
          assertThat(thrown.getMessage()).hasSizeLessThanOrEqualTo(LONGEST_MESSAGE);
          for (String secret : secrets) {
            assertThat(thrown.getMessage()).doesNotContain(secret);
          }
        }
      }
    }
  }
}

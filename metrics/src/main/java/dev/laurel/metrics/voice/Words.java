package dev.laurel.metrics.voice;

import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import java.util.Locale;

/** A text as the words it is made of: letters and digits in lower case, in Unicode form C. */
final class Words {
  private Words() {}

  static ImmutableList<String> of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    ImmutableList.Builder<String> words = ImmutableList.builder();
    int start = -1;
    for (int i = 0; i <= folded.length(); ) {
      int letter = i < folded.length() ? folded.codePointAt(i) : ' ';
      boolean isPart = Character.isLetterOrDigit(letter)
          || Character.getType(letter) == Character.NON_SPACING_MARK
          || (letter == '\'' && start >= 0);
      if (isPart && start < 0) {
        start = i;
      } else if (!isPart && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
      i += Character.charCount(letter);
    }
    return words.build();
  }
}

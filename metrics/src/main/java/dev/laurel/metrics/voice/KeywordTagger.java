package dev.laurel.metrics.voice;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tags by a vocabulary: a theme is found where one of its words or phrases is.
 *
 * <p>With {@code waiting-time} spoken for by "wait*", "queue" and "too long", the text "We waited
 * in the queue" is about waiting time, because of "wait*". A word matches as a whole, in any case;
 * a star at its end stands for any ending. The first phrase of a theme that is found speaks for it.
 */
public final class KeywordTagger implements Tagger {
  private final ImmutableSortedMap<String, ImmutableList<Phrase>> themes;

  /** A phrase as it was written, and as words; the last may be a beginning. */
  private record Phrase(String written, ImmutableList<String> words, boolean isBeginning) {
    static Phrase of(String written) {
      boolean isBeginning = written.endsWith("*");
      ImmutableList<String> words =
          Words.of(isBeginning ? written.substring(0, written.length() - 1) : written);
      InvalidValueException.check(
          !words.isEmpty(),
          FailureCode.VALUE_INVALID,
          "vocabulary",
          "a vocabulary must hold words of letters and digits: %s",
          written);
      return new Phrase(written, words, isBeginning);
    }

    boolean isIn(List<String> text) {
      for (int start = 0; start + words.size() <= text.size(); start++) {
        if (isAt(text, start)) {
          return true;
        }
      }
      return false;
    }

    private boolean isAt(List<String> text, int start) {
      int last = words.size() - 1;
      for (int i = 0; i < last; i++) {
        if (!words.get(i).equals(text.get(start + i))) {
          return false;
        }
      }
      String found = text.get(start + last);
      return isBeginning ? found.startsWith(words.get(last)) : found.equals(words.get(last));
    }
  }

  private KeywordTagger(ImmutableSortedMap<String, ImmutableList<Phrase>> themes) {
    this.themes = themes;
  }

  /**
   * The tagger of this vocabulary: for each theme its words and phrases.
   *
   * @throws InvalidValueException ID_INVALID if a theme is no code, VALUE_INVALID if a phrase has
   *     no word, CONFIG_DUPLICATE if a theme names a phrase twice
   */
  public static KeywordTagger of(Map<String, List<String>> vocabulary) {
    ImmutableSortedMap.Builder<String, ImmutableList<Phrase>> themes =
        ImmutableSortedMap.naturalOrder();
    vocabulary.forEach((theme, written) -> {
      ImmutableList<Phrase> phrases = written.stream().map(Phrase::of).collect(toImmutableList());
      Set<Phrase> distinct = new HashSet<>(phrases);
      InvalidValueException.check(
          distinct.size() == phrases.size(),
          FailureCode.CONFIG_DUPLICATE,
          "vocabulary",
          "theme '%s' must name each phrase once: %s",
          theme,
          written);
      themes.put(Codes.code("a theme", theme, 64), phrases);
    });
    return new KeywordTagger(themes.buildOrThrow());
  }

  @Override
  public ImmutableList<Tag> tag(Feedback feedback) {
    List<String> words = Words.of(feedback.text());
    ImmutableList.Builder<Tag> tags = ImmutableList.builder();
    themes.forEach((theme, phrases) -> phrases.stream()
        .filter(phrase -> phrase.isIn(words))
        .findFirst()
        .ifPresent(phrase -> tags.add(new Tag(theme, phrase.written()))));
    return tags.build();
  }
}

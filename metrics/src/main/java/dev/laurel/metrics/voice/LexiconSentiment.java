package dev.laurel.metrics.voice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sentiment by a vocabulary that the caller supplies: what words weigh, and which ones turn the
 * word after them over.
 *
 * <p>With "friendly" at 1, "rude" at -2 and "not" as a negation, "friendly at first, then not
 * friendly and rude" is (1 - 1 - 2) / (1 + 1 + 2) = -0.5. No vocabulary is included: words that
 * praise a phone do not praise a bank.
 */
public final class LexiconSentiment implements SentimentScorer {
  private static final int REACH = 2;

  private final ImmutableMap<String, Double> weights;
  private final ImmutableSet<String> negations;

  private LexiconSentiment(ImmutableMap<String, Double> weights, ImmutableSet<String> negations) {
    this.weights = weights;
    this.negations = negations;
  }

  /**
   * The scorer of this vocabulary.
   *
   * @param weights what each word weighs, above zero for and below zero against
   * @param negations words that turn over a weighty word up to two words later
   * @throws InvalidValueException VALUE_INVALID if an entry is not one word, or weighs nothing
   */
  public static LexiconSentiment of(Map<String, Double> weights, Set<String> negations) {
    ImmutableMap.Builder<String, Double> folded = ImmutableMap.builder();
    weights.forEach((word, weight) -> {
      InvalidValueException.check(
          weight != 0 && Double.isFinite(weight),
          FailureCode.VALUE_INVALID,
          "weights",
          "word '%s' must weigh something: %s",
          word,
          weight);
      folded.put(oneWord(word), weight);
    });
    return new LexiconSentiment(
        folded.buildOrThrow(),
        negations.stream().map(LexiconSentiment::oneWord).collect(ImmutableSet.toImmutableSet()));
  }

  @Override
  public Sentiment score(Feedback feedback) {
    List<String> words = Words.of(feedback.text());
    double sum = 0;
    double size = 0;
    ImmutableList.Builder<String> evidence = ImmutableList.builder();
    for (int i = 0; i < words.size(); i++) {
      Double weight = weights.get(words.get(i));
      if (weight != null) {
        boolean isTurned = isNegatedAt(words, i);
        sum += isTurned ? -weight : weight;
        size += Math.abs(weight);
        evidence.add(isTurned ? "not " + words.get(i) : words.get(i));
      }
    }
    return new Sentiment(size == 0 ? 0 : sum / size, evidence.build());
  }

  private boolean isNegatedAt(List<String> words, int index) {
    for (int i = Math.max(0, index - REACH); i < index; i++) {
      if (negations.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static String oneWord(String written) {
    List<String> words = Words.of(written);
    InvalidValueException.check(
        words.size() == 1,
        FailureCode.VALUE_INVALID,
        "vocabulary",
        "a vocabulary must hold single words: %s",
        written);
    return words.get(0);
  }
}

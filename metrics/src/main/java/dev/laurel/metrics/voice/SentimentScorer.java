package dev.laurel.metrics.voice;

/**
 * Finds whether words are for or against. Plug in a model of your own; {@link LexiconSentiment} is
 * the one that anybody can read.
 */
@FunctionalInterface
public interface SentimentScorer {
  /** The sentiment of the feedback's words. */
  Sentiment score(Feedback feedback);
}

package dev.laurel.metrics.voice;

import com.google.common.collect.ImmutableList;

/**
 * Finds what feedback is about. Plug in a model of your own; {@link KeywordTagger} is the one that
 * anybody can read.
 */
@FunctionalInterface
public interface Tagger {
  /** The tags of the feedback, each theme at most once, in a stable order. */
  ImmutableList<Tag> tag(Feedback feedback);
}

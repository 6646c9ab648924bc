package dev.laurel.metrics.driver;

import static java.util.Objects.requireNonNull;

/**
 * One theme's share in what all themes together do to the mean: -6 of -10 points, from 100 answers
 * with a mean of -50. Association, not cause.
 *
 * @param theme the name of the theme
 * @param answers how many answers name it
 * @param mean the mean of these answers
 * @param share its share of the impact, in the unit of the mean
 */
public record ThemeImpact(String theme, long answers, double mean, double share) {
  /** A share with what it rests on. */
  public ThemeImpact {
    requireNonNull(theme, "theme");
  }
}

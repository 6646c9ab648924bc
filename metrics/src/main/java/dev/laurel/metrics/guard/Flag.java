package dev.laurel.metrics.guard;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.ScoreChange;
import dev.laurel.metrics.score.ScoreText;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.voice.FeedbackId;
import dev.laurel.metrics.voice.Rating;
import dev.laurel.metrics.voice.Sentiment;
import dev.laurel.metrics.weight.WhoAnswered;
import java.util.Locale;

/** A reason to look before a score is believed. */
public sealed interface Flag {
  /** What was seen, in a sentence with its numbers. */
  String seen();

  /** What else could explain it. */
  String alternative();

  /**
   * Fewer people answered, and those who did were happier.
   *
   * @param before responses of those asked, before
   * @param after responses of those asked, after
   * @param change what the score did; improved
   */
  record FewerAndHappier(Proportion before, Proportion after, ScoreChange change) implements Flag {
    /** A flag of these numbers. */
    public FewerAndHappier {
      requireNonNull(before, "before");
      requireNonNull(after, "after");
      requireNonNull(change, "change");
    }

    @Override
    public String seen() {
      return "the response rate fell from " + percent(before) + " to " + percent(after)
          + " while " + change.after().definition().title() + " rose from "
          + ScoreText.shown(change.after().definition(), change.before().value()) + " to "
          + ScoreText.shown(change.after().definition(), change.after().value());
    }

    @Override
    public String alternative() {
      return "another way of asking, or other people asked";
    }
  }

  /**
   * Those who answered are not like those who were asked.
   *
   * @param who the comparison
   */
  record UnlikeTheAsked(WhoAnswered who) implements Flag {
    /** A flag of this comparison. */
    public UnlikeTheAsked {
      requireNonNull(who, "who");
    }

    @Override
    public String seen() {
      WhoAnswered.Part most = who.furthest();
      return String.format(
          Locale.ROOT,
          "of those asked %.0f %% are %s, of those who answered %.0f %%",
          100 * most.shareOfAsked(),
          most.segment(),
          100 * most.shareOfAnswers());
    }

    @Override
    public String alternative() {
      return "people who care more, or invitations that reach some more easily";
    }
  }

  /**
   * A score that changed because others answered.
   *
   * @param shift the change by the segments' own scores, by their sizes, and by who answered
   * @param change the change as reported
   */
  record MovedByWhoAnswered(MixShift shift, ScoreChange change) implements Flag {
    /** A flag of these numbers. */
    public MovedByWhoAnswered {
      requireNonNull(shift, "shift");
      requireNonNull(change, "change");
    }

    @Override
    public String seen() {
      MetricDefinition definition = change.after().definition();
      return definition.title() + " went from "
          + ScoreText.shown(definition, change.before().value()) + " to "
          + ScoreText.shown(definition, change.after().value()) + ", and "
          + ScoreText.shown(definition, shift.answered()) + " of it is who answered";
    }

    @Override
    public String alternative() {
      return "a season in which other people have reason to answer";
    }
  }

  /**
   * A comment that says the opposite of its rating.
   *
   * @param feedback which one
   * @param rating the rating
   * @param sentiment what its words say
   */
  record ScoreAgainstComment(FeedbackId feedback, Rating rating, Sentiment sentiment)
      implements Flag {
    /** A flag of these parts. */
    public ScoreAgainstComment {
      requireNonNull(feedback, "feedback");
      requireNonNull(rating, "rating");
      requireNonNull(sentiment, "sentiment");
    }

    @Override
    public String seen() {
      return String.format(
          Locale.ROOT,
          "feedback %s rates %d on %s, and its words weigh %+.2f",
          feedback,
          rating.answer(),
          rating.definition().scale(),
          sentiment.value());
    }

    @Override
    public String alternative() {
      return "a scale read the wrong way round, or irony";
    }
  }

  /**
   * One agent or device from which best answers come far more often than from the others.
   *
   * @param origin the opaque name of the agent or device
   * @param best best answers of all from there
   * @param others best answers of all from elsewhere
   * @param adjusted the p-value, corrected for the number of origins
   */
  record Spike(String origin, Proportion best, Proportion others, double adjusted) implements Flag {
    /** A flag of these numbers. */
    public Spike {
      requireNonNull(origin, "origin");
      requireNonNull(best, "best");
      requireNonNull(others, "others");
    }

    @Override
    public String seen() {
      return "of " + best.total() + " answers from " + origin + " " + percent(best)
          + " are the best possible, elsewhere " + percent(others);
    }

    @Override
    public String alternative() {
      return "other customers or other work, or simply being good at it";
    }
  }

  /**
   * A customer who tells that they were asked for a good answer.
   *
   * @param feedback which one
   * @param phrase the phrase of the vocabulary that gave it away
   */
  record Begging(FeedbackId feedback, String phrase) implements Flag {
    /** A flag of these parts. */
    public Begging {
      requireNonNull(feedback, "feedback");
      requireNonNull(phrase, "phrase");
    }

    @Override
    public String seen() {
      return "feedback " + feedback + " holds the phrase '" + phrase + "'";
    }

    @Override
    public String alternative() {
      return "the phrase means something else there";
    }
  }

  /**
   * Results that pile up just above a target, where chance would put as many just below.
   *
   * @param target the target
   * @param width how far above and below it was looked
   * @param above results just above, of those near the target
   * @param pValue of as many or more on one side, two-sided
   */
  record TargetChasing(double target, double width, Proportion above, double pValue)
      implements Flag {
    /** A flag of these numbers. */
    public TargetChasing {
      requireNonNull(above, "above");
    }

    @Override
    public String seen() {
      return above.successes() + " of " + above.total() + " results within " + width
          + " of the target " + target + " lie at or above it";
    }

    @Override
    public String alternative() {
      return "work that stops when the target is reached, in all honesty";
    }
  }

  private static String percent(Proportion share) {
    return String.format(
        Locale.ROOT, "%.0f %%", 100.0 * share.successes() / Math.max(1, share.total()));
  }
}

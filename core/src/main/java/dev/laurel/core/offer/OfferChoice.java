package dev.laurel.core.offer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.Eligibility;
import dev.laurel.core.earning.Miss;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.List;

/**
 * The offers chosen for a member, and why each of the others was not.
 *
 * @param member for whom
 * @param at as of when
 * @param chosen the offers to show, the best first
 * @param rejected all others, by name
 */
public record OfferChoice(
    MemberId member, Instant at, List<Chosen> chosen, List<Rejected> rejected) {
  /** A choice of these parts. */
  public OfferChoice {
    requireNonNull(member, "member");
    requireNonNull(at, "at");
    chosen = ImmutableList.copyOf(chosen);
    rejected = ImmutableList.copyOf(rejected);
  }

  /**
   * An offer to show.
   *
   * @param offer which
   * @param steps what made its points, which are their sum
   */
  public record Chosen(Offer offer, List<Step> steps) {
    /** An offer of these parts. */
    public Chosen {
      requireNonNull(offer, "offer");
      steps = ImmutableList.copyOf(steps);
    }

    /** The points: the sum of the steps. */
    public long points() {
      return steps.stream().mapToLong(Step::points).sum();
    }
  }

  /**
   * A part of an offer's points.
   *
   * @param code {@code base}, or the code of the criterion
   * @param points how much
   */
  public record Step(String code, long points) {
    /** A step of these parts. */
    public Step {
      requireNonNull(code, "code");
    }
  }

  /**
   * An offer that is not shown.
   *
   * @param offer which
   * @param reason why
   */
  public record Rejected(OfferId offer, Reason reason) {
    /** An offer of these parts. */
    public Rejected {
      requireNonNull(offer, "offer");
      requireNonNull(reason, "reason");
    }
  }

  /** Why an offer is not shown; the cases stand in the order in which they are looked for. */
  public sealed interface Reason {
    /** The reason in words. */
    String text();
  }

  /** It cannot be had at this time. */
  public record NotOpen() implements Reason {
    @Override
    public String text() {
      return "not open at this time";
    }
  }

  /**
   * The member may not have it.
   *
   * @param miss what is missing
   */
  public record NotEligible(Miss miss) implements Reason {
    /** A reason of these parts. */
    public NotEligible {
      requireNonNull(miss, "miss");
    }

    @Override
    public String text() {
      return "not eligible: " + Eligibility.text(miss);
    }
  }

  /** The member took it before. */
  public record Taken() implements Reason {
    @Override
    public String text() {
      return "taken before";
    }
  }

  /**
   * It was shown not long ago.
   *
   * @param until the first instant at which it may be shown again
   */
  public record Resting(Instant until) implements Reason {
    /** A reason of these parts. */
    public Resting {
      requireNonNull(until, "until");
    }

    @Override
    public String text() {
      return "shown lately, rests until " + until;
    }
  }

  /**
   * Too little speaks for it.
   *
   * @param points what it has
   * @param least what it needs
   */
  public record TooWeak(long points, long least) implements Reason {
    @Override
    public String text() {
      return points + " points, needs " + least;
    }
  }

  /**
   * The member has been shown enough.
   *
   * @param shown how many offers in this window
   * @param limit how many may be
   */
  public record LimitReached(int shown, int limit) implements Reason {
    @Override
    public String text() {
      return "enough was shown: " + shown + " of " + limit;
    }
  }

  /**
   * More speaks for others.
   *
   * @param points what it has
   * @param least what the last of the chosen has
   */
  public record Outscored(long points, long least) implements Reason {
    @Override
    public String text() {
      return points + " points, others have at least " + least;
    }
  }

  /** The choice for people, one line for each offer; never to be parsed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Chosen one : chosen) {
      text.append(one.offer().id()).append(": ").append(one.offer().reward().text());
      text.append(one.steps().stream()
          .map(step -> step.code() + " " + step.points())
          .collect(joining(", ", ", because of ", "")));
      text.append(" = ").append(one.points()).append('\n');
    }
    for (Rejected one : rejected) {
      text.append("not ").append(one.offer()).append(": ");
      text.append(one.reason().text()).append('\n');
    }
    return text.toString();
  }
}

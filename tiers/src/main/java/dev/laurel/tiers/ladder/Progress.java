package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a member has come towards a qualification, part by part, and what is missing.
 *
 * <p>With 42,000 of 50,000 miles, {@link #missing()} reads {@code 8000 miles}.
 */
public sealed interface Progress {
  /** Whether nothing is missing. */
  boolean isMet();

  /** What is missing in words; empty where nothing is. */
  String missing();

  /**
   * So much of a threshold.
   *
   * @param target the threshold
   * @param have what is there
   */
  record Counted(Qualification.Reach target, long have) implements Progress {
    /** A progress of these parts. */
    public Counted {
      requireNonNull(target, "target");
    }

    /** How much more it takes; zero where it is reached. */
    public long left() {
      return Math.max(0, target.threshold() - have);
    }

    @Override
    public boolean isMet() {
      return left() == 0;
    }

    @Override
    public String missing() {
      return isMet()
          ? ""
          : target.metric().shown(left()) + " " + target.metric().label();
    }
  }

  /**
   * A flag that is there or not.
   *
   * @param flag which
   * @param isHeld whether it is there
   */
  record Flagged(Flag flag, boolean isHeld) implements Progress {
    /** A progress of these parts. */
    public Flagged {
      requireNonNull(flag, "flag");
    }

    @Override
    public boolean isMet() {
      return isHeld;
    }

    @Override
    public String missing() {
      return isHeld ? "" : flag.value();
    }
  }

  /**
   * A group of parts.
   *
   * @param count how many of them it takes
   * @param parts the progress in each
   */
  record Grouped(int count, List<Progress> parts) implements Progress {
    /** A progress of these parts. */
    public Grouped {
      parts = ImmutableList.copyOf(parts);
    }

    @Override
    public boolean isMet() {
      return open() <= 0;
    }

    /** How many more parts it takes. */
    private long open() {
      return count - parts.stream().filter(Progress::isMet).count();
    }

    @Override
    public String missing() {
      if (isMet()) {
        return "";
      }
      List<String> gaps =
          parts.stream().filter(part -> !part.isMet()).map(Progress::missing).toList();
      String list = gaps.stream()
          .map(gap -> gaps.size() > 1 && gap.contains(" or ") ? "(" + gap + ")" : gap)
          .collect(Collectors.joining(open() == gaps.size() ? " and " : " or "));
      return open() > 1 && open() < gaps.size() ? open() + " of: " + list : list;
    }
  }

  /** A tier that no doing reaches. */
  record Closed() implements Progress {
    @Override
    public boolean isMet() {
      return false;
    }

    @Override
    public String missing() {
      return "an invitation";
    }
  }
}

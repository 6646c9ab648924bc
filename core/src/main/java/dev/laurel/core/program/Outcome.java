package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The answer to a submission. */
public sealed interface Outcome {
  /** The member afterwards; unchanged where the submission was rejected or a duplicate. */
  Member member();

  /** What the members have in common afterwards. */
  Shared shared();

  /** What the submission brought about, now or when it first came. */
  Optional<Effect> effect();

  /** Why it was rejected, if it was. */
  default Optional<Rejection> rejection() {
    return Optional.empty();
  }

  /**
   * The effect of a submission that must have been carried out.
   *
   * @throws IllegalStateException if it was rejected; the message is the rejection's
   */
  default Effect orThrow() {
    return effect()
        .orElseThrow(() ->
            new IllegalStateException(rejection().map(Rejection::message).orElse("no effect")));
  }

  /**
   * It was carried out.
   *
   * @param member the member afterwards
   * @param shared what the members have in common afterwards
   * @param done what it brought about
   * @param followUps what it brings to other members, to be submitted for them: the points of the
   *     other side of a referral, or their reversal
   */
  record Done(Member member, Shared shared, Effect done, ImmutableList<Submission> followUps)
      implements Outcome {
    /** An outcome of these parts. */
    public Done {
      requireNonNull(member, "member");
      requireNonNull(shared, "shared");
      requireNonNull(done, "done");
      requireNonNull(followUps, "followUps");
    }

    @Override
    public Optional<Effect> effect() {
      return Optional.of(done);
    }
  }

  /**
   * It had been carried out before; nothing changed.
   *
   * @param member the member as before
   * @param shared what the members have in common, as before
   * @param original what it brought about when it first came
   */
  record Duplicate(Member member, Shared shared, Effect original) implements Outcome {
    /** An outcome of these parts. */
    public Duplicate {
      requireNonNull(member, "member");
      requireNonNull(shared, "shared");
      requireNonNull(original, "original");
    }

    @Override
    public Optional<Effect> effect() {
      return Optional.of(original);
    }
  }

  /**
   * It was not carried out; nothing changed.
   *
   * @param member the member as before
   * @param shared what the members have in common, as before
   * @param reason why
   */
  record Rejected(Member member, Shared shared, Rejection reason) implements Outcome {
    /** An outcome of these parts. */
    public Rejected {
      requireNonNull(member, "member");
      requireNonNull(shared, "shared");
      requireNonNull(reason, "reason");
    }

    @Override
    public Optional<Effect> effect() {
      return Optional.empty();
    }

    @Override
    public Optional<Rejection> rejection() {
      return Optional.of(reason);
    }
  }
}

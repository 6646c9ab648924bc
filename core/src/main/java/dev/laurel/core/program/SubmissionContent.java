package dev.laurel.core.program;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import java.util.Map;
import java.util.Optional;

/**
 * Whether two submissions of one name say the same.
 *
 * <p>The time at which they became known and the expected version are no content: a repeated
 * delivery may have others.
 */
final class SubmissionContent {
  private SubmissionContent() {}

  /** The first field in which they differ, if they do. */
  static Optional<String> firstDifference(Submission one, Submission other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    if (!one.getClass().equals(other.getClass())) {
      return Optional.of("kind");
    }
    if (one instanceof Submission.Ordered left && other instanceof Submission.Ordered right) {
      return firstDifference(left, right);
    }
    ImmutableMap<String, Object> left = fields(one);
    ImmutableMap<String, Object> right = fields(other);
    return left.entrySet().stream()
        .filter(field -> !field.getValue().equals(right.get(field.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Optional<String> firstDifference(
      Submission.Ordered one, Submission.Ordered other) {
    if (!one.type().equals(other.type())) {
      return Optional.of("type");
    }
    return one.purchase().equals(other.purchase())
        ? one.command().firstDifference(other.command())
        : Optional.of("purchase");
  }

  private static ImmutableMap<String, Object> fields(Submission submission) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("member", submission.member()).put("occurredAt", submission.occurredAt());
    if (submission instanceof Submission.Did did) {
      putActivity(fields, did.activity());
    } else if (submission instanceof Submission.Learned learned) {
      fields.put("facts", learned.facts());
    }
    return fields.buildOrThrow();
  }

  private static void putActivity(ImmutableMap.Builder<String, Object> fields, Activity activity) {
    fields
        .put("activity", activity.getClass())
        .put("kind", activity.kind())
        .put("channel", activity.channel())
        .put("partner", activity.partner())
        .put("location", activity.location())
        .put("sourceKey", activity.sourceKey())
        .put("attributes", activity.attributes());
    if (activity instanceof Purchase purchase) {
      fields
          .put("lines", purchase.lines())
          .put("currency", purchase.currency())
          .put("shipping", purchase.shipping())
          .put("tenders", purchase.tenders())
          .put("statedTotal", purchase.statedTotal());
    } else if (activity instanceof Engagement engagement) {
      fields
          .put("quantity", engagement.quantity())
          .put("subject", engagement.subject())
          .put("referred", engagement.referred());
    } else if (activity instanceof Return back) {
      fields.put("purchase", back.purchase()).put("part", back.part());
    }
  }
}

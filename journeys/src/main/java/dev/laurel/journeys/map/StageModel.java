package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.journeys.identity.StageId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The stages of a journey in their order.
 *
 * <p>Two are ready: {@link #CUSTOMER_CYCLE} looks with the eyes of the customer, {@link #AICPRA}
 * with those of the company. Any other is made with {@link #of}.
 *
 * @param name the name for people, 1 to 128 characters
 * @param stages the stages, 1 to 32
 */
public record StageModel(String name, ImmutableList<Stage> stages) {
  /** Discover, evaluate, try, buy, use, get support, re-engage. */
  public static final StageModel CUSTOMER_CYCLE = of(
      "Customer cycle",
      Stage.of("discover", "Discover"),
      Stage.of("evaluate", "Evaluate"),
      Stage.of("try", "Try"),
      Stage.of("buy", "Buy"),
      Stage.of("use", "Use"),
      Stage.of("get-support", "Get support"),
      Stage.of("re-engage", "Re-engage"));

  /** Awareness, interest, consideration, purchase, retention, advocacy. */
  public static final StageModel AICPRA = of(
      "AICPRA",
      Stage.of("awareness", "Awareness"),
      Stage.of("interest", "Interest"),
      Stage.of("consideration", "Consideration"),
      Stage.of("purchase", "Purchase"),
      Stage.of("retention", "Retention"),
      Stage.of("advocacy", "Advocacy"));

  private static final int MOST = 32;

  /**
   * A checked model.
   *
   * @throws InvalidValueException TEXT_INVALID; REQUIRED without a stage; LIMIT_EXCEEDED;
   *     CONFIG_DUPLICATE if two stages have one name in data
   */
  public StageModel {
    name = Codes.label("stage model", name, 128);
    String subject = "stage model '" + name + "'";
    InvalidValueException.check(
        !stages.isEmpty(), FailureCode.REQUIRED, "stages", "%s must have a stage", subject);
    Checks.atMost(subject, "stages", stages, MOST);
    Checks.distinct(subject, "stages", stages, Stage::id);
  }

  /** The model of these stages. */
  public static StageModel of(String name, Stage... stages) {
    return new StageModel(name, ImmutableList.copyOf(stages));
  }

  /** The model of these stages. */
  public static StageModel of(String name, List<Stage> stages) {
    return new StageModel(name, ImmutableList.copyOf(stages));
  }

  /** The stage of this name. */
  public Optional<Stage> stage(StageId id) {
    return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
  }

  /** The place of a stage, from 0; absent if the model does not have it. */
  public OptionalInt position(StageId id) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).id().equals(id)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}

package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.journeys.identity.FreeText;
import dev.laurel.journeys.identity.ImprovementId;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PainPointId;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.persona.Persona;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A journey as it was designed: whose it is, what they want, through which touchpoints it leads in
 * which stages, where it is believed to be decided, where it hurts and what should become better.
 *
 * <p>A map is a value; a change is another map, told in words by {@link MapDiff} and kept by
 * {@link MapVersions}. At most 500 steps, 256 pain points and 256 improvements.
 */
@Value.Immutable
public abstract class JourneyMap {
  private static final int MOST_STEPS = 500;
  private static final int MOST_NOTES = 256;

  JourneyMap() {}

  /** The name in data, the same in all versions. */
  public abstract MapId id();

  /** The name for people, such as "Buying a car". */
  public abstract String name();

  /** Whose journey it is. */
  public abstract Persona persona();

  /** What the customer wants to reach. */
  public abstract String goal();

  /** The stages. */
  public abstract StageModel stages();

  /** The way through the steps. */
  public abstract Flow flow();

  /** Where it hurts. */
  public abstract List<PainPoint> painPoints();

  /** What should become better. */
  public abstract List<Improvement> improvements();

  /** All steps in the order in which they are written. */
  @Value.Lazy
  public ImmutableList<Step> steps() {
    return flow().steps();
  }

  /** Each touchpoint once, in the order in which it first comes. */
  @Value.Lazy
  public ImmutableMap<TouchpointId, Touchpoint> touchpoints() {
    Map<TouchpointId, Touchpoint> touchpoints = new LinkedHashMap<>();
    steps().forEach(step -> touchpoints.putIfAbsent(step.id(), step.touchpoint()));
    return ImmutableMap.copyOf(touchpoints);
  }

  /** The touchpoints that every journey as designed comes by, in the order in which they come. */
  @Value.Lazy
  public ImmutableSet<TouchpointId> mandatory() {
    return flow().match(new Mandatory());
  }

  /** The steps of a touchpoint; none if the map does not know it. */
  public ImmutableList<Step> stepsOf(TouchpointId touchpoint) {
    return steps().stream()
        .filter(step -> step.id().equals(touchpoint))
        .collect(ImmutableList.toImmutableList());
  }

  /** The stage in which a touchpoint first comes; absent if the map does not know it. */
  public Optional<StageId> stageOf(TouchpointId touchpoint) {
    return stepsOf(touchpoint).stream().findFirst().map(Step::stage);
  }

  /** The steps that are declared to be moments of truth. */
  public ImmutableList<Step> declaredMoments() {
    return steps().stream()
        .filter(step -> step.moment().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether there is one way through it only. */
  public boolean isLinear() {
    return flow().isLinear();
  }

  /** The pain point of this name. */
  public Optional<PainPoint> painPoint(PainPointId id) {
    return painPoints().stream().filter(pain -> pain.id().equals(id)).findFirst();
  }

  /** The improvement of this name. */
  public Optional<Improvement> improvement(ImprovementId id) {
    return improvements().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link JourneyMap}. */
  public static final class Builder extends ImmutableJourneyMap.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    String subject = "map '" + id() + "'";
    Codes.label(subject, name(), 128);
    FreeText.checked("the goal of " + subject, "goal", goal(), 1_024);
    Checks.atMost(subject, "steps", steps(), MOST_STEPS);
    Checks.atMost(subject, "painPoints", painPoints(), MOST_NOTES);
    Checks.atMost(subject, "improvements", improvements(), MOST_NOTES);
    Checks.distinct(subject, "painPoints", painPoints(), PainPoint::id);
    Checks.distinct(subject, "improvements", improvements(), Improvement::id);
    steps().forEach(this::checkStep);
    painPoints().forEach(pain -> checkKnown("painPoints", pain.id(), pain.touchpoint()));
    improvements().forEach(this::checkImprovement);
  }

  private void checkStep(Step step) {
    InvalidValueException.check(
        stages().stage(step.stage()).isPresent(),
        FailureCode.REFERENCE_UNKNOWN,
        "flow",
        "step '%s' of map '%s' must be in a stage of '%s': %s",
        step.id(),
        id(),
        stages().name(),
        step.stage());
    InvalidValueException.check(
        step.touchpoint().equals(touchpoints().get(step.id())),
        FailureCode.CONFIG_DUPLICATE,
        "flow",
        "map '%s' must describe a touchpoint in one way: %s",
        id(),
        step.id());
  }

  private void checkImprovement(Improvement improvement) {
    checkKnown("improvements", improvement.id(), improvement.touchpoint());
    improvement
        .painPoint()
        .ifPresent(pain -> InvalidValueException.check(
            painPoint(pain).isPresent(),
            FailureCode.REFERENCE_UNKNOWN,
            "improvements." + improvement.id() + ".painPoint",
            "improvement '%s' of map '%s' must end a pain of the map: %s",
            improvement.id(),
            id(),
            pain));
  }

  private void checkKnown(String path, Object note, TouchpointId touchpoint) {
    InvalidValueException.check(
        touchpoints().containsKey(touchpoint),
        FailureCode.REFERENCE_UNKNOWN,
        path + "." + note + ".touchpoint",
        "'%s' of map '%s' must be at a touchpoint of the map: %s",
        note,
        id(),
        touchpoint);
  }
}

package dev.laurel.journeys.map;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MapVersionsTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  private final MapVersions first =
      MapVersions.startingWith(Maps.linear("a", "b", "c"), "Ada", MARCH, "workshop");
  private final MapVersions two =
      first.activate(1, MARCH).draft(Maps.linear("a", "c"), 1, "Bo", MARCH, "one step less");

  @Test
  void aHistoryBeginsWithADraft() {
    assertThat(first.latest().status()).isEqualTo(MapVersion.Status.DRAFT);
    assertThat(first.latest().parent()).isEmpty();
    assertThat(first.active()).isEmpty();
  }

  @Test
  void oneVersionAtATimeIsInForce() {
    MapVersions after = two.activate(2, JUNE);

    assertThat(after.active()).map(MapVersion::number).contains(2);
    assertThat(after.version(1).status()).isEqualTo(MapVersion.Status.RETIRED);
    assertThat(after.activeAt(JUNE.minusNanos(1_000))).map(MapVersion::number).contains(1);
    assertThat(after.activeAt(JUNE)).map(MapVersion::number).contains(2);
    assertThat(after.activeAt(MARCH.minusSeconds(1))).isEmpty();
    assertThat(two.active()).map(MapVersion::number).contains(1);
  }

  @Test
  void aDraftComesFromAVersionThatThereIs() {
    assertThat(two.latest().parent()).hasValue(1);
    refused(
        FailureCode.REFERENCE_UNKNOWN,
        () -> two.draft(Maps.linear("a"), 3, "Bo", MARCH, "why not"));
  }

  @Test
  void onlyADraftComesIntoForceAndNotBeforeTheOneItReplaces() {
    refused(FailureCode.VALUE_INVALID, () -> two.activate(1, JUNE));
    refused(FailureCode.WINDOW_INVALID, () -> two.activate(2, MARCH));
    refused(FailureCode.REFERENCE_UNKNOWN, () -> two.activate(0, JUNE));
  }

  @Test
  void theVersionsAreOfOneMapAndWithoutGaps() {
    refused(
        FailureCode.SEQUENCE_GAP,
        () -> new MapVersions(com.google.common.collect.ImmutableList.of(two.version(2))));
    refused(
        FailureCode.REQUIRED, () -> new MapVersions(com.google.common.collect.ImmutableList.of()));
  }

  @Test
  void twoVersionsAreComparedByNumber() {
    assertThat(two.between(1, 2))
        .extracting(MapChange::kind, MapChange::path)
        .contains(
            org.assertj.core.groups.Tuple.tuple(MapChange.Kind.REMOVED, "steps.b"),
            org.assertj.core.groups.Tuple.tuple(MapChange.Kind.REMOVED, "touchpoints.b"));
  }
}

package dev.laurel.tiers.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.points.PointType;
import dev.laurel.core.testkit.AnyValue;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** I1: what is written is read as the same value, and equal values are the same bytes. */
class TiersRoundTripLaws {
  private static final LaurelJson JSON = TiersJson.standard();

  @Property(tries = 30)
  void everyDocumentIsReadAsItWasWritten(@ForAll long seed) {
    for (Class<?> type : AnyValue.casesOf(AnyTiers.DOCUMENTS)) {
      Object value = new AnyTiers(seed).of(type);
      assertReadAsWritten(value, JSON::write);
      // Equal values, one of which came from text.
      assertThat(
              JSON.write(JSON.read(JSON.write(value), AnyValue.rootOf(type, AnyTiers.DOCUMENTS))))
          .isEqualTo(JSON.write(value));
    }
  }

  @Property(tries = 30)
  void documentsOfCoreAreThoseOfCore(@ForAll long seed) {
    Object submission = new AnyTiers(seed).of(dev.laurel.core.program.Submission.class);

    assertThat(JSON.write(submission)).isEqualTo(LaurelJson.standard().write(submission));
    assertThat((Object) JSON.read(JSON.write(submission), dev.laurel.core.program.Submission.class))
        .isEqualTo(submission);
  }

  /** The twin leaves out what it takes to stay, which then is what it takes to enter. */
  @Example
  void theLawCatchesACodecThatDropsATermWithADefault() {
    Metric miles = Metric.points(PointType.qualifying("miles", "Miles"));
    Rung gold = Rung.builder()
        .tier(Tier.of("gold", "Gold"))
        .enter(Qualification.reach(miles, 60))
        .stay(Qualification.reach(miles, 55))
        .build();
    TierLadder ladder = TierLadder.builder()
        .code("elite")
        .base(Tier.of("base", "Base"))
        .addRung(gold)
        .build();
    Function<Object, String> twin =
        value -> JSON.write(value).replaceFirst("\"stay\":\\{.*?\\},?(?=\"reenter)", "");

    assertReadAsWritten(ladder, JSON::write);
    assertThat(twin.apply(ladder)).isNotEqualTo(JSON.write(ladder));
    assertThatThrownBy(() -> assertReadAsWritten(ladder, twin)).isInstanceOf(AssertionError.class);
  }

  private static void assertReadAsWritten(Object value, Function<Object, String> writer) {
    String text = writer.apply(value);
    assertThat((Object) JSON.read(text, AnyValue.rootOf(value.getClass(), AnyTiers.DOCUMENTS)))
        .as(text)
        .isEqualTo(value);
  }
}

package dev.laurel.journeys.persona;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.journeys.identity.PersonaId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PersonaTest {
  private static final Segment DRIVES_A_LOT = Segment.atLeast("mileage", new BigDecimal("30000"));

  private static Persona persona(Evidence evidence) {
    return Persona.builder()
        .id(PersonaId.of("commuter"))
        .name("Commuter")
        .evidence(evidence)
        .build();
  }

  private static Attributes driver(String market, long mileage) {
    return Attributes.none().with("market", market).with("mileage", BigDecimal.valueOf(mileage));
  }

  @Test
  void aCountedPersonaSaysHowManyCustomersItStandsFor() {
    Persona persona =
        persona(new Evidence.Statistical(DRIVES_A_LOT, Proportion.of(412, 1_000), "records"));

    assertThat(persona.level()).isEqualTo(EvidenceLevel.STATISTICAL);
    assertThat(persona.observedShare()).map(Estimate::value).contains(0.412);
    assertThat(persona.observedShare().flatMap(Estimate::interval)).isPresent();
    assertThat(persona.standsFor(driver("de", 42_000))).contains(true);
    assertThat(persona.standsFor(driver("de", 12_000))).contains(false);
  }

  @Test
  void anAssumedPersonaStandsForNobodyInParticular() {
    Persona persona = persona(new Evidence.Assumed("workshop of 12 March"));

    assertThat(persona.level()).isEqualTo(EvidenceLevel.ASSUMED);
    assertThat(persona.observedShare()).isEmpty();
    assertThat(persona.standsFor(driver("de", 42_000))).isEmpty();
  }

  @Test
  void fourInterviewsAreFew() {
    assertThat(new Evidence.Qualitative(4, "study").hasEnoughInterviews()).isFalse();
    assertThat(new Evidence.Qualitative(5, "study").hasEnoughInterviews()).isTrue();
    assertThat(persona(new Evidence.Qualitative(5, "study")).segment()).isEmpty();
  }

  @Test
  void nonsenseIsRefused() {
    refused(FailureCode.RANGE, () -> new Evidence.Qualitative(0, "study"));
    refused(
        FailureCode.RANGE,
        () -> new Evidence.Statistical(DRIVES_A_LOT, Proportion.of(0, 0), "records"));
    refused(FailureCode.TEXT_INVALID, () -> new Evidence.Assumed(" "));
    refused(
        FailureCode.TEXT_INVALID,
        () -> Persona.builder()
            .id(PersonaId.of("x"))
            .name("X")
            .evidence(new Evidence.Assumed("team"))
            .addNeed("")
            .build());
    refused(
        FailureCode.LIMIT_EXCEEDED,
        () -> Persona.builder()
            .id(PersonaId.of("x"))
            .name("X")
            .evidence(new Evidence.Assumed("team"))
            .addAllNeeds(java.util.Collections.nCopies(65, "time"))
            .build());
  }

  @Nested
  class Segments {
    @Test
    void countThoseWhoBelong() {
      Segment segment = Segment.all(
          DRIVES_A_LOT, Segment.any(Segment.textIs("market", "de", "at"), Segment.flag("fleet")));

      Proportion counted = segment.count(List.of(
          driver("de", 42_000),
          driver("fr", 42_000),
          driver("fr", 42_000).with("fleet", true),
          driver("at", 30_000),
          driver("at", 29_999)));

      assertThat(counted).isEqualTo(Proportion.of(3, 5));
    }

    @Test
    void answerNoWhereTheAttributeIsMissing() {
      assertThat(DRIVES_A_LOT.matches(Attributes.none())).isFalse();
      assertThat(Segment.not(DRIVES_A_LOT).matches(Attributes.none())).isTrue();
    }

    @Test
    void haveHalfOpenRanges() {
      Segment.NumberWithin range = new Segment.NumberWithin(
          "mileage",
          java.util.Optional.of(new BigDecimal("10.0")),
          java.util.Optional.of(new BigDecimal("20")));

      assertThat(range.matches(driver("de", 10))).isTrue();
      assertThat(range.matches(driver("de", 20))).isFalse();
      assertThat(Segment.below("mileage", new BigDecimal("20")).matches(driver("de", 20)))
          .isFalse();
      refused(
          FailureCode.RANGE,
          () -> new Segment.NumberWithin(
              "mileage",
              java.util.Optional.of(BigDecimal.TEN),
              java.util.Optional.of(BigDecimal.TEN)));
    }

    @Test
    void areAtMostSixteenLevelsDeep() {
      Segment deep = DRIVES_A_LOT;
      for (int level = 2; level <= 16; level++) {
        deep = Segment.not(deep);
      }
      Segment deepest = deep;

      assertThat(deepest.depth()).isEqualTo(16);
      refused(FailureCode.RULE_TOO_DEEP, () -> Segment.not(deepest));
      refused(FailureCode.REQUIRED, () -> Segment.all());
    }
  }
}

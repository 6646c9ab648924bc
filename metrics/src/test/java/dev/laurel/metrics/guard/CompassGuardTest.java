package dev.laurel.metrics.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.voice.Feedback;
import dev.laurel.metrics.voice.Feedback.Source;
import dev.laurel.metrics.voice.FeedbackId;
import dev.laurel.metrics.voice.KeywordTagger;
import dev.laurel.metrics.voice.LexiconSentiment;
import dev.laurel.metrics.voice.Rating;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompassGuardTest {
  private static final CompassGuard GUARD = CompassGuard.STANDARD;

  @Test
  void halfAsManyAnsweredAndTheyWereHappier() {
    ScoreHistogram before = nps(200, 200, 200);
    ScoreHistogram after = nps(40, 80, 180);

    Flag flag = GUARD.fewerAndHappier(before, 2000, after, 2000).orElseThrow();

    assertThat(flag.seen())
        .isEqualTo(
            "the response rate fell from 30 % to 15 % while Net Promoter Score rose from 0 to"
                + " +47");
    assertThat(flag.alternative()).isNotBlank();
  }

  @Test
  void happierAloneOrFewerAloneIsNoReasonToLook() {
    assertThat(GUARD.fewerAndHappier(nps(200, 200, 200), 2000, nps(40, 80, 180), 1000))
        .isEmpty();
    assertThat(GUARD.fewerAndHappier(nps(200, 200, 200), 2000, nps(100, 100, 100), 2000))
        .isEmpty();
    assertThat(GUARD.fewerAndHappier(nps(200, 200, 200), 2000, nps(180, 80, 40), 2000))
        .isEmpty();
    assertThat(GUARD.fewerAndHappier(nps(0, 0, 0), 10, nps(1, 1, 1), 10)).isEmpty();
  }

  @Test
  void otherPeopleAnsweredThanWereAsked() {
    Map<String, Long> asked = Map.of("store", 800L, "app", 200L);
    Flag flag = GUARD
        .unlikeTheAsked(asked, Map.of("store", nps(20, 20, 40), "app", nps(20, 40, 60)))
        .orElseThrow();

    assertThat(flag.seen()).isEqualTo("of those asked 20 % are app, of those who answered 60 %");
    assertThat(flag.alternative()).isNotBlank();
    assertThat(GUARD.unlikeTheAsked(asked, Map.of("store", nps(20, 20, 40), "app", nps(5, 5, 10))))
        .isEmpty();
    assertThat(GUARD.unlikeTheAsked(asked, Map.of())).isEmpty();
  }

  /** Of a million answers three in a hundred misplaced ones are beyond chance, and a trifle. */
  @Test
  void whatIsBeyondChanceMayStillBeATrifle() {
    Map<String, Long> asked = Map.of("store", 1_000_000L, "app", 1_000_000L);
    Map<String, ScoreHistogram> answers =
        Map.of("store", nps(0, 0, 530_000), "app", nps(0, 0, 470_000));

    assertThat(GUARD.unlikeTheAsked(asked, answers)).isEmpty();
    assertThat(CompassGuard.builder().misplaced(.02).build().unlikeTheAsked(asked, answers))
        .isPresent();
  }

  /** Stores and app say what they said; the app, which is unhappier, answers less. */
  @Test
  void aScoreThatRoseBecauseTheUnhappyFellSilent() {
    Map<String, Long> asked = Map.of("store", 5000L, "app", 5000L);
    Map<String, ScoreHistogram> before =
        Map.of("store", nps(50, 100, 350), "app", nps(250, 150, 100));
    Map<String, ScoreHistogram> after = Map.of("store", nps(80, 160, 560), "app", nps(100, 60, 40));

    assertThat(
            GUARD.movedByWhoAnswered(before, after, asked, asked).orElseThrow().seen())
        .isEqualTo("Net Promoter Score went from +15 to +42, and +27 of it is who answered");
    assertThat(GUARD.movedByWhoAnswered(before, before, asked, asked)).isEmpty();
    assertThat(GUARD.movedByWhoAnswered(Map.of(), after, asked, asked)).isEmpty();
    // The same answers, but as many of the app were no longer customers: that is mix.
    assertThat(GUARD.movedByWhoAnswered(before, after, asked, Map.of("store", 8000L, "app", 2000L)))
        .isEmpty();
  }

  @Test
  void aCommentThatContradictsItsRatingIsNamedWithoutItsWords() {
    LexiconSentiment words =
        LexiconSentiment.of(Map.of("excellent", 1.0, "awful", -1.0), Set.of("not"));
    List<Flag> flags = new ArrayList<>(GUARD.scoreAgainstComment(
        List.of(
            feedback("f-1", 1, "Excellent, thank you Ann"),
            feedback("f-2", 10, "awful"),
            feedback("f-3", 10, "excellent"),
            feedback("f-4", 0, "it has doors")),
        words));

    assertThat(flags).hasSize(2);
    assertThat(flags.get(0).seen())
        .isEqualTo("feedback f-1 rates 1 on 0 to 10, and its words weigh +1.00");
    assertThat(flags.toString()).doesNotContain("Ann");
  }

  @Test
  void oneDeviceFromWhichNothingButTensComeIsFlagged() {
    ImmutableSortedMap.Builder<String, ScoreHistogram> agents = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < 29; i++) {
      agents.put("agent-" + (10 + i), nps(13, 14, 13));
    }
    agents.put("agent-99", nps(1, 1, 38));
    agents.put("new", nps(0, 0, 5));

    List<Flag> flags = GUARD.spikes(agents.buildOrThrow());

    assertThat(flags).hasSize(1);
    assertThat(flags.get(0).seen())
        .isEqualTo("of 40 answers from agent-99 95 % are the best possible, elsewhere 33 %");
  }

  /** Seed 11: a thousand networks of thirty honest agents; at 99 % about ten may raise a flag. */
  @Test
  void honestAgentsAreLeftAlone() {
    Random random = new Random(11);
    int flagged = 0;
    for (int network = 0; network < 1000; network++) {
      ImmutableSortedMap.Builder<String, ScoreHistogram> agents = ImmutableSortedMap.naturalOrder();
      for (int i = 0; i < 30; i++) {
        int best = 0;
        for (int answer = 0; answer < 40; answer++) {
          best += random.nextInt(3) == 0 ? 1 : 0;
        }
        agents.put("agent-" + i, nps(40 - best, 0, best));
      }
      flagged += GUARD.spikes(agents.buildOrThrow()).isEmpty() ? 0 : 1;
    }

    assertThat(flagged).isLessThan(25);
  }

  @Test
  void whoWasAskedForATenTellsSo() {
    KeywordTagger phrases = KeywordTagger.of(Map.of("begging", List.of("give us a ten")));
    List<Flag> flags = new ArrayList<>(GUARD.begging(
        List.of(
            feedback("f-1", 10, "They said: please give us a TEN!"),
            feedback("f-2", 10, "ten out of ten")),
        phrases));

    assertThat(flags).hasSize(1);
    assertThat(flags.get(0).seen()).isEqualTo("feedback f-1 holds the phrase 'give us a ten'");
  }

  @Test
  void resultsThatPileUpAboveTheTargetAreSeen() {
    List<Double> chased = new ArrayList<>();
    List<Double> honest = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      chased.add(i < 26 ? 50.5 : 49.5);
      honest.add(i % 2 == 0 ? 50.5 : 49.5);
      honest.add(70.0);
    }

    assertThat(GUARD.targetChasing(chased, 50, 2).orElseThrow().seen())
        .isEqualTo("26 of 30 results within 2.0 of the target 50.0 lie at or above it");
    assertThat(GUARD.targetChasing(honest, 50, 2)).isEmpty();
    assertThat(GUARD.targetChasing(List.of(), 50, 2)).isEmpty();
    assertThatThrownBy(() -> GUARD.targetChasing(honest, 50, 0))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> CompassGuard.builder().contradiction(0).build())
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> CompassGuard.builder().misplaced(1.5).build())
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }

  @Test
  void nobodyToLookAtRaisesNoFlag_row95() {
    assertThat(GUARD.spikes(ImmutableSortedMap.of())).isEmpty();
    assertThat(GUARD.spikes(ImmutableSortedMap.of("only", nps(0, 0, 100)))).isEmpty();
  }

  /** Detractors, passives, promoters. */
  private static ScoreHistogram nps(long d, long p0, long p) {
    return ScoreHistogram.of(Conventions.NPS, d, 0, 0, 0, 0, 0, 0, p0, 0, 0, p);
  }

  private static Feedback feedback(String id, int answer, String text) {
    Feedback.Builder feedback = Feedback.builder().id(FeedbackId.of(id)).source(Source.SURVEY);
    feedback.at(Instant.parse("2026-03-01T12:00:00Z")).text(text);
    return feedback.rating(new Rating(Conventions.NPS, answer)).build();
  }
}

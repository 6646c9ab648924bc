package dev.laurel.metrics.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.voice.Feedback.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void whatSomebodyWroteAndWhoItWasIsInNoToString() {
    Feedback feedback = feedback("f-1", NOON, "call me on 0171 555, Ann Smith");

    assertThat(feedback.toString()).doesNotContain("0171").doesNotContain("m-7").contains("f-1");
  }

  @Test
  void nothingSaidIsNoFeedback() {
    assertThatThrownBy(() -> feedback("f-1", NOON, " \n"))
        .hasFieldOrPropertyWithValue("code", FailureCode.VALUE_INVALID)
        .hasMessage("feedback f-1 must hold a rating or words");
    assertThatThrownBy(() -> feedback("f-1", NOON, "secret".repeat(20_000)))
        .hasFieldOrPropertyWithValue("code", FailureCode.TEXT_INVALID)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> FeedbackId.of("a\nb"))
        .extracting("code")
        .isEqualTo(FailureCode.ID_INVALID);
    assertThatThrownBy(() -> new Rating(Conventions.NPS, 11))
        .extracting("code")
        .isEqualTo(FailureCode.SCORE_RANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "'We WAITED in the queue, then left', 'waiting-time:wait*'",
    "'It took too   LONG.', 'waiting-time:too long'",
    "'long too', ''",
    "'The waiter was friendly', 'staff:friendly|waiting-time:wait*'",
    "'unfriendly staff', 'staff:staff'",
    "'Größe: straße; Straßenlärm', 'road:straße'",
    "'', ''"
  })
  void aTagNamesTheWordThatSpeaksForIt(String text, String tags) {
    KeywordTagger tagger = KeywordTagger.of(Map.of(
        "waiting-time", List.of("wait*", "queue", "too long"),
        "staff", List.of("friendly", "staff"),
        "road", List.of("straße")));
    List<String> found = tagger.tag(feedback("f", NOON, text + " .")).stream()
        .map(tag -> tag.theme() + ":" + tag.because())
        .toList();

    assertThat(String.join("|", found)).isEqualTo(tags);
  }

  @Test
  void aVocabularyWithoutWordsIsRefused() {
    assertThatThrownBy(() -> KeywordTagger.of(Map.of("price", List.of("€€"))))
        .extracting("code")
        .isEqualTo(FailureCode.VALUE_INVALID);
    assertThatThrownBy(() -> KeywordTagger.of(Map.of("price", List.of("a", "a"))))
        .extracting("code")
        .isEqualTo(FailureCode.CONFIG_DUPLICATE);
    assertThatThrownBy(() -> KeywordTagger.of(Map.of("Price!", List.of("a"))))
        .extracting("code")
        .isEqualTo(FailureCode.ID_INVALID);
    assertThatThrownBy(() -> LexiconSentiment.of(Map.of("good", 0.0), Set.of()))
        .extracting("code")
        .isEqualTo(FailureCode.VALUE_INVALID);
  }

  @Test
  void sentimentNamesItsWords() {
    SentimentScorer scorer =
        LexiconSentiment.of(Map.of("friendly", 1.0, "rude", -2.0), Set.of("not"));
    Sentiment mixed =
        scorer.score(feedback("f", NOON, "Friendly at first, then not really friendly and rude"));

    assertThat(mixed.value()).isEqualTo(-0.5);
    assertThat(mixed.evidence()).containsExactly("friendly", "not friendly", "rude");
    assertThat(scorer.score(feedback("f", NOON, "It has wheels")).isFounded()).isFalse();
  }

  @Test
  void whatWasSaidTwiceCountsOnce() {
    Feedback review = feedback("f-2", NOON, "Slow service!");
    Feedback post = feedback("f-1", NOON.plusSeconds(60), "slow  service");
    Feedback later = feedback("f-3", NOON.plus(Duration.ofDays(3)), "Slow service");
    Feedback other = Feedback.builder()
        .id(FeedbackId.of("f-4"))
        .source(Source.REVIEW)
        .at(NOON)
        .text("slow service")
        .build();

    Deduplication result =
        Deduplication.of(List.of(later, post, other, review), Duration.ofDays(1));

    assertThat(result.kept()).containsExactly(review, other, later);
    assertThat(result.duplicates())
        .isEqualTo(ImmutableSortedMap.of(FeedbackId.of("f-1"), FeedbackId.of("f-2")));
    assertThatThrownBy(() -> Deduplication.of(List.of(review, review), Duration.ZERO))
        .extracting("code")
        .isEqualTo(FailureCode.CONFIG_DUPLICATE);
  }

  @Test
  void aBareRatingOfNobodyIsNoRepetition() {
    Feedback one = rating("r-1", 9, Optional.empty());
    Feedback other = rating("r-2", 9, Optional.empty());
    Feedback mine = rating("r-3", 9, Optional.of(MemberId.of("m")));
    Feedback again = rating("r-4", 9, Optional.of(MemberId.of("m")));

    assertThat(Deduplication.of(List.of(one, other, mine, again), Duration.ofDays(1))
            .kept())
        .containsExactly(one, other, mine);
  }

  static Feedback rating(String id, int answer, Optional<MemberId> author) {
    Feedback.Builder feedback = Feedback.builder().id(FeedbackId.of(id)).source(Source.SURVEY);
    return feedback
        .at(NOON)
        .author(author)
        .rating(new Rating(Conventions.NPS, answer))
        .build();
  }

  static Feedback feedback(String id, Instant at, String text) {
    Feedback.Builder feedback = Feedback.builder().id(FeedbackId.of(id)).source(Source.REVIEW);
    return feedback.at(at).author(MemberId.of("m-7")).language("de").text(text).build();
  }
}

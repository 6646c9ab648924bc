package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.line;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.stamp;
import static dev.laurel.core.testkit.Programs.terms;
import static dev.laurel.core.testkit.ReachableTexts.textsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.AccrualText;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.SourceKey;
import dev.laurel.core.ledger.HashChain;
import dev.laurel.core.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** I5 and I6: what is known of a person shows in no text, and is gone when it has to be. */
class PersonalDataTest {
  private static final String SECRET = "Zoë Maier, 4711 Elm Street";
  private static final String MAY = "2025-05-03T10:00:00Z";
  private static final Instant LATER = Instant.parse("2025-07-01T00:00:00Z");

  private final Attributes secret = Attributes.none().with("name", SECRET);
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Loyalty loyalty = Loyalty.of(program());
  private Member ann = Member.of(ANN);

  private static Program program() {
    EarningRule personal = EarningRule.builder()
        .id(RuleId.of("namesake"))
        .points(STARS)
        .formula(new Formula.Flat(STARS.points(1)))
        .when(Condition.all(
            Condition.attribute(Condition.Owner.MEMBER, "name", "Anna"),
            Condition.attribute(Condition.Owner.ACTIVITY, "name", "Anna")))
        .build();
    return Program.builder()
        .id(shop().id())
        .calendar(shop().calendar())
        .addPointTerms(terms(STARS))
        .rules(RuleBook.builder()
            .addAllRules(shop().rules().rules())
            .addRule(personal)
            .addSegment(Segment.of("vip"))
            .build())
        .build();
  }

  private void live() {
    submit(Submission.of(
        stamp("f-1", ANN, MAY),
        MemberFacts.builder().attributes(secret).addSegment(Segment.of("vip")).build()));
    submit(Submission.of(purchase("r-1", 10_000)));
    submit(Submission.of(Engagement.builder()
        .id(ActivityId.of("e-1"))
        .member(ANN)
        .kind(ActivityKind.TEST_DRIVE)
        .occurredAt(Instant.parse(MAY))
        .attributes(secret)
        .build()));
    submit(Submission.of(purchase("r-1", 20_000)));
    submit(Submission.of(purchase("r-2", 10_000)));
  }

  private Purchase purchase(String id, long minor) {
    return Purchase.builder()
        .id(ActivityId.of(id))
        .member(ANN)
        .occurredAt(Instant.parse(MAY))
        .sourceKey(SourceKey.of("till-2/0815"))
        .attributes(secret)
        .addLine(line("EUR " + minor / 100 + ".00"))
        .build();
  }

  private void submit(Submission submission) {
    Outcome outcome = loyalty.submit(ann, submission);
    outcomes.add(outcome);
    ann = outcome.member();
  }

  @Test
  void noTextOfAnyResultShowsIt() {
    live();

    assertThat(outcomes).filteredOn(Outcome.Rejected.class::isInstance).hasSize(2);
    assertThat(texts()).hasSizeGreaterThan(10).allSatisfy(PersonalDataTest::assertShowsNobody);
  }

  /** All that is printed, logged or shown of what was submitted. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      texts.add(outcome.toString());
      outcome.rejection().map(Rejection::message).ifPresent(texts::add);
      outcome.effect().flatMap(Effect::accrual).ifPresent(accrual -> {
        texts.add(accrual.toString());
        texts.add(AccrualText.text(accrual));
        texts.add(AccrualText.markdown(accrual));
      });
    }
    texts.add(ann.booking(ActivityId.of("r-1")).orElseThrow().toString());
    texts.add(ann.facts().toString());
    texts.add(Statement.of(ann, LATER).toString());
    return texts;
  }

  private static void assertShowsNobody(String text) {
    assertThat(text).doesNotContain("Zoë", "Elm");
  }

  /** The broken twin is a plain record of the same facts, which prints what it has. */
  @Test
  void theLawOfTextsCatchesARecordOfFacts() {
    record Facts(Map<String, String> attributes) {}
    Facts twin = new Facts(Map.of("name", SECRET));

    assertThatThrownBy(() -> assertShowsNobody(twin.toString())).isInstanceOf(AssertionError.class);
    assertShowsNobody(MemberFacts.builder().attributes(secret).build().toString());
  }

  @Test
  void anonymisingLeavesNothingOfItAndKeepsTheBooks() {
    live();
    assertThat(textsIn(ann)).contains(SECRET, "vip", "till-2/0815");
    List<LedgerEntry> entries = outcomes.stream()
        .flatMap(outcome -> outcome.effect().stream())
        .flatMap(effect -> effect.entries().values().stream())
        .toList();
    HashChain chain = HashChain.of(entries);

    Member rest = ann.anonymised();

    assertTellsOfNobody(rest);
    assertThat(textsIn(chain)).doesNotContain(SECRET);
    chain.verify();
    assertThat(rest.account(STARS).totals(LATER)).isEqualTo(ann.account(STARS).totals(LATER));
    assertThat(rest.account(STARS).totals(LATER).available()).isEqualTo(150);
    assertThat(RunTotals.none().plus(rest, LATER)).isEqualTo(RunTotals.none().plus(ann, LATER));
    assertThat(rest.history()).isEqualTo(ann.history());
    assertThat(loyalty.submit(rest, Submission.of(purchase("r-9", 5_000))))
        .isInstanceOf(Outcome.Done.class);
  }

  private static void assertTellsOfNobody(Member rest) {
    assertThat(textsIn(rest)).doesNotContain(SECRET, "vip", "till-2/0815", "name");
  }

  /** The broken twins forget what is known of the member, or what the member did, and not both. */
  @Test
  void theLawOfErasureCatchesTwins() {
    live();

    for (Member twin : List.of(ann.knowing(MemberFacts.none()), ann.forget(Instant.MAX))) {
      assertThatThrownBy(() -> assertTellsOfNobody(twin)).isInstanceOf(AssertionError.class);
    }
    assertTellsOfNobody(ann.knowing(MemberFacts.none()).forget(Instant.MAX));
  }
}

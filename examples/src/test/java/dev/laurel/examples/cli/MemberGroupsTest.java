package dev.laurel.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.Program;
import dev.laurel.core.time.Window;
import dev.laurel.examples.intake.Transaction;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberGroupsTest {
  private static final Program DEALER = Example.program("dealer");

  private static Transaction referral(String by, String of) {
    Engagement.Builder referral = Engagement.builder();
    referral
        .id(ActivityId.of(by + "-" + of))
        .member(MemberId.of(by))
        .kind(ActivityKind.of("referral"))
        .occurredAt(Instant.parse("2026-03-01T10:00:00Z"))
        .referred(MemberId.of(of));
    return new Transaction.Done(referral.build());
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "50000,1", "50001,51", "1012156,1013", "9000000,4096", "50000001,5001"})
  void aFileIsDividedIntoSmallGroupsUnlessItIsSmallItself(long rows, int groups) {
    assertThat(MemberGroups.count(DEALER, OptionalInt.empty(), rows)).isEqualTo(groups);
    assertThat(MemberGroups.count(DEALER, OptionalInt.of(3), rows)).isEqualTo(3);
  }

  @Test
  void membersWhoBroughtEachOtherInAreTogetherHoweverLongTheChainIs() {
    MemberGroups groups = new MemberGroups();
    for (int i = 0; i < 100_000; i++) {
      groups.note(referral("m" + i, "m" + (i + 1)));
    }
    groups.note(referral("m100000", "m0"));

    int first = groups.familyOf("m0");
    assertThat(groups.familyOf("m50000")).isEqualTo(first);
    assertThat(groups.familyOf("m100000")).isEqualTo(first);
  }

  @Test
  void whoReturnsWhatAnotherBoughtIsTogetherWithThemFromTheNextLookOn() {
    MemberGroups groups = new MemberGroups();
    groups.note(returning("m1", "p"));
    groups.note(returning("m2", "p"));
    assertThat(groups.links()).isOne();

    int before = groups.familyOf("m1", () -> "other");
    assertThat(groups.links()).isOne();
    int buyer = groups.familyOf("m3", () -> "p");
    assertThat(groups.links()).isEqualTo(2);

    assertThat(buyer).isEqualTo(before).isEqualTo(groups.familyOf("m2"));
    assertThat(groups.familyOf("m3", () -> "p")).isEqualTo(buyer);
    assertThat(groups.links()).isEqualTo(2);
  }

  private static Transaction returning(String by, String purchase) {
    Return.Builder back = Return.builder();
    back.id(ActivityId.of(by + "-" + purchase))
        .member(MemberId.of(by))
        .occurredAt(Instant.parse("2026-03-01T10:00:00Z"))
        .purchase(ActivityId.of(purchase));
    return new Transaction.Done(back.build());
  }

  @Test
  void aProgramWithOneBudgetForAllIsNotDivided() {
    Cap budget = Cap.perProgram(
        "budget", DEALER.pointType("points").orElseThrow().points(1_000_000), Window.lifetime());
    RuleBook.Builder rules = RuleBook.builder();
    rules.addAllRules(DEALER.rules().rules()).addCap(budget);
    Program.Builder builder = Program.builder().id(DEALER.id()).calendar(DEALER.calendar());
    Program program =
        builder.addAllPointTerms(DEALER.pointTerms()).rules(rules.build()).build();

    assertThat(MemberGroups.count(program, OptionalInt.empty(), 1_000_000)).isOne();
    assertThatThrownBy(() -> MemberGroups.count(program, OptionalInt.of(2), 10))
        .hasMessageStartingWith("PARTS_IMPOSSIBLE");
  }
}

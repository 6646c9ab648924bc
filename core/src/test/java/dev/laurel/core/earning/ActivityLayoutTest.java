package dev.laurel.core.earning;

import static dev.laurel.core.earning.CompiledRulesDomain.STARS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.laurel.core.earning.ActivityLayout.Cell;
import dev.laurel.core.earning.ActivityLayout.Fact;
import dev.laurel.core.earning.ActivityLayout.LineAmount;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.money.ExactMoney;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivityLayoutTest {
  @Test
  void factsLieSideBySideInAsManyBitsAsTheirNamesNeed() {
    ActivityLayout layout = layout(
        Condition.channel(Channel.of("app"), Channel.of("shop"), Channel.of("online")),
        Condition.weekday(DayOfWeek.SUNDAY),
        Condition.timeOfDay(LocalTime.of(17, 0), LocalTime.of(19, 0)),
        Condition.firstPurchase());

    assertThat(layout.cell(Fact.TOO_LARGE)).isEqualTo(new Cell(0, 0, 1));
    assertThat(layout.cell(Fact.PURCHASE)).isEqualTo(new Cell(0, 1, 1));
    assertThat(layout.cell(Fact.FIRST_PURCHASE)).isEqualTo(new Cell(0, 2, 1));
    assertThat(layout.cell(Fact.WEEKDAY)).isEqualTo(new Cell(0, 3, 3));
    assertThat(layout.cell(Fact.CHANNEL)).isEqualTo(new Cell(0, 6, 2));
    assertThat(layout.cell(Fact.MICRO_OF_DAY)).isEqualTo(new Cell(0, 8, 37));
    assertThat(layout.words()).isEqualTo(1);
    assertThat(layout.moreOfActivity()).isZero();
  }

  @Test
  void whatNoRuleAsksForIsLeftOut() {
    ActivityLayout layout = layout(Condition.firstPurchase());

    assertThat(layout.cell(Fact.CHANNEL)).isNull();
    assertThat(layout.cell(Fact.MICRO_OF_DAY)).isNull();
    assertThat(layout.amounts()).isEmpty();
    assertThat(layout.momentAt()).isEqualTo(ActivityLayout.ABSENT);
    assertThat(layout.shippingAt()).isEqualTo(ActivityLayout.ABSENT);
  }

  @Test
  void whatDoesNotFitGoesToFurtherWordsBehindTheAmounts() {
    Condition time = Condition.timeOfDay(LocalTime.of(17, 0), LocalTime.of(19, 0));
    ActivityLayout layout = layout(
        time,
        new Condition.InSegment(names(60, Segment::of)),
        new Condition.AtLocation(names(300, Location::of)),
        Condition.amountAtLeast(ExactMoney.parse("EUR 50.00")));

    assertThat(layout.words()).isEqualTo(2);
    assertThat(layout.cell(Fact.MICRO_OF_DAY)).extracting(Cell::word).isEqualTo(0);
    assertThat(layout.cell(Fact.SEGMENTS)).isEqualTo(new Cell(1, 0, 60));
    assertThat(layout.amounts()).containsExactly(LineAmount.NET);
    assertThat(layout.moreAt(1)).isZero();
    assertThat(layout.moreOfActivity()).isEqualTo(1);
    assertThat(layout.moreOfLine()).isZero();
  }

  private static <T> ImmutableSet<T> names(int count, Function<String, T> of) {
    return IntStream.range(0, count)
        .mapToObj(i -> of.apply("n" + i))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static ActivityLayout layout(Condition... conditions) {
    EarningRule.Builder rule = EarningRule.builder();
    rule.id(RuleId.of("rule"))
        .points(STARS)
        .formula(new Formula.Flat(STARS.points(1)))
        .when(Condition.all(conditions));
    RuleBook.Builder book = RuleBook.builder();
    book.addRule(rule.build()).addAllSegments(names(60, Segment::of));
    RuleBook built = book.build();
    return ActivityLayout.of(built, NameCodes.of(built));
  }
}

package dev.laurel.core.earning;

import static dev.laurel.core.earning.Earnings.NOON;
import static dev.laurel.core.earning.Earnings.STARS;
import static dev.laurel.core.earning.Earnings.accrue;
import static dev.laurel.core.earning.Earnings.base;
import static dev.laurel.core.earning.Earnings.eur;
import static dev.laurel.core.earning.Earnings.flat;
import static dev.laurel.core.earning.Earnings.line;
import static dev.laurel.core.earning.Earnings.multiplier;
import static dev.laurel.core.earning.Earnings.perAmount;
import static dev.laurel.core.earning.Earnings.purchase;
import static dev.laurel.core.earning.Earnings.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.Category;
import org.junit.jupiter.api.Test;

/** Why 60, and why not more. */
class AccrualTextTest {
  private final RuleBook book = book();

  private static RuleBook book() {
    RuleBook.Builder book = RuleBook.builder();
    return book.addRules(
            base("base", perAmount(3, "2.00")).build(),
            rule("double", multiplier(2, 1)).build(),
            flat("visit", 1, 20),
            rule("service", new Formula.Flat(STARS.points(50)))
                .lines(Condition.category(Category.of("service")))
                .when(Condition.amountAtLeast(eur("50.00")))
                .build(),
            rule("fifth", new Formula.EveryNth(5, STARS.points(10))).build())
        .addCap(Cap.perEvent("visits", STARS.points(1), "visit"))
        .build();
  }

  @Test
  void plainTextSaysWhyAndWhyNot() {
    assertThat(AccrualText.text(
            accrue(book, purchase("r-1", NOON, line("goods", "9.99"), line("service", "10.00")))))
        .isEqualTo("""
            r-1 on 2026-03-31: 60 stars
              base: 29 stars, EUR 19.99 at 3 stars = EUR 2.00, exactly 29.985 stars
              double: 30 stars, 'base' x 2, exactly 29.985 stars
              visit: 1 stars, for the event, 19 stars cut by cap 'visits'
            not awarded:
              fifth: 4 events more to the goal of 5 events
              service: EUR 40.00 more in category service
            """);
  }

  @Test
  void markdownIsATable() {
    assertThat(AccrualText.markdown(accrue(book, purchase("r-1", NOON, line("goods", "20.00")))))
        .isEqualTo("""
            **r-1** on 2026-03-31: **61 stars**

            | rule | points | how |
            |---|---|---|
            | base | 30 stars | EUR 20.00 at 3 stars = EUR 2.00 |
            | double | 30 stars | 'base' x 2 |
            | visit | 1 stars | for the event, 19 stars cut by cap 'visits' |

            | not awarded | why |
            |---|---|
            | fifth | 4 events more to the goal of 5 events |
            | service | EUR 50.00 more in category service |
            """);
  }

  @Test
  void namesCannotBreakOutOfTheirCell() {
    String text =
        AccrualText.markdown(accrue(RuleBook.of(flat("a|b](x)<i>*`", 1, 1)), purchase("1.00")));

    assertThat(text).contains("| a\\|b\\](x)\\<i\\>\\*\\` | 1 stars |");
  }
}

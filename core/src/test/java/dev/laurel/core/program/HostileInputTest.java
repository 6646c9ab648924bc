package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.line;
import static dev.laurel.core.testkit.Programs.purchase;
import static dev.laurel.core.testkit.Programs.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.money.ExactMoney;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections that were made to do harm (rows 94, 98 and 99 of the table of bad input). */
class HostileInputTest {
  private static final String MAY = "2025-05-03T10:00:00Z";

  /** Says another price each time it is read, as a list that another thread changes does. */
  private static final class Restless extends AbstractList<Line> {
    private int reads;

    @Override
    public Line get(int index) {
      reads++;
      return line("EUR " + reads + ".00");
    }

    @Override
    public int size() {
      return 3;
    }
  }

  @Test
  void row98aListThatChangesIsReadOnce() {
    Restless restless = new Restless();
    Purchase bought = receipt(restless);

    ExactMoney sum =
        bought.lines().stream().map(Line::total).reduce(ExactMoney.zero("EUR"), ExactMoney::plus);
    assertThat(bought.total()).isEqualTo(sum).isEqualTo(ExactMoney.parse("EUR 6.00"));
    assertThat(restless.reads).isEqualTo(3);
  }

  @Test
  void row94aNullElementIsANullPointer() {
    assertThatNullPointerException()
        .isThrownBy(() -> receipt(Arrays.asList(line("EUR 1.00"), null)));
  }

  @Test
  void row94aNullListIsANullPointer() {
    assertThatNullPointerException().isThrownBy(() -> receipt(null));
  }

  private static Purchase receipt(List<Line> lines) {
    return Purchase.builder()
        .id(ActivityId.of("r-1"))
        .member(ANN)
        .occurredAt(Instant.parse(MAY))
        .addAllLines(lines)
        .build();
  }

  @Test
  void row99namesOfOneHashCodeAreNoSlower() {
    Loyalty loyalty = Loyalty.of(shop());
    Member end = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
      Member member = Member.of(ANN);
      for (int i = 0; i < 4_096; i++) {
        member = loyalty
            .submit(member, Submission.of(purchase(colliding(i), ANN, MAY, "EUR 1.00")))
            .member();
      }
      return member;
    });

    assertThat(colliding(1).hashCode()).isEqualTo(colliding(4_095).hashCode());
    assertThat(end.account(STARS).available(Instant.parse(MAY))).isEqualTo(STARS.points(4_096));
  }

  /** A name of 24 letters of which all have the hash code of all others. */
  private static String colliding(int number) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < 12; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }
}

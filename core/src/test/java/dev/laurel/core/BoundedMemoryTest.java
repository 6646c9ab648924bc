package dev.laurel.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.money.MoneyGate;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * I11: no bad input makes Laurel allocate without bound; it takes memory in proportion to its own
 * size at most, whatever size it claims to have.
 */
class BoundedMemoryTest {
  /** What any refusal may take, for its message and its trace. */
  private static final long REFUSAL = 4 << 20;

  /** What each byte may take: a number of a list, two bytes with its comma, becomes an object. */
  private static final long TIMES = 64;

  private static final MoneyGate GATE = MoneyGate.standard();
  private static final LaurelJson JSON = LaurelJson.standard();
  private static final BigInteger WIDE = BigInteger.ONE.shiftLeft(3_000_000);

  static Stream<Arguments> rows() {
    return Stream.of(
            number("24, 1e1000000000", new BigDecimal("1e1000000000"), 9),
            number("25, 1e-1000000000", new BigDecimal("1e-1000000000"), 9),
            money("24, 1e1000000000", "1e1000000000"),
            money("25, 1e-1000000000", "1e-1000000000"),
            number("28, a number of 900,000 digits", new BigDecimal(WIDE), WIDE.bitLength() / 8),
            text("27, 1e2147483648", "1e2147483648"),
            text("28, 1,000,000 digits", "9".repeat(1_000_000)),
            name("45, a name of 10,000,000 letters", "x".repeat(10_000_000)),
            row("83, a condition that doubles 60 times", 60, BoundedMemoryTest::doubled),
            document("110, 1e1000000000", "{\"schemaVersion\":1e1000000000}"),
            document("115, depth of arrays", "[".repeat(100_000)),
            document("115, depth of objects", "{\"a\":".repeat(100_000)),
            document("115, a long text", "\"" + "x".repeat(10_000_000) + "\""),
            document("115, a long name", "{\"" + "n".repeat(1_000_000) + "\":1}"),
            document("115, a long number", "{\"a\":" + "1".repeat(1_000_000) + "}"),
            document("115, a long list", "[" + "1,".repeat(1_000_000) + "1]"),
            document("115, a long list of objects", "[" + "{},".repeat(500_000) + "{}]"),
            document("115, many names", names(200_000)),
            document("115, blanks", "{}" + " ".repeat(17 << 20)))
        .flatMap(row -> row);
  }

  private static Stream<Arguments> number(String row, BigDecimal number, long size) {
    return Stream.of(
            row(row + " as a number", size, () -> ExactNumber.admit(number)),
            row(row + " as a count", size, () -> ExactNumber.admitCount(number)),
            row(row + " as an amount", size, () -> GATE.admit("EUR", number)))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> money(String row, String number) {
    Money money = Money.of(new BigDecimal(number), "EUR");
    return row(row + " as money", number.length(), () -> GATE.admit(money));
  }

  private static Stream<Arguments> text(String row, String text) {
    String money = "EUR " + text;
    return Stream.of(
            row(row + " as a number", text.length(), () -> ExactNumber.parse(text)),
            row(row + " as a ratio", text.length(), () -> Ratio.parse(text)),
            row(row + " as an amount", text.length(), () -> GATE.admit("EUR", text)),
            row(row + " as money", text.length(), () -> GATE.parse(money)))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> name(String row, String name) {
    return Stream.of(
            row(row + " of a lot", name.length(), () -> LotId.of(name)),
            row(row + " of a currency", name.length(), () -> GATE.currency(name)))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> document(String row, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
            row(row + " in text", bytes.length, () -> JSON.read(json, Activity.class)),
            row(row + " in bytes", bytes.length, () -> JSON.read(bytes, Activity.class)))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> row(String row, long size, Runnable refused) {
    return Stream.of(arguments(row, size, refused));
  }

  private static void doubled() {
    Condition condition = Condition.firstPurchase();
    for (int i = 0; i < 60; i++) {
      condition = Condition.all(condition, condition);
    }
  }

  private static String names(int count) {
    StringBuilder names = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      names.append("\"n").append(i).append("\":0,");
    }
    return names.append("\"last\":0}").toString();
  }

  @ParameterizedTest(name = "row {0}")
  @MethodSource("rows")
  void badInputTakesMemoryInProportionToItsSize(String row, long size, Runnable refused) {
    assertBounded(row, size, refused);
  }

  /** The broken twin writes the number out before it looks at it. */
  @Test
  void theBoundCatchesANumberThatIsWrittenOut() {
    BigDecimal large = new BigDecimal("1e10000000");

    assertThatThrownBy(() -> assertBounded("24", 9, () -> ExactNumber.parse(large.toPlainString())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes for row 24");
  }

  private static void assertBounded(String row, long size, Runnable refused) {
    // Once before, so that what is loaded for it is not counted.
    assertThat(taken(refused)).isPositive();

    assertThat(taken(refused))
        .as("bytes for row %s of %s bytes", row, size)
        .isLessThan(REFUSAL + TIMES * size);
  }

  /** How many bytes it takes until a row is refused. */
  private static long taken(Runnable refused) {
    long before = allocated();
    Throwable thrown = catchThrowable(refused::run);
    long taken = allocated() - before;
    assertThat(thrown).isInstanceOfAny(InvalidValueException.class, MalformedInputException.class);
    return taken;
  }

  /** What this thread has allocated, in bytes, where the machine counts it. */
  private static long allocated() {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
            && threads.isThreadAllocatedMemorySupported()
            && threads.isThreadAllocatedMemoryEnabled(),
        "this JVM does not count what threads allocate");
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}

package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Numbers of statistics are written with as few digits as are needed, and read as they were. */
class RealNumberLaws {
  /**
   * A number.
   *
   * @param value the number
   */
  public record Reading(double value) {}

  private static final LaurelJson JSON = LaurelJson.standard()
      .with(JsonTypes.builder("readings").document(Reading.class).build());

  @Property
  void everyFiniteNumberIsReadAsItWasWritten(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      String json = JSON.write(new Reading(value));

      assertThat(Double.doubleToLongBits(JSON.read(json, Reading.class).value()))
          .as(json)
          .isEqualTo(Double.doubleToLongBits(value));
    }
  }

  /** No JDK's shortest text is shorter, and one digit less is another number. */
  @Property
  void noDigitIsMoreThanNeeded(@ForAll double value) {
    BigDecimal written = new BigDecimal(literal(value)).stripTrailingZeros();

    assertThat(written.precision())
        .isLessThanOrEqualTo(
            new BigDecimal(Double.toString(value)).stripTrailingZeros().precision());
  }

  @Example
  void numbersLookAsPeopleWriteThem() {
    assertThat(
            List.of(1.0, 1.5, 0.1, -0.0, Double.parseDouble("1e23"), 2e-44, 1_000_000.0, 0.1 + 0.2)
                .stream()
                .map(RealNumberLaws::literal))
        .containsExactly(
            "1", "1.5", "0.1", "-0.0", "1E+23", "2E-44", "1000000", "0.30000000000000004");
  }

  @Example
  void whatIsNoFiniteNumberIsNeitherWrittenNorRead() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> JSON.write(new Reading(value)))
          .satisfies(
              failure -> assertThat(failure.code()).isEqualTo(FailureCode.NUMBER_NOT_FINITE));
    }
    refused("1e999", FailureCode.RANGE);
    refused("-1E400", FailureCode.RANGE);
    refused("NaN", FailureCode.JSON_NUMBER);
    refused("\"1.5\"", FailureCode.JSON_TYPE);
    refused("01", FailureCode.JSON_NUMBER);
    refused("1." + "0".repeat(70), FailureCode.JSON_LIMIT);
    assertThat(JSON.read(document("1e-999"), Reading.class).value()).isZero();
  }

  private static void refused(String literal, FailureCode code) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> JSON.read(document(literal), Reading.class))
        .satisfies(failure -> assertThat(failure.code()).as(literal).isEqualTo(code));
  }

  private static String document(String literal) {
    return "{\"schemaVersion\":1,\"value\":" + literal + "}";
  }

  private static String literal(double value) {
    String json = JSON.write(new Reading(value));
    return json.substring(json.lastIndexOf(':') + 1, json.length() - 1);
  }
}

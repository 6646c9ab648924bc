package dev.laurel.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.core.testkit.HouseRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import org.immutables.value.Value;
import org.javamoney.moneta.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never fires is worth nothing: each meets a class that breaks it. */
class HouseRulesTest {

  static List<ArchRule> rulesThatTheOffenderBreaks() {
    return List.of(
        HouseRules.ONLY_JSON_SEES_JACKSON,
        HouseRules.NOTHING_LOGS,
        HouseRules.NOTHING_SEES_MONETA,
        HouseRules.NOTHING_READS_THE_CLOCK,
        HouseRules.NOTHING_READS_THE_ENVIRONMENT,
        HouseRules.NOTHING_THROWS_DICE,
        HouseRules.NOTHING_DEPENDS_ON_THE_DEFAULT_LOCALE,
        HouseRules.NOTHING_PRINTS,
        HouseRules.NOTHING_WARNS_ITS_CALLERS);
  }

  @ParameterizedTest
  @MethodSource("rulesThatTheOffenderBreaks")
  void catchesTheOffender(ArchRule rule) {
    var classes = new ClassFileImporter().importClasses(Offender.class);
    assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
  }

  @SuppressWarnings({"unused", "SystemOut"})
  @Value.Style(strictBuilder = true)
  private static final class Offender {
    private static final Logger LOGGER = Logger.getLogger("offender");
    private final Supplier<Instant> clock = Instant::now;
    private final UnaryOperator<String> lower = String::toLowerCase;

    String offend() {
      System.out.println(ZoneId.systemDefault());
      LOGGER.info(UUID.randomUUID().toString());
      return Arrays.asList(Money.of(1, "GBP"), new com.fasterxml.jackson.databind.ObjectMapper())
          .toString();
    }
  }
}

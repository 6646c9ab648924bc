package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.MILES;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.perAmount;
import static dev.laurel.core.testkit.Programs.purchase;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.laurel.core.earning.Activation;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Finding;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.RuleGroup;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final Instant MARCH = Instant.parse("2025-03-01T00:00:00Z");

  @Nested
  class Building {
    @Test
    void aProgramWithoutRulesIsValidAndEarnsNothing_row77() {
      Program empty = Program.builder()
          .id(ProgramId.of("p"))
          .calendar(shop().calendar())
          .addPointTerms(terms(STARS))
          .rules(RuleBook.empty())
          .build();

      Outcome outcome = Loyalty.of(empty)
          .submit(
              Member.of(ANN),
              Submission.of(purchase("r-1", ANN, "2025-05-03T10:00:00Z", "EUR 10.00")));

      assertThat(outcome.orThrow().accrual().orElseThrow().totals()).isEmpty();
      assertThat(outcome.member().accounts()).isEmpty();
    }

    @Test
    void termsAreNeededForAllPointsAndGivenOnce() {
      assertRefused(
          () -> Program.builder()
              .id(ProgramId.of("p"))
              .calendar(shop().calendar())
              .addPointTerms(terms(MILES))
              .rules(shop().rules())
              .build(),
          FailureCode.REFERENCE_UNKNOWN);
      assertRefused(
          () -> shop(terms(STARS)).addPointTerms(terms(STARS)).build(),
          FailureCode.CONFIG_DUPLICATE);
      assertRefused(() -> shop(terms(STARS)).version(0).build(), FailureCode.RANGE);
      assertRefused(() -> shop().terms(MILES), FailureCode.REFERENCE_UNKNOWN);
    }

    @Test
    void anAccountHasOneInactivityClause() {
      EarningRule own = EarningRule.builder()
          .id(RuleId.of("own"))
          .points(STARS)
          .formula(new Formula.Flat(STARS.points(1)))
          .expiry(Expiry.inactivity(Period.ofDays(10), Set.of(ActivityKind.PURCHASE)))
          .build();
      PointTerms inactive = PointTerms.builder()
          .expiry(Expiry.inactivity(Period.ofDays(730), Set.of(ActivityKind.PURCHASE)))
          .type(STARS)
          .remainder(Remainder.writeOff())
          .build();

      assertRefused(
          () -> Program.builder()
              .id(ProgramId.of("p"))
              .calendar(shop().calendar())
              .addPointTerms(inactive)
              .rules(RuleBook.of(own))
              .build(),
          FailureCode.EXPIRY_INVALID);
    }
  }

  @Nested
  class Versions {
    @Test
    void anEventFallsUnderTheVersionOfItsTime_scenario20() {
      Program once = shop();
      Program twice = version(2, perAmount("base", 2, "EUR 1.00"));
      ProgramVersions versions = ProgramVersions.of(once)
          .with(MARCH, twice)
          .with(
              Instant.parse("2025-04-01T00:00:00Z"), version(3, perAmount("base", 1, "EUR 1.00")));

      assertThat(versions.at(MARCH.minusNanos(1_000))).isEqualTo(once);
      assertThat(versions.at(Instant.parse("2025-03-31T23:59:59Z"))).isEqualTo(twice);
      assertThat(versions.at(Instant.parse("2025-04-01T00:00:00Z")).version()).isEqualTo(3);
      assertThat(versions.latest().version()).isEqualTo(3);
    }

    @Test
    void versionsAreOfOneProgramInOneZone() {
      ProgramVersions versions = ProgramVersions.of(shop());

      assertRefused(() -> versions.with(MARCH, shop()), FailureCode.CONFIG_DUPLICATE);
      assertRefused(
          () -> versions.with(
              MARCH,
              Program.builder()
                  .id(ProgramId.of("other"))
                  .version(2)
                  .calendar(shop().calendar())
                  .rules(RuleBook.empty())
                  .build()),
          FailureCode.VALUE_INVALID);
      assertRefused(
          () -> versions.with(
              MARCH,
              Program.builder()
                  .id(shop().id())
                  .version(2)
                  .calendar(ProgramCalendar.of(ZoneId.of("Europe/Berlin")))
                  .rules(RuleBook.empty())
                  .build()),
          FailureCode.VALUE_INVALID);
    }

    private Program version(int number, EarningRule rule) {
      return Program.builder()
          .id(shop().id())
          .version(number)
          .calendar(shop().calendar())
          .addPointTerms(terms(STARS))
          .rules(RuleBook.of(rule))
          .build();
    }
  }

  @Nested
  class Checking {
    @Test
    void pointsThatAreGoneBeforeTheyCanBeUsedAreFound() {
      PointTerms hasty = PointTerms.builder()
          .expiry(Expiry.after(Period.ofMonths(1)))
          .activation(Activation.after(Period.ofDays(31)))
          .type(STARS)
          .remainder(Remainder.writeOff())
          .build();

      assertThat(codes(ProgramCheck.findings(shop(hasty).build())))
          .contains("EXPIRY_BEFORE_ACTIVATION");
      assertThat(codes(ProgramCheck.findings(shop()))).doesNotContain("EXPIRY_BEFORE_ACTIVATION");
    }

    @Test
    void pointsThatNoRuleGrantsAreFound() {
      Program program = shop(terms(STARS)).addPointTerms(terms(MILES)).build();

      assertThat(codes(ProgramCheck.findings(program))).contains("POINTS_NEVER_EARNED");
    }

    @Test
    void rulesOutsideTheirVersionAreFound() {
      EarningRule february = EarningRule.builder()
          .id(RuleId.of("february"))
          .points(STARS)
          .formula(new Formula.Flat(STARS.points(1)))
          .active(Span.of(Instant.parse("2025-02-01T00:00:00Z"), MARCH))
          .build();
      Program late = Program.builder()
          .id(shop().id())
          .version(2)
          .calendar(shop().calendar())
          .addPointTerms(terms(STARS))
          .rules(RuleBook.of(february))
          .build();

      assertThat(codes(ProgramCheck.findings(ProgramVersions.of(shop()).with(MARCH, late))))
          .contains("RULE_NEVER_IN_FORCE");
      assertThat(codes(
              ProgramCheck.findings(ProgramVersions.of(shop()).with(MARCH.minusSeconds(1), late))))
          .doesNotContain("RULE_NEVER_IN_FORCE");
    }

    private List<String> codes(List<Finding> findings) {
      return findings.stream().map(Finding::code).toList();
    }
  }

  @Nested
  class Differing {
    @Test
    void whatIsEqualIsNotTold() {
      assertThat(ProgramDiff.between(shop(), shop())).isEmpty();
    }

    @Test
    void rulesAreMatchedByName() {
      RuleBook rules = RuleBook.builder()
          .addRule(perAmount("base", 3, "EUR 1.00"))
          .addRule(EarningRule.builder()
              .id(RuleId.of("double-service"))
              .points(STARS)
              .formula(new Formula.Multiplier(Ratio.of(2)))
              .build())
          .addCap(Cap.perEvent("most", STARS.points(100)))
          .build();
      Program after = Program.builder()
          .id(shop().id())
          .version(2)
          .calendar(shop().calendar())
          .addPointTerms(terms(STARS))
          .rules(rules)
          .build();

      List<Change> changes = ProgramDiff.between(shop(), after);

      assertThat(changes)
          .extracting(Change::path)
          .containsExactly(
              "version",
              "combinations",
              "rules.base.formula",
              "rules.double-service.lines",
              "rules.test-drive",
              "caps.most");
      assertThat(changes.get(0).sentence()).isEqualTo("version: was 1, is 2");
      assertThat(changes.get(4).sentence()).startsWith("rules.test-drive: gone, was ");
      assertThat(changes.get(5).sentence()).startsWith("caps.most: new, ");
    }

    @Test
    void noAttributeIsForgotten() {
      assertThat(attributes(EarningRule.class))
          .containsExactlyInAnyOrderElementsOf(
              with(ProgramDiff.parts(perAmount("base", 1, "EUR 1.00")).keySet(), "id"));
      assertThat(attributes(PointTerms.class))
          .containsExactlyInAnyOrderElementsOf(ProgramDiff.parts(terms(STARS)).keySet());
      assertThat(attributes(Cap.class))
          .containsExactlyInAnyOrderElementsOf(
              with(ProgramDiff.parts(Cap.perEvent("c", STARS.points(1))).keySet(), "id"));
      assertThat(attributes(RuleGroup.class))
          .containsExactlyInAnyOrderElementsOf(with(
              ProgramDiff.parts(RuleGroup.of("g", RuleGroup.Mode.ALL, "base")).keySet(), "id"));
      assertThat(attributes(Program.class))
          .containsExactlyInAnyOrder(
              "id",
              "version",
              "calendar",
              "pointTerms",
              "rules",
              "lateActivities",
              "paidWithPoints",
              "returnWindow");
      assertThat(attributes(RuleBook.class))
          .containsExactlyInAnyOrder("rules", "groups", "caps", "combinations", "segments");
    }

    /** The attributes that the builder of a value type takes, read from its methods. */
    private Set<String> attributes(Class<?> type) {
      Set<String> names = Stream.of(type.getDeclaredClasses())
          .filter(nested -> nested.getSimpleName().equals("Builder"))
          .flatMap(builder -> Stream.of(builder.getMethods()))
          .map(Method::getName)
          .collect(ImmutableSet.toImmutableSet());
      return Stream.of(type.getDeclaredMethods())
          .filter(method -> method.getParameterCount() == 0)
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> !Modifier.isStatic(method.getModifiers()))
          .map(Method::getName)
          .filter(name -> names.contains(name) || names.contains(adder(name)))
          .collect(ImmutableSet.toImmutableSet());
    }

    private String adder(String name) {
      String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      return name.equals("combinations") ? "putAllCombinations" : "addAll" + capital;
    }

    private Set<String> with(Set<String> names, String more) {
      return ImmutableSet.<String>builder().addAll(names).add(more).build();
    }
  }

  private static void assertRefused(ThrowingCallable call, FailureCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}

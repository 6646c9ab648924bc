package dev.laurel.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.laurel.core.testkit.HouseRules;
import java.util.List;
import java.util.Set;

@AnalyzeClasses(packages = "dev.laurel.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Where every number is exact. */
  private static final String[] EXACT = {
    "dev.laurel.core.points..",
    "dev.laurel.core.money..",
    "dev.laurel.core.earning..",
    "dev.laurel.core.ledger..",
    "dev.laurel.core.program..",
    "dev.laurel.core.activity..",
    "dev.laurel.core.time..",
    "dev.laurel.core.identity..",
    "dev.laurel.core.redemption..",
    "dev.laurel.core.basket..",
    "dev.laurel.core.valuation..",
    "dev.laurel.core.books.."
  };

  private static final DescribedPredicate<JavaClass> FLOATING = DescribedPredicate.describe(
      "a floating-point type",
      type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
          .contains(type.getBaseComponentType().getName()));

  private static final DescribedPredicate<List<JavaClass>> ANY_FLOATING =
      DescribedPredicate.describe(
          "a floating-point type", types -> types.stream().anyMatch(FLOATING));

  @ArchTest
  static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule EXACT_FIELDS = noFields()
      .that()
      .areDeclaredInClassesThat()
      .resideInAnyPackage(EXACT)
      .should()
      .haveRawType(FLOATING);

  @ArchTest
  static final ArchRule EXACT_RESULTS = noCodeUnits()
      .that()
      .areDeclaredInClassesThat()
      .resideInAnyPackage(EXACT)
      .should()
      .haveRawReturnType(FLOATING);

  @ArchTest
  static final ArchRule EXACT_PARAMETERS = noCodeUnits()
      .that()
      .areDeclaredInClassesThat()
      .resideInAnyPackage(EXACT)
      .should()
      .haveRawParameterTypes(ANY_FLOATING);
}

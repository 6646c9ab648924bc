package dev.laurel.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The test kit goes to users as a jar of its own, in which every class of its package is: it needs
 * nothing else of our tests, and brings no test that would run with theirs.
 */
@AnalyzeClasses(packages = "dev.laurel.core")
class TestKitTest {
  private static final DescribedPredicate<JavaClass> OUR_OTHER_TESTS = DescribedPredicate.describe(
      "a test of ours outside the kit",
      type -> resideInAPackage("dev.laurel..")
              .and(resideOutsideOfPackage("dev.laurel.core.testkit"))
              .test(type)
          && type.getSource()
              .map(source -> source.getUri().toString().contains("test-classes"))
              .orElse(false));

  @ArchTest
  static final ArchRule NEEDS_NO_OTHER_TEST_OF_OURS = noClasses()
      .that()
      .resideInAPackage("dev.laurel.core.testkit")
      .should()
      .dependOnClassesThat(OUR_OTHER_TESTS);

  @ArchTest
  static final ArchRule BRINGS_NO_TESTS = methods()
      .that()
      .areDeclaredInClassesThat()
      .resideInAPackage("dev.laurel.core.testkit")
      .should()
      .notBeAnnotatedWith(Test.class)
      .andShould()
      .notBeAnnotatedWith(ParameterizedTest.class);

  @ArchTest
  static final ArchRule LAWS_WAIT_FOR_THE_USER = methods()
      .that()
      .areDeclaredInClassesThat()
      .resideInAPackage("dev.laurel.core.testkit")
      .and()
      .areAnnotatedWith(Property.class)
      .should()
      .beDeclaredInClassesThat(DescribedPredicate.describe(
          "are abstract", type -> type.getModifiers().contains(JavaModifier.ABSTRACT)));
}

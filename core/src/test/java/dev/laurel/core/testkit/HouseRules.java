package dev.laurel.core.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of architecture that hold in every library module. A module's own test takes them in
 * with {@code ArchTests.in(HouseRules.class)}.
 */
public final class HouseRules {

  @ArchTest
  public static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.laurel.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  public static final ArchRule TIERS_SEE_ONLY_CORE =
      sees("tiers", "journeys", "metrics", "examples");

  @ArchTest
  public static final ArchRule JOURNEYS_SEE_ONLY_CORE =
      sees("journeys", "tiers", "metrics", "examples");

  @ArchTest
  public static final ArchRule METRICS_SEE_ONLY_CORE =
      sees("metrics", "tiers", "journeys", "examples");

  @ArchTest
  public static final ArchRule CORE_SEES_NO_OTHER_MODULE =
      sees("core", "tiers", "journeys", "metrics", "examples");

  @ArchTest
  public static final ArchRule ONLY_JSON_SEES_JACKSON = noClasses()
      .that()
      .resideOutsideOfPackage("dev.laurel..json..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("com.fasterxml..", "tools.jackson..")
      .because("JSON is optional");

  @ArchTest
  public static final ArchRule NOTHING_SEES_JSON = noClasses()
      .that()
      .resideOutsideOfPackage("dev.laurel..json..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("dev.laurel..json..")
      .because("JSON is optional");

  @ArchTest
  public static final ArchRule NOTHING_LOGS = noClasses()
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "java.util.logging..",
          "org.slf4j..",
          "org.apache.log4j..",
          "org.apache.logging..",
          "org.apache.commons.logging..",
          "ch.qos.logback..")
      .because("the library explains itself by values, not by logs");

  @ArchTest
  public static final ArchRule NOTHING_STORES_OR_CALLS_OUT = noClasses()
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "org.springframework..")
      .because("storage and the network belong to the caller");

  @ArchTest
  public static final ArchRule NOTHING_SEES_MONETA = noClasses()
      .should()
      .dependOnClassesThat(resideInAnyPackage("org.javamoney.."))
      .because("any implementation of JSR 354 must do");

  @ArchTest
  public static final ArchRule NOTHING_READS_THE_CLOCK = noClasses()
      .should()
      .accessTargetWhere(targetIs(
          "a clock",
          "java\\.time\\..+\\.now\\(.*",
          "java\\.time\\.Clock\\.(system|tick).*",
          "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
          "java\\.util\\.Date\\.<init>\\(\\)",
          "java\\.util\\.Calendar\\.getInstance\\(.*",
          "java\\.util\\.GregorianCalendar\\.<init>\\(\\)"))
      .because("the caller says what time it is");

  @ArchTest
  public static final ArchRule NOTHING_READS_THE_ENVIRONMENT = noClasses()
      .should()
      .accessTargetWhere(targetIs(
          "the environment",
          "java\\.lang\\.System\\.(getenv|getProperty|getProperties|lineSeparator)\\(.*",
          "java\\.lang\\.(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)\\(.*",
          "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
          "java\\.util\\.TimeZone\\.getDefault\\(\\)",
          "java\\.util\\.Locale\\.getDefault\\(.*"))
      .because("the same call must give the same answer on every machine");

  @ArchTest
  public static final ArchRule NOTHING_THROWS_DICE = noClasses()
      .should()
      .accessTargetWhere(targetIs(
          "chance without a seed",
          "java\\.lang\\.(Strict)?Math\\.random\\(\\)",
          "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
          "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
          "java\\.util\\.random\\.RandomGenerator\\.getDefault\\(\\)",
          "java\\.security\\.SecureRandom\\..*",
          "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)",
          "java\\.util\\.UUID\\.randomUUID\\(\\)"))
      .because("ids and seeds come from the caller");

  @ArchTest
  public static final ArchRule NOTHING_DEPENDS_ON_THE_DEFAULT_LOCALE = noClasses()
      .should()
      .accessTargetWhere(targetIs(
          "the default locale",
          "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
          "java\\.lang\\.String\\.format\\(java\\.lang\\.String,.*",
          "java\\.lang\\.String\\.formatted\\(.*",
          "java\\.util\\.Formatter\\.<init>\\(\\)",
          "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)"))
      .because("a Turkish machine must give the same answer");

  @ArchTest
  public static final ArchRule NOTHING_PRINTS = noClasses()
      .should()
      .accessTargetWhere(targetIs(
          "the console",
          "java\\.lang\\.System\\.(in|out|err|console\\(\\)|exit\\(int\\))",
          "java\\.lang\\.Throwable\\.printStackTrace\\(\\)",
          "java\\..+Exception\\.printStackTrace\\(\\)"))
      .because("the console belongs to the caller");

  @ArchTest
  public static final ArchRule NOTHING_WARNS_ITS_CALLERS = classes()
      .that()
      .areNotAnnotations()
      .should(leaveNoAnnotationOfImmutablesWithArguments())
      .because("javac warns of an argument whose annotation is not on the caller's class path");

  private HouseRules() {}

  private static ArchCondition<JavaClass> leaveNoAnnotationOfImmutablesWithArguments() {
    return new ArchCondition<>("leave no annotation of Immutables with arguments") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check(type, type.getAnnotations(), events);
        type.getMembers().forEach(member -> check(type, member.getAnnotations(), events));
      }

      private void check(
          JavaClass type, Set<? extends JavaAnnotation<?>> annotations, ConditionEvents events) {
        for (JavaAnnotation<?> annotation : annotations) {
          boolean warns = annotation.getRawType().getPackageName().startsWith("org.immutables")
              && annotation.getProperties().keySet().stream()
                  .anyMatch(annotation::hasExplicitlyDeclaredProperty);
          if (warns) {
            events.add(SimpleConditionEvent.violated(
                type, type.getName() + " has " + annotation.getDescription()));
          }
        }
      }
    };
  }

  private static ArchRule sees(String module, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = "dev.laurel." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("dev.laurel." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because("the arrows between modules lead to core, and siblings never see each other");
  }

  /** Calls, field reads and method references alike: the full name of the target decides. */
  private static DescribedPredicate<JavaAccess<?>> targetIs(String what, String... patterns) {
    Pattern pattern = Pattern.compile(String.join("|", patterns));
    return DescribedPredicate.describe(
        "the target is " + what,
        access -> pattern.matcher(access.getTarget().getFullName()).matches());
  }
}

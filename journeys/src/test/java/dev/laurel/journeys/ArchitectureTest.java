package dev.laurel.journeys;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.laurel.core.testkit.HouseRules;

@AnalyzeClasses(packages = "dev.laurel.journeys", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);
}

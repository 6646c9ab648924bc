package dev.laurel.core.testkit;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.CustomRules;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramVersions;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Every law of {@link ProgramLaw} held against a program of your own: extend this class, name the
 * program, and let the class name end in {@code Laws}.
 *
 * <p>Override {@link #lives()} where your rules speak of a currency, of categories, channels or
 * kinds of engagement that the usual lives do not have.
 */
public abstract class ProgramContract {
  /** The program under test. */
  protected abstract Program program();

  /** What happens in the lives that the laws are tried on. */
  protected ProgramLives lives() {
    return ProgramLives.usual();
  }

  /** The formulas and conditions of your own. */
  protected CustomRules customRules() {
    return CustomRules.none();
  }

  @Property
  void theLawsHold(
      @ForAll("programLaws") ProgramLaw law,
      @ForAll("lifetimes") List<Activity> life,
      @ForAll("purchases") Purchase purchase,
      @ForAll long seed) {
    Loyalty loyalty = Loyalty.of(ProgramVersions.of(program()), customRules());
    law.check(ProgramUnderTest.proper(loyalty), program(), life, purchase, seed);
  }

  /** The laws. */
  @Provide
  protected Arbitrary<ProgramLaw> programLaws() {
    return Arbitraries.of(ProgramLaw.class);
  }

  /** The lives of one member. */
  @Provide
  protected Arbitrary<List<Activity>> lifetimes() {
    return lives().lives(10);
  }

  /** One more purchase, after every life. */
  @Provide
  protected Arbitrary<Purchase> purchases() {
    return lives().purchases("one-more", ProgramLives.START.plus(Duration.ofDays(2_000)));
  }
}

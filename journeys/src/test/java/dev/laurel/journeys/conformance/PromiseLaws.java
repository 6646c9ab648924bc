package dev.laurel.journeys.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.journeys.JourneyDomain;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * Law H11 of the specification: the limit of a promise is a timer, which runs out once, not before
 * it is due, and whether or not anybody looked in between.
 */
@Domain(JourneyDomain.class)
@Domain(DomainContext.Global.class)
class PromiseLaws {
  private static final TouchpointId A = TouchpointId.of("a");
  private static final TouchpointId B = TouchpointId.of("b");
  private static final int LATEST = 20;

  /** Whatever checks a response within seconds as of an instant. */
  private interface Checking extends BiFunction<Promise, Instant, PromiseCheck> {}

  @Property
  void whatIsBrokenOrKeptStaysSo(
      @ForAll JourneyLog log,
      @ForAll Promise.Template template,
      @ForAll @IntRange(max = 10) int seconds) {
    if (!template.hasLimit()) {
      return;
    }
    Promise promise = promise(template, seconds);
    long broken = 0;
    long kept = 0;
    for (int second = 0; second <= LATEST; second++) {
      PromiseCheck check = PromiseCheck.of(log, promise, Logs.START.plusSeconds(second));
      long brokenNow = check.activations() - check.fulfilled() - check.pending();

      assertThat(brokenNow).isGreaterThanOrEqualTo(broken);
      assertThat(check.fulfilled()).isGreaterThanOrEqualTo(kept);
      broken = brokenNow;
      kept = check.fulfilled();
    }
  }

  @Property
  void noAnswerIsMissedBeforeItIsDue(
      @ForAll JourneyLog log,
      @ForAll @IntRange(max = 10) int seconds,
      @ForAll @IntRange(max = LATEST) int second) {
    isNotMissedBeforeItIsDue(
        (promise, asOf) -> PromiseCheck.of(log, promise, asOf), log, seconds, second);
  }

  /** However long nobody looked, in the end each promise has been kept or broken once. */
  @Property
  void inTheEndNothingIsOpen(@ForAll JourneyLog log, @ForAll @IntRange(max = 10) int seconds) {
    PromiseCheck last = PromiseCheck.of(
        log, promise(Promise.Template.RESPONSE, seconds), Logs.START.plusSeconds(LATEST));

    assertThat(last.pending()).isZero();
    assertThat(last.open()).isZero();
    assertThat(last.activations()).isEqualTo(begun(log, LATEST));
  }

  @Example
  void theLawCatchesATimerThatRunsOutASecondTooSoon() {
    JourneyLog log = Logs.of("a");
    Checking hasty = (promise, asOf) -> PromiseCheck.of(log, promise, asOf.plusSeconds(1));

    assertThatThrownBy(() -> isNotMissedBeforeItIsDue(hasty, log, 5, 5))
        .isInstanceOf(AssertionError.class);
  }

  private static void isNotMissedBeforeItIsDue(
      Checking checking, JourneyLog log, int seconds, int second) {
    PromiseCheck check =
        checking.apply(promise(Promise.Template.RESPONSE, seconds), Logs.START.plusSeconds(second));

    assertThat(check.activations() - check.fulfilled() - check.pending())
        .isLessThanOrEqualTo(begun(log, second - seconds - 1));
  }

  /** How many events a there are until a second. */
  private static long begun(JourneyLog log, long second) {
    long begun = 0;
    for (int event = 0; event < log.events(); event++) {
      TouchEvent one = log.event(event);
      boolean isSeen = !one.at().isAfter(Logs.START.plusSeconds(second));
      begun += isSeen && one.touchpoint().equals(A) ? 1 : 0;
    }
    return begun;
  }

  private static Promise promise(Promise.Template template, int seconds) {
    Promise.Builder promise = Promise.builder();
    promise.template(template).touchpoint(A).within(Duration.ofSeconds(seconds));
    if (template.needsOther()) {
      promise.other(B);
    }
    return promise.build();
  }
}

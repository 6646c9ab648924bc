package dev.laurel.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.moment.Moment;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.refine.Finding;
import dev.laurel.journeys.refine.Question;
import dev.laurel.journeys.refine.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stories of journeys, each as a reader sees it. */
class JourneyStoriesTest {
  @Test
  void dealership() {
    assertThat(Dealership.tell()).isEqualTo("""
        Who: Long-distance commuter, STATISTICAL, a car that is ready every morning
          stands for 41.2 % (38.2 to 44.3) of customers
        The map of 'Buying a car', version 1:
          discover: advert
          evaluate: configurator, advice
          try: booking, test-drive*
          buy: offer, financing, contract
        January to May: 906 journeys, 3816 events, 401 of them of commuters
          as designed 131 of 906, fitness 0.726
          not on the map: 115 call-backs
          which come 6 days after the form, or more, in half of all cases
        Buying a car: 906 journeys, 9 touchpoints; intervals at 95.0 %
        1. test-drive, try
           reach: 392 of 906, 43.3 %
           emotion, -2 to 2: 1.51 (1.44 to 1.58), n 197
           effect: 166 of 392, 42.3 % with it, 18 of 125, 14.4 % without: 27.9 points (19.3 to 35.0), +110 conversions
           removal effect: 90.4 % = reach 43.3 % x lift 2.09 (1.94 to 2.21)
           against the map: 392 taken, 0 failed, 514 missing, 0 ad hoc, 0 out of order
           EUR per journey: 1039.0 (912.0 to 1166.1), n 392
           pain: MEDIUM, two weeks until a car is free
           why: makes journeys; scored better than the goal; skipped or not reached too often; the map says that it hurts
        2. call-back, not on the map
           reach: 115 of 906, 12.7 %
           emotion, -2 to 2: -0.99 (-1.19 to -0.78), n 67
           effect: 38 of 115, 33.0 % with it, 104 of 127, 81.9 % without: -48.8 points (-58.6 to -37.0), -56 conversions
           removal effect: 20.7 % = reach 12.7 % x lift 1.63 (1.30 to 2.02)
           against the map: 0 taken, 0 failed, 0 missing, 115 ad hoc, 0 out of order
           EUR per journey: 797.1 (576.8 to 1017.4), n 115
           why: breaks journeys; proven a moment of truth, not declared; scored worse than the goal; not on the map, yet met often
        3. advice, evaluate
           reach: 704 of 906, 77.7 %
           emotion, -2 to 2: 0.92 (0.82 to 1.02), n 252
           effect: missing, not known here
           removal effect: 100.0 % = reach 77.7 % x lift 1.29 (1.24 to 1.33)
           against the map: 704 taken, 0 failed, 202 missing, 0 ad hoc, 0 out of order
           EUR per journey: 638.0 (555.1 to 720.9), n 704
           why: scored better than the goal; skipped or not reached too often
        and 6 more
        Declared and proven: test-drive
        Proven and on no map: call-back
        The configurator, among those who came to be advised: -2.7 points (-9.6 to +3.9), not proven
          among all who saw the advertisement it would seem +9.4 points (+4.1 to +14.6), proven, because
          those who left at once could not have met it
        Version 2, because call-backs break journeys:
          touchpoints.financing.name: was Fills in the financing form on paper, is Checks a financing form that is filled in
          painPoints.call-backs: new, {touchpoint=financing, description=the dealer calls for what the form lacks, severity=HIGH, level=STATISTICAL, evidence=[journeys from January to May]}
          hypothesis: of those who come to the financing more sign
        Of those who came to the financing, before and since:
          sign: 58.7 %, now 82.6 %; change 23.9 %, from 16.0 % to 31.5 %; q below 0.0001
          leave at the form: 9.5 %, now 15.8 %; change 6.3 %, from 0.4 % to 12.2 %; q 0.0353
          fitness: 0.926, now 0.976; change 0.050, from 0.040 to 0.060; q below 0.0001
          days until the signature: 23.0, now 21.5; change -1.5, from -2.3 to -0.7; q 0.0006
          (who used to leave after a call-back leaves at the form now, if at all)
        prefilled-form: CONFIRMED
        """);
  }

  @Test
  void oneClick() {
    assertThat(OneClick.tell()).isEqualTo("""
        What changes on the map:
          steps.cart.way: was always, is maybe
          steps.sign-in.way: was always, is maybe
          steps.address.way: was always, is maybe
          steps.delivery.way: was always, is maybe
          steps.payment.way: was always, is maybe
          steps.review.way: was always, is maybe
          flow: was inOrder(product, cart, sign-in, address, delivery, payment, review, order), is inOrder(product, maybe(inOrder(cart, sign-in, address, delivery, payment, review)), order)
        The long way, as it was:
          product   1500
          cart       588
          sign-in    535
          address    485
          delivery   465
          payment    442
          review     406
          order      393
        What customers do to order: 7.0 steps, now 2.4
        Before: 393 of 1500 visits order, 24.0 to 28.5 %
        Since: 523 of 1500 visits order, 32.5 to 37.3 %
        Better: Customer Effort Score 2.0 went from 4.62 to 5.74, a difference of +1.11 that may be anything from +0.76 to +1.47. Chance alone would do this less than once in 1,000 (p < 0.001).
        Orders: +8.7 (+5.4 to +11.9) points; seconds from product to order: -319.0 (-336.5 to -301.5)
        one-click: CONFIRMED
        """);
  }

  @Test
  void appleChannels() {
    assertThat(AppleChannels.tell()).isEqualTo("""
        1600 journeys, 3830 events
        advice, and how many buy:
          chat: 98 of 234, 41.9 %; against the others -15.9 (-23.2 to -8.4) points, worse
            fails 42 of 296, 14.2 %, feels 0.66 (0.47 to 0.85)
          phone: 103 of 196, 52.6 %; against the others -1.1 (-9.0 to +6.8) points, undecided
            fails 13 of 253, 5.1 %, feels 0.87 (0.71 to 1.04)
          store: 248 of 411, 60.3 %; against the others +13.6 (+6.9 to +20.2) points, better
            fails 6 of 525, 1.1 %, feels 0.98 (0.88 to 1.07)
          99 more met it on several channels
        repair, and how many are content and stay:
          mail: 230 of 266, 86.5 %; against the others -3.1 (-8.5 to +1.8) points, undecided
            fails 0 of 266, 0.0 %, feels 0.55 (0.36 to 0.74)
          store: 353 of 394, 89.6 %; against the others +3.1 (-1.8 to +8.5) points, undecided
            fails 0 of 394, 0.0 %, feels 0.48 (0.32 to 0.64)
        Most often customers change
          from app to store: 584
          from web to store: 238
          from app to chat: 208
          from app to mail: 193
        Of the chat, 95 go on to the store and 17 to the phone
        """);
  }

  /** What is planted in the dealer's year: 0.35 for 0.85 after a call-back, and nothing else. */
  @ParameterizedTest
  @ValueSource(longs = {2026, 7, 1_900})
  void thePainThatIsPlantedIsFound(long seed) {
    JourneyLog year = DealershipYear.of(seed);
    MomentsOfTruth moments =
        Dealership.moments(year.where(journey -> journey.start().isBefore(DealershipMap.CHANGED)));

    assertThat(moments.painPoints())
        .extracting(moment -> moment.touchpoint().value())
        .containsExactly("call-back");
    assertThat(moments.painPoints().get(0).effect().interval().orElseThrow().contains(-0.5))
        .isTrue();
    assertThat(moments.at(TouchpointId.of("configurator")).orElseThrow().isProven())
        .isFalse();
    assertThat(moments.at(TouchpointId.of("test-drive")).orElseThrow().direction())
        .isEqualTo(Moment.Direction.MAKES);
  }

  /** 0.55 x 0.85 + 0.45 x 0.35 sign on paper, 0.94 x 0.85 + 0.06 x 0.35 since: 0.195 more. */
  @ParameterizedTest
  @ValueSource(longs = {2026, 7, 1_900})
  void theImprovementThatIsPlantedIsProven(long seed) {
    Refinement refinement = Dealership.refinement(DealershipYear.of(seed));
    Finding conversion = refinement.at(Question.CONVERSION).orElseThrow();

    assertThat(refinement.verdict()).isEqualTo(Refinement.Verdict.CONFIRMED);
    assertThat(conversion.difference().interval().orElseThrow().contains(0.195)).isTrue();
  }
}

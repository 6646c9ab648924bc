package dev.laurel.core.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.offer.OfferChoice.Chosen;
import dev.laurel.core.offer.OfferChoice.Reason;
import dev.laurel.core.offer.OfferChoice.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The laws of personal offers, each stated for any way of choosing. */
enum OfferLaw {
  /** Every offer is chosen or rejected, once, and nothing else is. */
  EACH_OFFER_ONCE {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      OfferChoice choice = choice(chooser, one, one.offers);
      assertThat(
              Stream.concat(ids(choice).stream(), choice.rejected().stream().map(Rejected::offer)))
          .containsExactlyInAnyOrderElementsOf(
              one.offers.stream().map(Offer::id).toList());
    }
  },
  /** Points are the base and every criterion that is met; the best come first, then by name. */
  POINTS_ADD_UP {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      List<Chosen> chosen = choice(chooser, one, one.offers).chosen();
      for (Chosen each : chosen) {
        Offer offer = one.offers.stream()
            .filter(listed -> listed.id().equals(each.offer().id()))
            .findFirst()
            .orElseThrow();
        assertThat(each.points()).as("%s", each).isEqualTo(one.points(offer));
      }
      assertThat(chosen)
          .isSortedAccordingTo(Comparator.comparing(Chosen::points)
              .reversed()
              .thenComparing(each -> each.offer().id()));
    }
  },
  /** Neither the places nor what a member may be shown in a window are ever exceeded. */
  LIMITS_HOLD {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      walk(chooser, one, (history, choice) -> {
        assertThat(choice.chosen()).hasSizeLessThanOrEqualTo(one.policy.most());
        if (!choice.chosen().isEmpty()) {
          assertThat(shown(one, history, choice.at()) + choice.chosen().size())
              .isLessThanOrEqualTo(limit(one));
        }
      });
    }
  },
  /** The reason that is told is the first that holds; for what is chosen there is none. */
  REASONS_ARE_TRUE {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      OfferChoice choice = choice(chooser, one, one.offers);
      Map<OfferId, Reason> told = new HashMap<>();
      choice.rejected().forEach(each -> told.put(each.offer(), each.reason()));
      for (Offer offer : one.offers) {
        Optional<Reason> own = own(one, offer);
        Reason reason = told.get(offer.id());
        if (reason instanceof OfferChoice.NotEligible) {
          assertThat(offer.active().contains(one.at)).isTrue();
          assertThat(one.meets(offer.eligibility())).isFalse();
        } else if (own.isPresent()) {
          assertThat(reason).as("%s", offer).isEqualTo(own.get());
        } else if (reason != null) {
          assertThat(one.meets(offer.eligibility())).isTrue();
          assertThat(reason).as("%s", offer).isEqualTo(crowded(one, choice, offer));
        }
      }
    }
  },
  /** What was shown rests through its last day, and what was taken may be over for good. */
  NO_REPEATS {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      walk(chooser, one, (history, choice) -> {
        for (OfferId id : ids(choice)) {
          for (OfferHistory.Shown earlier : history.shown()) {
            if (earlier.offer().equals(id)) {
              assertThat(one.policy.isOverOnceTaken() && earlier.isTaken()).isFalse();
              assertThat(rest(one, earlier.at())).isBeforeOrEqualTo(choice.at());
            }
          }
        }
      });
    }
  },
  /** The order in which offers are listed changes nothing. */
  ORDER_CHANGES_NOTHING {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      assertThat(choice(chooser, one, one.shuffled())).isEqualTo(choice(chooser, one, one.offers));
    }
  },
  /**
   * One more offer lets no other in. What was rejected for its own sake stays so with the same
   * reason; where the new one is rejected too, nothing changes for any other.
   */
  ANOTHER_OFFER_CHANGES_NO_REASON {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      Offer added = one.offer("o-" + one.below(10) + "-added");
      OfferChoice before = choice(chooser, one, one.offers);
      OfferChoice after = choice(
          chooser, one, Stream.concat(one.offers.stream(), Stream.of(added)).toList());
      List<Rejected> others = after.rejected().stream()
          .filter(each -> !each.offer().equals(added.id()))
          .toList();
      if (ids(after).contains(added.id())) {
        List<Rejected> own =
            before.rejected().stream().filter(each -> !isCrowded(each.reason())).toList();
        assertThat(others).containsAll(own);
        assertThat(others.stream().map(Rejected::offer))
            .containsAll(before.rejected().stream().map(Rejected::offer).toList());
      } else {
        assertThat(others).isEqualTo(before.rejected());
        assertThat(after.chosen()).isEqualTo(before.chosen());
      }
    }
  },
  /** What is chosen stays chosen when more speaks for it, and comes no later. */
  MORE_POINTS_KEEP_IT_CHOSEN {
    @Override
    void check(Chooser chooser, RandomOffers one) {
      List<OfferId> before = ids(choice(chooser, one, one.offers));
      for (OfferId id : before) {
        long more = 1L + one.below(200);
        List<Offer> raised = one.offers.stream()
            .map(each -> each.id().equals(id)
                ? RandomOffers.with(each, each.basePoints() + more, each.criteria())
                : each)
            .toList();
        List<OfferId> after = ids(choice(chooser, one, raised));
        assertThat(after).contains(id);
        assertThat(after.indexOf(id)).isLessThanOrEqualTo(before.indexOf(id));
      }
    }
  };

  /** A way of choosing offers for Ann. */
  interface Chooser {
    OfferChoice choose(
        OfferPolicy policy,
        List<Offer> offers,
        OfferHistory history,
        Instant at,
        EarningContext context);

    static Chooser proper() {
      return (policy, offers, history, at, context) ->
          OfferChooser.of(policy, offers).choose(RandomOffers.ANN, history, at, context);
    }
  }

  abstract void check(Chooser chooser, RandomOffers one);

  private static OfferChoice choice(Chooser chooser, RandomOffers one, List<Offer> offers) {
    return chooser.choose(one.policy, offers, one.history, one.at, one.context());
  }

  private static List<OfferId> ids(OfferChoice choice) {
    return choice.chosen().stream().map(each -> each.offer().id()).toList();
  }

  /** Shows what is chosen, now and then takes it, and comes again some days later. */
  private static void walk(
      Chooser chooser, RandomOffers one, BiConsumer<OfferHistory, OfferChoice> each) {
    OfferHistory history = one.history;
    Instant at = one.at;
    for (int visit = 0; visit < 6; visit++) {
      OfferChoice choice = chooser.choose(one.policy, one.offers, history, at, one.context());
      each.accept(history, choice);
      for (OfferId id : ids(choice)) {
        history = history.with(new OfferHistory.Shown(id, at, one.below(4) == 0));
      }
      at = at.plus(Duration.ofHours(1L + one.below(300)));
    }
  }

  private static int limit(RandomOffers one) {
    return one.policy.limit().map(OfferPolicy.Limit::offers).orElse(Integer.MAX_VALUE);
  }

  private static int shown(RandomOffers one, OfferHistory history, Instant at) {
    LocalDate unused = LocalDate.EPOCH;
    return one.policy
        .limit()
        .map(limit -> history.shown().stream()
            .filter(each ->
                limit.window().spanAt(at, unused, RandomOffers.CALENDAR).contains(each.at()))
            .toList()
            .size())
        .orElse(0);
  }

  /** The first instant at which something that was shown may be shown again. */
  private static Instant rest(RandomOffers one, Instant shown) {
    LocalDate day = LocalDate.ofInstant(shown, RandomOffers.CALENDAR.zone());
    return one.policy
        .restAfterShown()
        .map(Period::getDays)
        .map(days ->
            day.plusDays(days + 1L).atStartOfDay(RandomOffers.CALENDAR.zone()).toInstant())
        .orElse(Instant.MIN);
  }

  /** Why an offer is not shown whatever else there is, beside who may have it. */
  private static Optional<Reason> own(RandomOffers one, Offer offer) {
    if (!offer.active().contains(one.at)) {
      return Optional.of(new OfferChoice.NotOpen());
    }
    List<OfferHistory.Shown> shown = new ArrayList<>(one.history.shown());
    shown.removeIf(each -> !each.offer().equals(offer.id()));
    if (one.policy.isOverOnceTaken() && shown.stream().anyMatch(OfferHistory.Shown::isTaken)) {
      return Optional.of(new OfferChoice.Taken());
    }
    Instant rest =
        shown.isEmpty() ? Instant.MIN : rest(one, shown.get(shown.size() - 1).at());
    if (one.at.isBefore(rest)) {
      return Optional.of(new OfferChoice.Resting(rest));
    }
    return one.points(offer) < one.policy.leastPoints()
        ? Optional.of(new OfferChoice.TooWeak(one.points(offer), one.policy.leastPoints()))
        : Optional.empty();
  }

  /** Why an offer that could be shown is not: enough has been, or others are better. */
  private static Reason crowded(RandomOffers one, OfferChoice choice, Offer offer) {
    int shown = shown(one, one.history, one.at) + choice.chosen().size();
    if (shown >= limit(one)) {
      return new OfferChoice.LimitReached(shown, limit(one));
    }
    assertThat(choice.chosen()).hasSize(one.policy.most());
    Chosen last = choice.chosen().get(choice.chosen().size() - 1);
    assertThat(last.points()).isGreaterThanOrEqualTo(one.points(offer));
    return new OfferChoice.Outscored(one.points(offer), last.points());
  }

  private static boolean isCrowded(Reason reason) {
    return reason instanceof OfferChoice.Outscored || reason instanceof OfferChoice.LimitReached;
  }
}

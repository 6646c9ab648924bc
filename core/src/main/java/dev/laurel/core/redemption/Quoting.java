package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.LargestRemainder;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.RedemptionQuote.Limit;
import dev.laurel.core.redemption.RedemptionQuote.LineShare;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** One order under one set of terms. */
final class Quoting {
  private final RedemptionTerms terms;
  private final Order order;
  private final Points balance;
  private final ExactMoney gross;
  private final ExactMoney eligible;

  Quoting(RedemptionTerms terms, Order order, Points balance) {
    this.terms = terms;
    this.order = requireNonNull(order, "order");
    this.balance = requireNonNull(balance, "balance");
    this.gross = order.gross();
    ExactMoney sum = ExactMoney.zero(terms.rate().money().currency()).plus(gross.minus(gross));
    for (OrderLine line : order.lines()) {
      sum = terms.accepts(line) ? sum.plus(line.amount()) : sum;
    }
    this.eligible = sum;
  }

  RedemptionQuote best() {
    List<Limit> limits = limits();
    Points none = balance.type().zero();
    if (eligible.isZero()) {
      return quote(none, limits, Optional.of(RedemptionQuote.Reason.NOTHING_ELIGIBLE));
    }
    if (isOrderTooSmall()) {
      return quote(none, limits, Optional.of(RedemptionQuote.Reason.ORDER_TOO_SMALL));
    }
    Points most = binding(limits).most();
    Points whole = most.minus(most.type().points(most.units() % terms.step().units()));
    if (whole.isZero() || whole.compareTo(terms.minimum()) < 0) {
      return quote(none, limits, Optional.of(RedemptionQuote.Reason.BELOW_MINIMUM));
    }
    return terms.rate().worth(whole, RoundingMode.FLOOR).isZero()
        ? quote(none, limits, Optional.of(RedemptionQuote.Reason.WORTH_NOTHING))
        : quote(whole, limits, Optional.empty());
  }

  RedemptionDecision exactly(Points requested) {
    List<Limit> limits = limits();
    Limit binding = binding(limits);
    RedemptionDecision.Refused.Reason reason = null;
    if (requested.isZero()) {
      reason = RedemptionDecision.Refused.Reason.POINTS_ZERO;
    } else if (eligible.isZero()) {
      reason = RedemptionDecision.Refused.Reason.NOTHING_ELIGIBLE;
    } else if (isOrderTooSmall()) {
      reason = RedemptionDecision.Refused.Reason.ORDER_TOO_SMALL;
    } else if (requested.compareTo(terms.minimum()) < 0) {
      reason = RedemptionDecision.Refused.Reason.BELOW_MINIMUM;
    } else if (requested.units() % terms.step().units() != 0) {
      reason = RedemptionDecision.Refused.Reason.NOT_IN_STEPS;
    } else if (requested.compareTo(binding.most()) > 0) {
      reason = RedemptionDecision.Refused.Reason.of(binding.kind());
    } else if (terms.rate().worth(requested, RoundingMode.FLOOR).isZero()) {
      reason = RedemptionDecision.Refused.Reason.WORTH_NOTHING;
    }
    return reason == null
        ? new RedemptionDecision.Accepted(quote(requested, limits, Optional.empty()))
        : new RedemptionDecision.Refused(reason, requested, best());
  }

  private boolean isOrderTooSmall() {
    return terms.minimumOrder().filter(eligible::isLessThan).isPresent();
  }

  /** What each term admits by itself; the smallest binds, the first of equal ones. */
  private List<Limit> limits() {
    ImmutableList.Builder<Limit> limits = ImmutableList.builder();
    limits.add(new Limit(Limit.Kind.BALANCE, balance));
    terms.maximum().ifPresent(most -> limits.add(new Limit(Limit.Kind.MAXIMUM_POINTS, most)));
    Ratio pointsPerMinor =
        Ratio.of(terms.rate().points().units(), terms.rate().money().minor());
    long share = Ratio.scale(
        eligible.minor(), pointsPerMinor.times(terms.maximumShare()), RoundingMode.FLOOR);
    limits.add(new Limit(Limit.Kind.SHARE_OF_ORDER, balance.type().points(share)));
    terms
        .maximumMoney()
        .map(most -> terms.rate().pointsFor(most, RoundingMode.FLOOR))
        .ifPresent(most -> limits.add(new Limit(Limit.Kind.MAXIMUM_MONEY, most)));
    return limits.build();
  }

  private static Limit binding(List<Limit> limits) {
    Limit binding = limits.get(0);
    for (Limit limit : limits) {
      binding = limit.most().compareTo(binding.most()) < 0 ? limit : binding;
    }
    return binding;
  }

  private RedemptionQuote quote(
      Points points, List<Limit> limits, Optional<RedemptionQuote.Reason> reason) {
    ExactMoney value = terms.rate().worth(points, RoundingMode.FLOOR);
    return RedemptionQuote.builder()
        .order(order)
        .points(points)
        .value(value)
        .addAllShares(shares(points, value))
        .addAllLimits(limits)
        .binding(binding(limits))
        .reason(reason)
        .build();
  }

  /** Points and value by the prices of the eligible lines, each by largest remainder. */
  private List<LineShare> shares(Points points, ExactMoney value) {
    int count = order.lines().size();
    long[] weights = new long[count];
    for (int i = 0; i < count; i++) {
      OrderLine line = order.lines().get(i);
      weights[i] = terms.accepts(line) ? line.amount().minor() : 0;
    }
    boolean isNothing = points.isZero();
    long[] pointShares =
        isNothing ? new long[count] : LargestRemainder.allocate(points.units(), weights);
    long[] valueShares =
        isNothing ? new long[count] : LargestRemainder.allocate(value.minor(), weights);
    ImmutableList.Builder<LineShare> shares = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      ExactMoney lineValue = ExactMoney.ofMinor(value.currency(), valueShares[i]);
      shares.add(new LineShare(
          i,
          order.lines().get(i).amount(),
          points.type().points(pointShares[i]),
          lineValue,
          order.lines().get(i).amount().minus(lineValue)));
    }
    return shares.build();
  }
}

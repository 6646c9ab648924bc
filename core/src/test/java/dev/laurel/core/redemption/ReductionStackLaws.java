package dev.laurel.core.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ReductionStackLaws {
  /** A way to work out what is to be paid. */
  private interface Till {
    ExactMoney payable(ExactMoney gross, List<Reduction> reductions);
  }

  private static ExactMoney payable(ExactMoney gross, List<Reduction> reductions) {
    return ReductionStack.of(gross, reductions, RoundingMode.HALF_EVEN).payable();
  }

  /** F4: nobody is paid for buying. F5: the order in which reductions are shown changes nothing. */
  @Property
  void neverBelowZeroAndNeverByOrder(
      @ForAll @LongRange(max = 100_000) long cents,
      @ForAll("reductions") List<Reduction> reductions,
      @ForAll Random random) {
    ExactMoney gross = ExactMoney.ofMinor("EUR", cents);
    holds(ReductionStackLaws::payable, gross, reductions, random);
    ReductionStack stack = ReductionStack.of(gross, reductions, RoundingMode.HALF_EVEN);
    assertThat(stack.reduced().plus(stack.payable())).isEqualTo(gross);
    assertThat(stack.steps()).allMatch(step -> step.granted().compareTo(step.requested()) <= 0);
  }

  @Example
  void tillsThatReduceAsPresentedAreCaught() {
    List<Reduction> two = List.of(
        new Reduction.Amount("voucher", ExactMoney.parse("EUR 30.00")),
        new Reduction.Part("gold", Ratio.of(1, 2)));
    ExactMoney gross = ExactMoney.parse("EUR 100.00");
    Till asPresented = (price, reductions) -> {
      ExactMoney left = price;
      for (Reduction one : reductions) {
        left = payable(left, List.of(one));
      }
      return left;
    };
    Till uncapped = (price, reductions) -> price.minus(ExactMoney.parse("EUR 130.00"));

    assertThatThrownBy(() -> holds(asPresented, gross, two, new Random(1)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> holds(uncapped, gross, two, new Random(1)))
        .isInstanceOf(AssertionError.class);
  }

  private static void holds(
      Till till, ExactMoney gross, List<Reduction> reductions, Random random) {
    List<Reduction> reversed = new ArrayList<>(reductions);
    Collections.reverse(reversed);
    List<Reduction> shuffled = new ArrayList<>(reductions);
    Collections.shuffle(shuffled, random);
    ExactMoney payable = till.payable(gross, reductions);

    assertThat(payable.minor()).isBetween(0L, gross.minor());
    assertThat(till.payable(gross, reversed)).isEqualTo(payable);
    assertThat(till.payable(gross, shuffled)).isEqualTo(payable);
  }

  @Provide
  Arbitrary<List<Reduction>> reductions() {
    return Combinators.combine(Arbitraries.integers().between(1, 100), Arbitraries.of(true, false))
        .as((size, isPart) -> isPart
            ? (Reduction) new Reduction.Part("r", Ratio.of(size, 100))
            : new Reduction.Amount("r", ExactMoney.ofMinor("EUR", size * 100L)))
        .list()
        .ofMaxSize(6)
        .map(ReductionStackLaws::named);
  }

  private static List<Reduction> named(List<Reduction> all) {
    List<Reduction> named = new ArrayList<>();
    for (Reduction one : all) {
      String code = "r-" + named.size();
      named.add(
          one instanceof Reduction.Part part
              ? new Reduction.Part(code, part.part())
              : new Reduction.Amount(code, ((Reduction.Amount) one).money()));
    }
    return named;
  }
}

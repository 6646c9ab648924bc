package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.EarningContext;
import java.util.Optional;

/**
 * A purchase with what is needed to take it back: what was known on its day, what it earned, what
 * has come back since.
 *
 * @param purchase the purchase as it was
 * @param context what its evaluation looked at
 * @param original what it earned at first
 * @param current what it earns after the returns so far; absent once nothing is left
 * @param returned what came back so far
 */
public record Booking(
    Purchase purchase,
    EarningContext context,
    Accrual original,
    Optional<Accrual> current,
    ImmutableList<Return.Part> returned) {
  /** A booking of these parts. */
  public Booking {
    requireNonNull(purchase, "purchase");
    requireNonNull(context, "context");
    requireNonNull(original, "original");
    requireNonNull(current, "current");
    requireNonNull(returned, "returned");
  }

  static Booking of(Purchase purchase, EarningContext context, Accrual accrual) {
    return new Booking(purchase, context, accrual, Optional.of(accrual), ImmutableList.of());
  }

  Booking after(Return.Part part, Optional<Accrual> left) {
    return new Booking(purchase, context, original, left, plus(returned, part));
  }

  static <T> ImmutableList<T> plus(ImmutableList<T> list, T element) {
    return ImmutableList.<T>builderWithExpectedSize(list.size() + 1)
        .addAll(list)
        .add(element)
        .build();
  }
}

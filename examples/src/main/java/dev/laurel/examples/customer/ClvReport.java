package dev.laurel.examples.customer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.metrics.customer.CustomerHistory;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseConvention;
import dev.laurel.metrics.customer.PurchaseDays;
import dev.laurel.metrics.customer.PurchaseHistories;
import dev.laurel.metrics.lifetime.BgNbd;
import dev.laurel.metrics.lifetime.BuyingModel;
import dev.laurel.metrics.lifetime.Fit;
import dev.laurel.metrics.lifetime.GammaGamma;
import dev.laurel.metrics.lifetime.LifetimeValue;
import dev.laurel.metrics.lifetime.MbgNbd;
import dev.laurel.metrics.lifetime.ParetoNbd;
import dev.laurel.metrics.lifetime.SpendTable;
import dev.laurel.metrics.lifetime.ValueHorizon;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the purchases of a file say of their customers. */
final class ClvReport {
  /** The models of buying, by the name that the command line knows. */
  enum Model {
    /** Customers may leave after each repeat purchase. */
    bgnbd("BG/NBD"),
    /** Customers may leave after the first purchase as well. */
    mbgnbd("MBG/NBD"),
    /** Customers may leave at any time. */
    pareto("Pareto/NBD");

    private final String title;

    Model(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    private Fit<? extends BuyingModel> fit(HistoryTable table) {
      return switch (this) {
        case bgnbd -> BgNbd.fit(table);
        case mbgnbd -> MbgNbd.fit(table);
        case pareto -> ParetoNbd.fit(table);
      };
    }
  }

  /**
   * A customer and what is expected.
   *
   * @param customer what was seen
   * @param value what is expected
   */
  record Valued(CustomerHistory customer, LifetimeValue value) {}

  private final PurchaseDays purchases;
  private final PurchaseHistories histories;
  private final HistoryTable table;
  private final SpendTable spends;
  private final ImmutableMap<Model, Fit<? extends BuyingModel>> fits;
  private final Fit<GammaGamma> spendFit;
  private final Model chosen;
  private final ValueHorizon horizon;

  ClvReport(
      PurchaseDays purchases, PurchaseConvention convention, Model chosen, ValueHorizon horizon) {
    this.purchases = purchases;
    this.histories = purchases.histories(convention);
    this.table = histories.table();
    this.spends = SpendTable.of(histories);
    Map<Model, Fit<? extends BuyingModel>> fitted = new LinkedHashMap<>();
    for (Model model : Model.values()) {
      fitted.put(model, model.fit(table));
    }
    this.fits = ImmutableMap.copyOf(fitted);
    this.spendFit = GammaGamma.fit(spends);
    this.chosen = chosen;
    this.horizon = horizon;
  }

  PurchaseDays purchases() {
    return purchases;
  }

  PurchaseHistories histories() {
    return histories;
  }

  HistoryTable table() {
    return table;
  }

  SpendTable spends() {
    return spends;
  }

  ImmutableMap<Model, Fit<? extends BuyingModel>> fits() {
    return fits;
  }

  Fit<GammaGamma> spendFit() {
    return spendFit;
  }

  Model chosen() {
    return chosen;
  }

  ValueHorizon horizon() {
    return horizon;
  }

  /** The chosen model; absent if it could not be fitted. */
  Optional<BuyingModel> model() {
    Fit<? extends BuyingModel> fit = fits.get(chosen);
    return fit == null ? Optional.empty() : fit.model().map(model -> model);
  }

  /** All customers, the most valuable first; empty without both models. */
  ImmutableList<Valued> valued() {
    Optional<BuyingModel> buying = model();
    Optional<GammaGamma> spending = spendFit.model();
    if (buying.isEmpty() || spending.isEmpty()) {
      return ImmutableList.of();
    }
    return histories.customers().stream()
        .map(customer -> valued(customer, buying.get(), spending.get()))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble((Valued one) -> -one.value().value())
            .thenComparing(one -> one.customer().customer()))
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<Valued> valued(
      CustomerHistory customer, BuyingModel buying, GammaGamma spending) {
    OptionalDouble spend = spend(customer, spending);
    return spend.isEmpty()
        ? Optional.empty()
        : Optional.of(new Valued(
            customer,
            LifetimeValue.estimate(
                buying, customer.history(), spend.getAsDouble(), histories.currency(), horizon)));
  }

  /** Of those without repeat purchases, and of those who paid nothing, only the crowd is known. */
  private static OptionalDouble spend(CustomerHistory customer, GammaGamma spending) {
    OptionalDouble mean = customer.meanSpend();
    return mean.isPresent() && mean.getAsDouble() > 0
        ? OptionalDouble.of(spending.expectedSpend(
            new SpendTable.Spend(customer.history().frequency(), mean.getAsDouble())))
        : spending.expectedSpend();
  }
}

package dev.laurel.metrics.lifetime;

import dev.laurel.metrics.customer.HistoryTable;
import java.util.Optional;

/** Where searches begin, and what need not be searched. */
final class Starts {
  private Starts() {}

  /** Why histories cannot be fitted by any model of buying. */
  static <M> Optional<Fit<M>> refusal(HistoryTable histories) {
    if (histories.rows() == 0) {
      return Optional.of(new Fit.Failed<>(Fit.Reason.NO_CUSTOMERS, "there are no customers"));
    }
    if (histories.repeaters() == 0) {
      return Optional.of(new Fit.Failed<>(
          Fit.Reason.NO_REPEAT_PURCHASES,
          "nobody came back; rare buying and leaving cannot be told apart"));
    }
    double[] ages = histories.ages();
    if (ages[ages.length - 1] == 0) {
      return Optional.of(
          new Fit.Failed<>(Fit.Reason.NO_VARIATION, "everybody was observed for no time at all"));
    }
    return Optional.empty();
  }

  /** For BG/NBD and MBG/NBD: from what is usual to what is rare. */
  static double[][] dropout(HistoryTable histories) {
    double time = timePerPurchase(histories);
    return new double[][] {
      {0.5, 0.5 * time, 1, 2.5}, {2, 2 * time, 0.2, 2}, {0.1, 0.1 * time, 2, 2}, {5, time, 0.5, 20}
    };
  }

  /** For Pareto/NBD, whose fourth parameter is a time as well. */
  static double[][] death(HistoryTable histories) {
    double time = timePerPurchase(histories);
    double age = meanAge(histories);
    return new double[][] {
      {0.5, 0.5 * time, 0.6, 0.5 * age},
      {2, 2 * time, 1, 2 * age},
      {0.2, 0.2 * time, 0.3, 0.2 * age},
      {1, time, 2, 10 * age}
    };
  }

  private static double timePerPurchase(HistoryTable histories) {
    return meanAge(histories) * histories.customers() / histories.repeatPurchases();
  }

  private static double meanAge(HistoryTable histories) {
    double sum = 0;
    for (int row = 0; row < histories.rows(); row++) {
      sum += histories.age(row) * histories.count(row);
    }
    return sum / histories.customers();
  }
}

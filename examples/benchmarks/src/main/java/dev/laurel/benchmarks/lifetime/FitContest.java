package dev.laurel.benchmarks.lifetime;

import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.lifetime.BgNbd;
import dev.laurel.metrics.lifetime.Fit;
import java.util.function.DoubleSupplier;

/** The ways to the greatest likelihood of BG/NBD. */
enum FitContest {
  /** From columns to a model with standard errors. */
  LAUREL {
    @Override
    DoubleSupplier enter(Customers customers) {
      return () -> logLikelihood(customers.encode());
    }
  },
  /** The same from distinct histories. */
  LAUREL_ENCODED {
    @Override
    DoubleSupplier enter(Customers customers) {
      HistoryTable table = customers.encode();
      return () -> logLikelihood(table);
    }
  },
  /** The textbook, without standard errors. */
  SIMPLEX {
    @Override
    DoubleSupplier enter(Customers customers) {
      return () -> Simplex.fit(customers);
    }
  };

  /** The contender, made ready for these customers; it gives the log-likelihood it reached. */
  abstract DoubleSupplier enter(Customers customers);

  private static double logLikelihood(HistoryTable table) {
    return ((Fit.Converged<BgNbd>) BgNbd.fit(table)).logLikelihood();
  }
}

package dev.laurel.examples.customer;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.examples.output.ChartLook;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.examples.output.PrettyJson;
import dev.laurel.examples.output.SvgDrawing;
import dev.laurel.metrics.customer.PurchaseConvention;
import dev.laurel.metrics.customer.PurchaseDays;
import dev.laurel.metrics.lifetime.BuyingModel;
import dev.laurel.metrics.lifetime.Discount;
import dev.laurel.metrics.lifetime.ValueHorizon;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel clv}: what customers will buy, and what that is worth. */
@Command(
    name = "clv",
    mixinStandardHelpOptions = true,
    description = {
      "Fits models of buying to a file of transactions and tells what customers are worth.",
      "Without options: the two years of an invented shop."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:values are told; single rows may have been rejected",
      " 2:the command line is wrong",
      " 3:the mapping or the file of transactions cannot be read",
      " 5:no values are told: a model could not be fitted, or there are no purchases",
      " 6:--chart cannot be written",
      "70:a mistake of laurel itself"
    })
public final class ClvCommand implements Callable<Integer> {
  private static final int NO_VALUES = 5;
  private static final int LABELS_APART = 90;
  private static final double DAYS_PER_MONTH = 7 * ValueHorizon.WEEKS_PER_MONTH;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--transactions",
      paramLabel = "FILE",
      description = "The transactions, plain or gzip; those of the shop if left out.")
  private @Nullable Path transactions;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      defaultValue = "dealer",
      description = "The columns in JSON, or dealer, fordpass, starbucks or cdnow.")
  private String mapping;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day the models see; later purchases test them. The last of the file"
          + " if left out.")
  private @Nullable LocalDate until;

  @Option(
      names = "--unit",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "The unit of time in days.")
  private int unit;

  @Option(
      names = "--published",
      description = "Rounds times and mean spend to two decimals, as published tables are.")
  private boolean published;

  @Option(
      names = "--model",
      defaultValue = "bgnbd",
      description = "Which model values customers: bgnbd, mbgnbd or pareto.")
  private ClvReport.Model model;

  @Option(names = "--months", defaultValue = "12", description = "How far ahead value is counted.")
  private int months;

  @Option(
      names = "--discount",
      paramLabel = "RATE",
      defaultValue = "0.01",
      description = "What money loses in a month; 0.01 is 1 %%.")
  private double discount;

  @Option(names = "--top", defaultValue = "10", description = "How many customers are listed.")
  private int top;

  @Option(names = "--format", defaultValue = "text", description = "text or json.")
  private OutputFormat format;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Writes counted and expected repeat purchases as SVG.")
  private @Nullable Path chart;

  /** A command without arguments yet. */
  public ClvCommand() {}

  @Override
  public Integer call() {
    PurchasesFile file =
        transactions == null ? PurchasesFile.invented() : PurchasesFile.of(transactions, mapping);
    Optional<PurchaseDays> purchases = file.days();
    if (purchases.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("laurel: NO_PURCHASES: transactions must hold a purchase");
      err.flush();
      return NO_VALUES;
    }
    ClvReport report = report(purchases.get(), until == null ? file.last() : until);
    List<ClvReport.Valued> valued = report.valued();
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.json) {
      out.println(PrettyJson.of(ClvJson.report(file, report, valued)));
    } else {
      text(file, report, valued, out);
    }
    out.flush();
    if (valued.isEmpty()) {
      return NO_VALUES;
    }
    if (chart != null) {
      XYChart drawn = chart(report, report.model().orElseThrow(), file.last());
      OutputFile.write(chart, to -> SvgDrawing.write(drawn, drawn.getTitle(), to));
    }
    return CommandLine.ExitCode.OK;
  }

  private ClvReport report(PurchaseDays purchases, LocalDate end) {
    try {
      return new ClvReport(
          purchases,
          new PurchaseConvention(
              end,
              unit,
              published
                  ? PurchaseConvention.Rounding.TWO_DECIMALS
                  : PurchaseConvention.Rounding.DAY_EXACT,
              PurchaseConvention.FirstPurchase.EXCLUDED),
          model,
          new ValueHorizon(months, horizonUnits(), Discount.of(discount)));
    } catch (InvalidValueException failure) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), failure.code() + ": " + failure.getMessage());
    }
  }

  /** A month in units of time: 4.345 weeks. */
  private double horizonUnits() {
    return unit == PurchaseConvention.WEEK
        ? ValueHorizon.WEEKS_PER_MONTH
        : DAYS_PER_MONTH / Math.max(1, unit);
  }

  private void text(
      PurchasesFile file, ClvReport report, List<ClvReport.Valued> valued, PrintWriter out) {
    if (transactions != null) {
      out.println(rows(file));
    }
    ClvText text = new ClvText(report, out);
    text.models();
    text.verdict(valued);
    if (!valued.isEmpty()) {
      report.model().ifPresent(buying -> holdout(text, report, buying, file.last()));
      text.customers(valued, Math.max(0, top));
    }
  }

  private static String rows(PurchasesFile file) {
    return String.format(
        Locale.ROOT,
        "Rows: %,d read = %,d accepted + %,d rejected; %,d of the accepted are no purchases",
        file.read(),
        file.read() - file.rejected(),
        file.rejected(),
        file.others());
  }

  private static void holdout(ClvText text, ClvReport report, BuyingModel buying, LocalDate last) {
    if (last.isAfter(report.histories().convention().calibrationEnd())) {
      text.holdout(new Tracking(report, buying).since(last));
    }
  }

  private static XYChart chart(ClvReport report, BuyingModel buying, LocalDate last) {
    LocalDate end = report.histories().convention().calibrationEnd();
    List<Tracking.Point> points =
        new Tracking(report, buying).through(last.isAfter(end) ? last : end);
    XYChart chart = new XYChartBuilder()
        .width(ChartLook.WIDTH)
        .height(ChartLook.HEIGHT)
        .title("Repeat purchases, counted and expected by " + report.chosen().title())
        .xAxisTitle(ClvText.unit(report.histories().convention().daysPerUnit())
            + " since the first purchase")
        .yAxisTitle("repeat purchases")
        .build();
    ChartLook.dress(chart.getStyler());
    chart.getStyler().setXAxisDecimalPattern("0").setYAxisDecimalPattern("#,##0");
    chart.getStyler().setXAxisTickMarkSpacingHint(LABELS_APART);
    double[] times = points.stream().mapToDouble(Tracking.Point::time).toArray();
    // XChart puts a label at every second of values that are evenly apart.
    times[0] *= 0.999;
    double[] counted = points.stream().mapToDouble(Tracking.Point::counted).toArray();
    double[] expected = points.stream().mapToDouble(Tracking.Point::expected).toArray();
    chart
        .addSeries("counted", times, counted)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(ChartLook.DEEP);
    chart
        .addSeries("expected", times, expected)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(ChartLook.WARM);
    double seen = times[times.length - 1]
        - (double) Math.max(0, last.toEpochDay() - end.toEpochDay())
            / report.histories().convention().daysPerUnit();
    chart
        .addSeries("end of what the model has seen", new double[] {seen, seen}, new double[] {
          0, Math.max(counted[counted.length - 1], expected[expected.length - 1])
        })
        .setMarker(SeriesMarkers.NONE)
        .setLineStyle(SeriesLines.DASH_DASH)
        .setLineColor(ChartLook.FAINT);
    return chart;
  }
}

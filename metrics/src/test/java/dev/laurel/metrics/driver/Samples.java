package dev.laurel.metrics.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Two published tables that statisticians compare their programs by. */
final class Samples {
  /**
   * Fertility, agriculture, examination, education, catholic, infant mortality of 47 provinces,
   * 1888; F. Mosteller and J. Tukey, "Data analysis and regression" (1977).
   */
  private static final double[][] SWISS = {
    {80.2, 17.0, 15, 12, 9.96, 22.2},
    {83.1, 45.1, 6, 9, 84.84, 22.2},
    {92.5, 39.7, 5, 5, 93.40, 20.2},
    {85.8, 36.5, 12, 7, 33.77, 20.3},
    {76.9, 43.5, 17, 15, 5.16, 20.6},
    {76.1, 35.3, 9, 7, 90.57, 26.6},
    {83.8, 70.2, 16, 7, 92.85, 23.6},
    {92.4, 67.8, 14, 8, 97.16, 24.9},
    {82.4, 53.3, 12, 7, 97.67, 21.0},
    {82.9, 45.2, 16, 13, 91.38, 24.4},
    {87.1, 64.5, 14, 6, 98.61, 24.5},
    {64.1, 62.0, 21, 12, 8.52, 16.5},
    {66.9, 67.5, 14, 7, 2.27, 19.1},
    {68.9, 60.7, 19, 12, 4.43, 22.7},
    {61.7, 69.3, 22, 5, 2.82, 18.7},
    {68.3, 72.6, 18, 2, 24.20, 21.2},
    {71.7, 34.0, 17, 8, 3.30, 20.0},
    {55.7, 19.4, 26, 28, 12.11, 20.2},
    {54.3, 15.2, 31, 20, 2.15, 10.8},
    {65.1, 73.0, 19, 9, 2.84, 20.0},
    {65.5, 59.8, 22, 10, 5.23, 18.0},
    {65.0, 55.1, 14, 3, 4.52, 22.4},
    {56.6, 50.9, 22, 12, 15.14, 16.7},
    {57.4, 54.1, 20, 6, 4.20, 15.3},
    {72.5, 71.2, 12, 1, 2.40, 21.0},
    {74.2, 58.1, 14, 8, 5.23, 23.8},
    {72.0, 63.5, 6, 3, 2.56, 18.0},
    {60.5, 60.8, 16, 10, 7.72, 16.3},
    {58.3, 26.8, 25, 19, 18.46, 20.9},
    {65.4, 49.5, 15, 8, 6.10, 22.5},
    {75.5, 85.9, 3, 2, 99.71, 15.1},
    {69.3, 84.9, 7, 6, 99.68, 19.8},
    {77.3, 89.7, 5, 2, 100.00, 18.3},
    {70.5, 78.2, 12, 6, 98.96, 19.4},
    {79.4, 64.9, 7, 3, 98.22, 20.2},
    {65.0, 75.9, 9, 9, 99.06, 17.8},
    {92.2, 84.6, 3, 3, 99.46, 16.3},
    {79.3, 63.1, 13, 13, 96.83, 18.1},
    {70.4, 38.4, 26, 12, 5.62, 20.3},
    {65.7, 7.7, 29, 11, 13.79, 20.5},
    {72.7, 16.7, 22, 13, 11.22, 18.9},
    {64.4, 17.6, 35, 32, 16.92, 23.0},
    {77.6, 37.6, 15, 7, 4.97, 20.0},
    {67.6, 18.7, 25, 7, 8.65, 19.5},
    {35.0, 1.2, 37, 53, 42.34, 18.0},
    {44.7, 46.6, 16, 29, 50.43, 18.2},
    {42.8, 27.7, 22, 29, 58.33, 19.3}
  };

  /** Miles per gallon, cylinders, displacement, horsepower, gears of 32 cars; Motor Trend 1974. */
  private static final double[][] CARS = {
    {21.0, 6, 160.0, 110, 4},
    {21.0, 6, 160.0, 110, 4},
    {22.8, 4, 108.0, 93, 4},
    {21.4, 6, 258.0, 110, 3},
    {18.7, 8, 360.0, 175, 3},
    {18.1, 6, 225.0, 105, 3},
    {14.3, 8, 360.0, 245, 3},
    {24.4, 4, 146.7, 62, 4},
    {22.8, 4, 140.8, 95, 4},
    {19.2, 6, 167.6, 123, 4},
    {17.8, 6, 167.6, 123, 4},
    {16.4, 8, 275.8, 180, 3},
    {17.3, 8, 275.8, 180, 3},
    {15.2, 8, 275.8, 180, 3},
    {10.4, 8, 472.0, 205, 3},
    {10.4, 8, 460.0, 215, 3},
    {14.7, 8, 440.0, 230, 3},
    {32.4, 4, 78.7, 66, 4},
    {30.4, 4, 75.7, 52, 4},
    {33.9, 4, 71.1, 65, 4},
    {21.5, 4, 120.1, 97, 3},
    {15.5, 8, 318.0, 150, 3},
    {15.2, 8, 304.0, 150, 3},
    {13.3, 8, 350.0, 245, 3},
    {19.2, 8, 400.0, 175, 3},
    {27.3, 4, 79.0, 66, 4},
    {26.0, 4, 120.3, 91, 5},
    {30.4, 4, 95.1, 113, 5},
    {15.8, 8, 351.0, 264, 5},
    {19.7, 6, 145.0, 175, 5},
    {15.0, 8, 301.0, 335, 5},
    {21.4, 4, 121.0, 109, 4}
  };

  private Samples() {}

  static DriverSample swiss() {
    return sample(
        "fertility",
        List.of("agriculture", "examination", "education", "catholic", "infant mortality"),
        SWISS);
  }

  /** The provinces with one more driver. */
  static DriverSample swissWith(String driver, DoubleSupplier values) {
    List<String> drivers = new ArrayList<>(swiss().drivers());
    drivers.add(driver);
    double[][] rows = Arrays.stream(SWISS)
        .map(row -> DoubleStream.concat(Arrays.stream(row), DoubleStream.of(values.getAsDouble()))
            .toArray())
        .toArray(double[][]::new);
    return sample("fertility", drivers, rows);
  }

  static DriverSample cars() {
    return sample("mpg", List.of("cyl", "disp", "hp", "gear"), CARS);
  }

  private static DriverSample sample(String outcome, List<String> drivers, double[][] rows) {
    DriverSample.Builder builder = DriverSample.builder(outcome, drivers);
    for (double[] row : rows) {
      builder.add(row[0], Arrays.copyOfRange(row, 1, row.length));
    }
    return builder.build();
  }
}

package dev.laurel.examples.member;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.examples.output.Figures;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.simulation.Growth;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What becomes of a program, year by year, for people. */
public final class GrowthText {
  private static final int YEAR = 12;
  private static final int FIGURE = 14;

  private final Growth growth;
  private final PrintWriter out;

  private GrowthText(Growth growth, PrintWriter out) {
    this.growth = growth;
    this.out = out;
  }

  /**
   * Prints tables of members, tiers and points.
   *
   * @param price what points cost, for the column of the cost
   */
  public static void print(Growth growth, Optional<PointRate> price, PrintWriter out) {
    GrowthText text = new GrowthText(growth, out);
    text.members();
    growth.simulation().program().ladders().forEach(text::tiers);
    types(growth)
        .forEach(
            type -> text.points(type, price.filter(rate -> rate.points().type().equals(type))));
    out.flush();
  }

  /** The types of the points that there were, by code. */
  private static ImmutableList<PointType> types(Growth growth) {
    TreeSet<PointType> types = new TreeSet<>(Comparator.comparing(PointType::code));
    growth.years().forEach(year -> types.addAll(year.points().keySet()));
    return ImmutableList.copyOf(types);
  }

  /** How many members have a tier at the end of a year. */
  static long members(Growth.Year year, String ladder, Tier tier) {
    return year.pyramid().entrySet().stream()
        .filter(entry -> entry.getKey().ladder().equals(ladder))
        .filter(entry -> entry.getKey().tier().equals(tier.code()))
        .mapToLong(entry -> entry.getValue())
        .sum();
  }

  private void members() {
    row("Year from", "members", "still come", "visits", "spent", "refused");
    for (Growth.Year year : growth.years()) {
      row(
          year.firstDay().toString(),
          Figures.of(year.members()),
          Figures.of(year.active()),
          Figures.of(year.visits()),
          year.spent().toString(),
          Figures.of(year.rejected()));
    }
  }

  private void tiers(LadderVersions versions) {
    List<Tier> tiers = versions.latest().tiers();
    out.println("Tiers of '" + versions.code() + "' at the end of the year");
    row("", tiers.stream().map(Tier::name).toArray(String[]::new));
    for (Growth.Year year : growth.years()) {
      row(
          year.firstDay().toString(),
          tiers.stream()
              .map(tier -> Figures.of(members(year, versions.code(), tier)))
              .toArray(String[]::new));
    }
  }

  private void points(PointType type, Optional<PointRate> price) {
    out.println(
        type.name() + price.map(rate -> ", cost of what is issued at " + rate).orElse(""));
    List<String> heads = new ArrayList<>(List.of("issued", "redeemed", "expired", "outstanding"));
    price.ifPresent(rate -> heads.add("cost"));
    row("", heads.toArray(String[]::new));
    for (Growth.Year year : growth.years()) {
      Growth.Flow flow = year.of(type);
      List<String> figures = new ArrayList<>(List.of(
          Figures.units(flow.issued(), type),
          Figures.units(flow.redeemed(), type),
          Figures.units(flow.expired(), type),
          Figures.units(flow.outstanding(), type)));
      price.ifPresent(
          rate -> figures.add(year.cost(rate, RoundingMode.HALF_EVEN).toString()));
      row(year.firstDay().toString(), figures.toArray(String[]::new));
    }
  }

  private void row(String year, String... figures) {
    out.println("  " + Figures.left(year, YEAR)
        + Arrays.stream(figures)
            .map(each -> Figures.right(each, FIGURE))
            .collect(Collectors.joining()));
  }
}

package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code laurel csat}: satisfaction over a file of answers. */
@Command(
    name = "csat",
    mixinStandardHelpOptions = true,
    description = "Says what a file of answers makes of satisfaction, and how sure that is.")
public final class CsatCommand extends SurveyCommand {
  private static final ImmutableSortedMap<String, MetricDefinition> CONVENTIONS = byName(
      Conventions.CSAT,
      Conventions.CSAT_THREE,
      Conventions.CSAT_FOUR,
      Conventions.CSAT_SIX,
      Conventions.CSAT_SEVEN,
      Conventions.CSAT_TEN_TOP_TWO,
      Conventions.CSAT_TEN_TOP_THREE,
      Conventions.CSAT_NET,
      Conventions.CSAT_NET_SEVEN,
      Conventions.STARS);

  @Option(
      names = "--convention",
      defaultValue = "csat",
      description =
          "csat, csat-3, csat-4, csat-6, csat-7, csat-10-top2, csat-10-top3, csat-net, csat-net-7 or"
              + " stars. Default: ${DEFAULT-VALUE}.")
  private String convention;

  @Override
  ImmutableSortedMap<String, MetricDefinition> conventions() {
    return CONVENTIONS;
  }

  @Override
  String convention() {
    return convention;
  }
}

package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code laurel nps}: the Net Promoter Score over a file of answers. */
@Command(
    name = "nps",
    mixinStandardHelpOptions = true,
    description =
        "Says what a file of answers makes of the Net Promoter Score, and how sure that is.")
public final class NpsCommand extends SurveyCommand {
  private static final ImmutableSortedMap<String, MetricDefinition> CONVENTIONS =
      byName(Conventions.NPS, Conventions.EMPLOYEE_NPS);

  @Option(
      names = "--convention",
      defaultValue = "nps",
      description = "nps or enps. Default: ${DEFAULT-VALUE}.")
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

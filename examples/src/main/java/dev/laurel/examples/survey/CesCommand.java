package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code laurel ces}: customer effort over a file of answers. */
@Command(
    name = "ces",
    mixinStandardHelpOptions = true,
    description = "Says what a file of answers makes of customer effort, and how sure that is.")
public final class CesCommand extends SurveyCommand {
  private static final ImmutableSortedMap<String, MetricDefinition> CONVENTIONS = byName(
      Conventions.CES_1,
      Conventions.CES_2,
      Conventions.CES_2_TOP_BOX,
      Conventions.CES_FIVE_TOP_BOX,
      Conventions.CES_HOW_EASY,
      Conventions.NET_EASY);

  @Option(
      names = "--convention",
      defaultValue = "ces-2",
      description =
          "ces-1, ces-2, ces-2-top, ces-5-top, ces-how-easy or net-easy. Default: ${DEFAULT-VALUE}.")
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

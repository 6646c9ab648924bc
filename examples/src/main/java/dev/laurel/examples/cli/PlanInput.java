package dev.laurel.examples.cli;

import static java.util.Objects.requireNonNull;

import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.migration.MigrationPlan;
import dev.laurel.tiers.migration.MigrationTerms;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How members come from one program into the other: from a day on, or as a file says. */
final class PlanInput {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The day on which the other program takes the place of the first, for members"
          + " as they are then; without it their whole lives are told to both.")
  private @Nullable LocalDate from;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "What is decided about the change, in JSON: from when, where members of tiers"
          + " go that are gone, who keeps a tier, what becomes of points that are gone.")
  private @Nullable Path plan;

  /** The plan between two programs. */
  MigrationPlan plan(LoyaltyProgram before, LoyaltyProgram after) {
    Path file = plan;
    return file == null
        ? LoyaltyExample.checked(
            "--from " + from,
            () -> MigrationPlan.of(
                before, after, MigrationTerms.from(before.calendar().startOf(day()))))
        : LoyaltyExample.checked(
            "plan '" + file + "'",
            () -> MigrationPlan.of(
                before, after, LoyaltyExample.document(file, MigrationTerms.class)));
  }

  private LocalDate day() {
    return requireNonNull(from, "from");
  }
}

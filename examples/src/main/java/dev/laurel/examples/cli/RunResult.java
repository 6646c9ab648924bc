package dev.laurel.examples.cli;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.RunTotals;
import dev.laurel.core.program.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that a run found out.
 *
 * @param program the program
 * @param day the day at whose end the figures stand
 * @param asOf the last instant of that day
 * @param counts how many rows there were, and what became of them
 * @param totals the sums over all members
 * @param statements the statements that were wanted, as far as the members were seen
 * @param explained the events that were to be explained, as far as they were carried out
 * @param sample the member to whom most happened
 */
record RunResult(
    Program program,
    LocalDate day,
    Instant asOf,
    Counts counts,
    RunTotals totals,
    Map<MemberId, Statement> statements,
    Map<String, Effect> explained,
    Optional<Sample> sample) {
  /**
   * How many rows there were, and what became of them: read = accepted + rejected, and accepted =
   * carried out + repeated + refused + after the day of the figures.
   *
   * @param read rows of the file
   * @param accepted rows that are transactions
   * @param rejected rows that are not
   * @param done transactions that were carried out
   * @param repeated transactions that came twice
   * @param refused transactions that the program refused
   * @param later transactions that became known after the day of the figures
   * @param rejectedByCode rejected rows by reason
   * @param refusedByCode refused transactions by reason
   */
  record Counts(
      long read,
      long accepted,
      long rejected,
      long done,
      long repeated,
      long refused,
      long later,
      SortedMap<String, Long> rejectedByCode,
      SortedMap<String, Long> refusedByCode) {}

  /**
   * A member worth showing.
   *
   * @param entries how much happened to the member
   * @param statement where the member stands
   * @param richest the remembered event with the most steps
   */
  record Sample(long entries, Statement statement, Optional<Effect> richest) {}
}

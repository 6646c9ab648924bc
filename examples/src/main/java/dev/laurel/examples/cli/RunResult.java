package dev.laurel.examples.cli;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.RunTotals;
import dev.laurel.core.program.Statement;
import dev.laurel.examples.intake.RejectedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param rejects the first of the rows that came to nothing
 * @param answers what was asked for by name, as far as it was seen
 * @param sample the member to whom most happened
 */
record RunResult(
    Program program,
    LocalDate day,
    Instant asOf,
    Counts counts,
    RunTotals totals,
    Rejects rejects,
    Answers answers,
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
   * The first rows, by line, that came to nothing; all of them are in the file of rejects.
   *
   * @param rejected rows that are no transactions
   * @param refused transactions that the program refused
   */
  record Rejects(List<RejectedRow> rejected, List<Refused> refused) {}

  /**
   * What was asked for by name, as far as it was seen.
   *
   * @param statements the statements of members
   * @param entries what happened in the accounts of these members
   * @param explained the events that were carried out
   * @param refused the events that were refused
   */
  record Answers(
      Map<MemberId, Statement> statements,
      ListMultimap<MemberId, Map.Entry<PointType, LedgerEntry>> entries,
      Map<String, Effect> explained,
      Map<String, Refused> refused) {
    static Answers none() {
      return new Answers(
          new LinkedHashMap<>(),
          ArrayListMultimap.create(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>());
    }

    /** What happened in one account of a member, in order. */
    List<LedgerEntry> entries(MemberId member, PointType type) {
      return entries.get(member).stream()
          .filter(entry -> entry.getKey().equals(type))
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  /**
   * A member worth showing.
   *
   * @param entries how much happened to the member
   * @param statement where the member stands
   * @param richest the remembered event with the most steps
   */
  record Sample(long entries, Statement statement, Optional<Effect> richest) {}
}

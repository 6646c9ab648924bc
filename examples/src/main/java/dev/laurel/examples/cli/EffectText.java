package dev.laurel.examples.cli;

import dev.laurel.core.earning.AccrualText;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What one event brought about, for people: each number with its reason. */
final class EffectText {
  private final ProgramCalendar calendar;

  EffectText(ProgramCalendar calendar) {
    this.calendar = calendar;
  }

  void print(Effect effect, PrintWriter out) {
    if (effect.accrual().isPresent()) {
      AccrualText.text(effect.accrual().get()).lines().forEach(line -> out.println("  " + line));
    } else {
      Submission submission = effect.submission();
      out.println("  " + submission.id() + " on " + calendar.dateOf(submission.occurredAt()) + ": "
          + what(submission));
    }
    for (Map.Entry<PointType, LedgerEntry> entry : effect.entries().entries()) {
      String sentence = sentence(entry.getKey(), entry.getValue());
      if (!sentence.isEmpty()) {
        out.println("  ledger: " + sentence);
      }
    }
  }

  private static String what(Submission submission) {
    if (submission instanceof Submission.Learned learned) {
      return learned
          .facts()
          .status()
          .map(status -> status.reason() + ", status factor " + status.factor().toDecimalString())
          .orElse("what is known of the member, without a status factor");
    }
    if (submission instanceof Submission.Ordered ordered
        && ordered.command() instanceof LedgerCommand.Redeem redeem) {
      return "redemption of " + Figures.of(redeem.points()) + " "
          + redeem.points().type();
    }
    return submission instanceof Submission.Did did ? did.activity().kind().toString() : "request";
  }

  /** What moved; empty for entries that only note something. */
  private static String sentence(PointType type, LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Accrued accrued && !accrued.lots().isEmpty()) {
      return "opened "
          + accrued.lots().stream()
              .map(lot -> Figures.of(lot.granted()) + " in lot " + lot.id())
              .collect(java.util.stream.Collectors.joining(", "));
    }
    if (entry instanceof LedgerEntry.Redeemed redeemed) {
      return "spent " + portions(type, redeemed.taken());
    }
    if (entry instanceof LedgerEntry.Expired expired) {
      return "expired before that: " + portions(type, expired.taken());
    }
    if (entry instanceof LedgerEntry.Lapsed lapsed) {
      return "lapsed before that: " + portions(type, lapsed.taken());
    }
    if (entry instanceof LedgerEntry.DebtRepaid repaid) {
      return "repaid debt with " + portions(type, repaid.taken());
    }
    if (entry instanceof LedgerEntry.AccrualReversed reversed) {
      return reversal(type, reversed);
    }
    return "";
  }

  private static String reversal(PointType type, LedgerEntry.AccrualReversed reversed) {
    StringBuilder text = new StringBuilder("took back ");
    text.append(portions(type, reversed.taken()));
    if (!reversed.pending().isEmpty()) {
      text.append("; of pending ").append(portions(type, reversed.pending()));
    }
    if (!reversed.debt().isZero()) {
      text.append("; owed ").append(Figures.of(reversed.debt()));
    }
    if (!reversed.writtenOff().isZero()) {
      text.append("; written off ").append(Figures.of(reversed.writtenOff()));
    }
    return text.toString();
  }

  private static String portions(PointType type, List<Portion> portions) {
    StringBuilder text =
        new StringBuilder(Figures.of(Portion.sum(portions, type))).append(' ').append(type);
    for (int i = 0; i < portions.size(); i++) {
      text.append(i == 0 ? ": " : ", ").append(Figures.of(portions.get(i).points()));
      text.append(" of lot ").append(portions.get(i).lot());
    }
    return text.toString();
  }
}

package dev.laurel.tiers.membership;

import dev.laurel.core.points.Balance;
import dev.laurel.core.program.Statement;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.status.FigureAccount;
import dev.laurel.tiers.status.Outlook;
import dev.laurel.tiers.status.Transition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A statement as people read it; the text is for reading and never read back. */
public final class StatementText {
  private final ProgramCalendar calendar;
  private final StringBuilder text = new StringBuilder();

  private StatementText(ProgramCalendar calendar) {
    this.calendar = calendar;
  }

  /** The statement in words, days being those of the program's calendar. */
  public static String of(MembershipStatement statement, ProgramCalendar calendar) {
    StatementText writer = new StatementText(calendar);
    writer.write(statement);
    return writer.text.toString();
  }

  private void write(MembershipStatement statement) {
    Statement points = statement.points();
    line("%s on %s", points.member(), day(points.asOf()));
    for (Statement.Account account : points.accounts()) {
      line("  %s: %s", account.type().name(), amount(account.balance()));
      account
          .expiring()
          .dates()
          .forEach((date, gone) ->
              line("    %s usable through %s", gone.amount().toPlainString(), date.lastDay()));
    }
    statement.ladders().forEach(part -> ladder(statement, part));
  }

  private void ladder(MembershipStatement statement, MembershipStatement.LadderPart part) {
    line("  Tier: %s", part.standing().tier().name());
    part.transitions().forEach(this::transition);
    Outlook outlook = part.outlook();
    outlook.next().ifPresent(way -> way("reach", way));
    outlook.keep().ifPresent(way -> way("keep", way));
    outlook.projectedAt().ifPresent(at -> {
      line("    if nothing more happens: %s from %s", outlook.projected().name(), day(at));
      statement
          .expiringBefore(at)
          .forEach(gone -> line(
              "    before then %s %s expire",
              gone.amount().toPlainString(), gone.type().code()));
    });
    part.figures().forEach(this::figure);
  }

  private void transition(Transition change) {
    String cause = change.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String to = change.from().equals(change.to()) ? "" : " -> " + change.to().name();
    String by = change.by().map(fact -> ", by " + fact).orElse("");
    line("    %s: %s%s, %s%s", day(change.at()), change.from().name(), to, cause, by);
  }

  private void way(String verb, Outlook.Way way) {
    String end = lastDay(way.within()).map(day -> " by " + day).orElse("");
    if (way.progress().isMet()) {
      line("    %s %s: done%s", verb, way.tier().name(), end);
    } else {
      line("    %s %s: %s more%s", verb, way.tier().name(), way.progress().missing(), end);
    }
  }

  private void figure(FigureAccount figure) {
    line("    %s: %s", figure.metric().label(), figure.metric().shown(figure.total()));
    for (FigureAccount.Counted counted : figure.counted()) {
      line(
          "      + %s %s on %s",
          figure.metric().shown(counted.amount()), counted.activity(), day(counted.occurredAt()));
    }
    if (figure.carriedIn() != 0) {
      line("      + %s carried in", figure.metric().shown(figure.carriedIn()));
    }
    if (figure.used() != 0) {
      line("      - %s used by tiers reached", figure.metric().shown(figure.used()));
    }
    for (FigureAccount.Skipped skipped : figure.skipped()) {
      line(
          "      not counted: %s on %s, %s",
          skipped.activity(),
          day(skipped.occurredAt()),
          skipped.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private Optional<String> lastDay(Span span) {
    return span.isUnboundedEnd()
        ? Optional.empty()
        : Optional.of(day(span.until().minusNanos(1_000)));
  }

  private static String amount(Balance balance) {
    return BigDecimal.valueOf(balance.units(), balance.type().scale()).toPlainString();
  }

  private String day(Instant at) {
    return calendar.dateOf(at).toString();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

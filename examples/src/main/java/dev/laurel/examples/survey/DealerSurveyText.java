package dev.laurel.examples.survey;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.examples.survey.DealerWave.Group;
import dev.laurel.examples.survey.DealerWave.Quarter;
import dev.laurel.metrics.compare.ChangeText;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.driver.DriverAnalysis;
import dev.laurel.metrics.driver.DriverImportance;
import dev.laurel.metrics.driver.ThemeImpact;
import dev.laurel.metrics.driver.ThemedAnswers;
import dev.laurel.metrics.guard.Flag;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.score.ScoreText;
import dev.laurel.metrics.voice.CaseDecision;
import dev.laurel.metrics.voice.ClosedLoop;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The story of the dealers in words, with the arithmetic that a reader can follow by hand. */
final class DealerSurveyText {
  private final DealerSurvey survey;
  private final StringBuilder text = new StringBuilder(4_000);

  DealerSurveyText(DealerSurvey survey) {
    this.survey = survey;
  }

  String text() {
    line(
        "A network of car dealers asks: would you recommend our workshop, 0 to 10? Some customers");
    line("hand their key over at the counter, others book online and drop it into a box.");
    whyItFell();
    whatGoesWithIt();
    loop();
    didItHelp();
    return text.toString();
  }

  private void whyItFell() {
    heading("1. Why did the score fall?");
    line("%-8s%-9s%9s%8s%8s%8s%8s", "", "", "answers", "0-6", "7-8", "9-10", "score");
    for (Quarter quarter : List.of(Quarter.SPRING, Quarter.SUMMER)) {
      String name = quarter.name().toLowerCase(Locale.ROOT);
      survey.byWay(quarter).forEach((way, answers) -> row(name, way, answers));
      row(name, "all", survey.all(quarter));
    }
    line("%s", ChangeText.text(survey.fall()));
    MixShift why = survey.whyItFell();
    line("%s", ChangeText.text(why, DealerSurvey.NPS));
    byHand(why);
    line("So nobody got worse. More customers book online, and those were never as pleased.");
  }

  /** Both parts of the first segment, as a person would work them out. */
  private void byHand(MixShift why) {
    String way = why.parts().get(0).segment();
    ScoreHistogram spring = requireNonNull(survey.byWay(Quarter.SPRING).get(way), way);
    ScoreHistogram summer = requireNonNull(survey.byWay(Quarter.SUMMER).get(way), way);
    double before = share(spring.answers(), survey.all(Quarter.SPRING).answers());
    double after = share(summer.answers(), survey.all(Quarter.SUMMER).answers());
    double rise = points(summer) - points(spring);
    double above = (points(spring) + points(summer)) / 2 - 50 * (why.before() + why.after());
    line(
        "By hand: the %s rose by %.0f and had %.0f %%, then %.0f %% of the answers, %.0f %% in the mean:",
        way, rise, before, after, (before + after) / 2);
    line(
        "%.0f x %.0f %% = %+.1f. Its share fell by %.0f %%, and its scores lie %.1f above the middle of the",
        rise, (before + after) / 2, rise * (before + after) / 200, before - after, above);
    line(
        "two totals: -%.0f %% x %.1f = %+.1f.",
        before - after, above, (after - before) / 100 * above);
  }

  private void row(String quarter, String way, ScoreHistogram answers) {
    NetCounts counts = answers.netCounts();
    line(
        "%-8s%-9s%,9d%,8d%,8d%,8d%8s",
        quarter,
        way,
        answers.answers(),
        counts.negatives(),
        counts.neutrals(),
        counts.positives(),
        score(answers));
  }

  private void whatGoesWithIt() {
    heading("2. What goes with it, among the online bookers of the summer?");
    ThemedAnswers themes = survey.themes();
    ScoreHistogram silent = survey.about(DealerSurvey.SILENCE);
    ScoreHistogram all = survey
        .online(Quarter.SUMMER, Group.PILOT)
        .merge(survey.online(Quarter.SUMMER, Group.OTHERS));
    ScoreHistogram rest = all.without(silent);
    line(
        "%,d of %,d write that nobody told them anything, and score %s.",
        silent.answers(), all.answers(), score(silent));
    line(
        "By hand: all score %s, and without these %,d it would be (%,d - %,d) / %,d = %s: an impact of %+.0f.",
        score(all),
        silent.answers(),
        rest.netCounts().positives(),
        rest.netCounts().negatives(),
        rest.answers(),
        score(rest),
        points(all) - points(rest));
    for (ThemeImpact theme : themes.shares().orElseThrow()) {
      Estimate impact = themes.impact(theme.theme(), Confidence.P95).orElseThrow();
      line(
          "  %-10s%4d answers  impact %s, %+.1f with overlaps shared out",
          theme.theme(), theme.answers(), within(impact), theme.share());
    }
    drivers(survey.drivers());
  }

  private void drivers(DriverAnalysis.Explained drivers) {
    line(
        "Their ratings of four things go with %.0f %% of the variation of the answer:",
        100 * drivers.rSquared());
    drivers.drivers().stream()
        .sorted(Comparator.comparingDouble((DriverImportance driver) -> -driver.shapley()))
        .forEach(driver -> line(
            "  %-15s%3.0f %%, between %.0f and %.0f",
            driver.name(),
            100 * driver.shapley(),
            100 * driver.shapleyInterval().orElseThrow().lower(),
            100 * driver.shapleyInterval().orElseThrow().upper()));
    line("But %s.", drivers.cautions().get(0));
    line(
        "So it is tried: from October on, half of the dealers, drawn by lot, call those who booked");
    line("online the day before and when the car is ready.");
  }

  private void loop() {
    heading("3. Is the loop closed with those who are still displeased?");
    DealerLoop loop = survey.loop();
    line(
        "Each of %d bad answers makes a case: a call within %d hours, a remedy, a new question.",
        loop.cases().size(), DealerLoop.DUE.toHours());
    if (DealerLoop.closedUnheard(survey.pilotFeedback().get(0))
        instanceof CaseDecision.Refused refused) {
      line("A dealer who wants to close one without a call is refused: %s.", refused.code());
    }
    ClosedLoop figures = loop.figures();
    share("called in time", figures.contactedInTime());
    share("resolved", figures.resolved());
    share("better when asked again", figures.recovered());
    line(
        "Half of them had been called after %d hours; %.1f %%, %d of %d, still waited after %d.",
        loop.waiting().firstAtMost(0.5).orElseThrow(),
        100 * loop.waiting().at(DealerLoop.DUE.toHours()),
        figures.contactedInTime().total() - figures.contactedInTime().successes(),
        figures.contactedInTime().total(),
        DealerLoop.DUE.toHours());
    line("The new answers count here only: in the score each customer is whom they were at first.");
  }

  private void share(String what, Proportion share) {
    Interval interval = share.estimate().orElseThrow().interval().orElseThrow();
    line(
        "  %-25s%3d of %2d, %2.0f %%, between %.0f and %.0f",
        what,
        share.successes(),
        share.total(),
        share(share.successes(), share.total()),
        100 * interval.lower(),
        100 * interval.upper());
  }

  private void didItHelp() {
    heading("4. Did the calls help?");
    line("Where customers were called. %s", ChangeText.text(survey.change(Group.PILOT)));
    line("Where they were not. %s", ChangeText.text(survey.change(Group.OTHERS)));
    line(
        "By hand: %s and %s, so the pilot gained %s more.",
        steps(Group.PILOT), steps(Group.OTHERS), within(survey.gain().times(100)));
    line(
        "Did fewer answer? Of those asked %.0f %% did before and %.0f %% after: %s.",
        responded(Quarter.SUMMER),
        responded(Quarter.AUTUMN),
        survey.flag().map(Flag::seen).orElse("no reason to doubt"));
    line(
        "Lots decided which dealers call, so this is more than association. If dealers differ much");
    line("from each other, the range is wider than this: answers at one dealer are alike.");
  }

  private String steps(Group group) {
    return score(survey.online(Quarter.SUMMER, group)) + " to "
        + score(survey.online(Quarter.AUTUMN, group));
  }

  private double responded(Quarter quarter) {
    return share(survey.online(quarter, Group.PILOT).answers(), survey.asked(quarter, Group.PILOT));
  }

  private static String within(Estimate estimate) {
    Interval interval = estimate.interval().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%+.1f (%+.1f to %+.1f)",
        estimate.value(),
        interval.lower(),
        interval.upper());
  }

  private static double share(long part, long whole) {
    return 100.0 * part / whole;
  }

  private static double points(ScoreHistogram answers) {
    return 100 * answers.meanWorth();
  }

  private static String score(ScoreHistogram answers) {
    return ScoreText.shown(DealerSurvey.NPS, answers.meanWorth());
  }

  private void heading(String title) {
    text.append('\n').append(title).append('\n');
  }

  private void line(String template, Object... values) {
    String line = values.length == 0 ? template : String.format(Locale.ROOT, template, values);
    text.append(line.stripTrailing()).append('\n');
  }
}

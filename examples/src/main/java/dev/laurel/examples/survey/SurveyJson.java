package dev.laurel.examples.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.examples.output.PrettyJson;
import dev.laurel.metrics.compare.ChangeText;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.ScoreChange;
import dev.laurel.metrics.compare.SegmentScan;
import dev.laurel.metrics.json.MetricsJson;
import dev.laurel.metrics.score.Score;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.score.ScoreText;
import dev.laurel.metrics.trend.ChartPoint;
import dev.laurel.metrics.trend.Signal;
import dev.laurel.metrics.weight.WhoAnswered;
import dev.laurel.metrics.weight.WhoAnsweredText;

/** A report for machines; scores are from -1 to 1, 0 to 1, or on the scale, and not rounded. */
final class SurveyJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SurveyJson() {}

  static String pretty(SurveyReport report) {
    try {
      ObjectNode json = tree(report);
      if (report.score().isPresent()) {
        ScoreHistogram counted = report.score().get().histogram();
        json.set("counted", JSON.readTree(MetricsJson.standard().write(counted)));
      }
      return PrettyJson.of(json);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a tree must be writable", failure);
    }
  }

  private static ObjectNode tree(SurveyReport report) {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("definition")
        .put("name", report.definition().name())
        .put("version", report.definition().version())
        .put("rule", report.definition().rule().toString())
        .put("scale", report.definition().scale().toString());
    json.put("policy", report.question().policy().name());
    json.put("period", report.question().period().name());
    json.put("scatter", report.question().scatter().name());
    json.set("rows", rows(report.rows()));
    report.score().ifPresent(score -> json.set("score", score(score)));
    report.weighted().ifPresent(weighted -> json.set("weighted", estimate(weighted)));
    ArrayNode periods = json.putArray("periods");
    report.periods().forEach(period -> periods.add(period(period)));
    report.latest().ifPresent(change -> json.set("latest", change(change)));
    report.mix().ifPresent(mix -> json.set("mix", mix(mix)));
    report.change().ifPresent(change -> json.set("change", change(change)));
    report.segments().ifPresent(scan -> json.set("segments", segments(scan)));
    report.turnout().ifPresent(turnout -> json.set("turnout", turnout(turnout)));
    report.watch().ifPresent(watch -> json.set("chart", watch(watch)));
    ArrayNode notes = json.putArray("notes");
    report.notes().forEach(notes::add);
    return json;
  }

  private static ObjectNode rows(SurveyReport.Rows rows) {
    ObjectNode json = JSON.createObjectNode();
    json.put("read", rows.read()).put("accepted", rows.accepted()).put("rejected", rows.rejected());
    ObjectNode codes = json.putObject("rejectedByCode");
    rows.rejectedByCode().forEach(codes::put);
    return json;
  }

  private static ObjectNode score(Score score) {
    ObjectNode json = estimate(score.estimate());
    json.put("answers", score.answers());
    json.put("responses", score.histogram().responses());
    ObjectNode others = json.putObject("others");
    score.histogram().others().forEach((status, count) -> others.put(status.name(), count));
    score.responseRate().ifPresent(rate -> json.put("invited", rate.total()));
    json.put("detectableChange", score.detectableChange());
    json.put("text", ScoreText.text(score));
    return json;
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode json = JSON.createObjectNode();
    json.put("value", estimate.value());
    estimate
        .interval()
        .ifPresent(interval -> json.put("lower", interval.lower()).put("upper", interval.upper()));
    json.put("method", estimate.method());
    return json;
  }

  private static ObjectNode period(SurveyReport.Period period) {
    ObjectNode json =
        period.score().map(score -> estimate(score.estimate())).orElseGet(JSON::createObjectNode);
    json.put("from", period.window().from().toString());
    json.put("until", period.window().until().toString());
    json.put("answers", period.window().answers().answers());
    return json;
  }

  private static ObjectNode change(ScoreChange change) {
    ObjectNode json = estimate(change.estimate());
    json.put("pValue", change.pValue());
    json.put("verdict", change.verdict().name());
    json.put("text", ChangeText.text(change));
    return json;
  }

  private static ObjectNode mix(MixShift mix) {
    ObjectNode json = JSON.createObjectNode();
    json.put("rate", mix.rate()).put("mix", mix.mix()).put("answered", mix.answered());
    ArrayNode parts = json.putArray("parts");
    mix.parts()
        .forEach(part -> parts
            .addObject()
            .put("segment", part.segment())
            .put("rate", part.rate())
            .put("mix", part.mix())
            .put("answered", part.answered()));
    return json;
  }

  private static ObjectNode change(SurveyChange change) {
    ObjectNode json = JSON.createObjectNode();
    json.put("since", change.since().toString());
    json.put("before", change.tested().change().before());
    json.put("after", change.tested().change().after());
    json.put("pValue", change.tested().pValue());
    json.put("shuffles", change.tested().shuffles());
    json.put("isSignificant", change.isSignificant());
    json.put("text", change.text());
    return json;
  }

  private static ObjectNode turnout(SurveyTurnout turnout) {
    ObjectNode json = JSON.createObjectNode();
    json.set("rows", rows(turnout.rows()));
    json.put("asked", turnout.people());
    json.put("answered", turnout.answered());
    json.put("notAsked", turnout.notAsked());
    turnout.who().ifPresent(who -> who(who, json));
    turnout.weighted().ifPresent(weighted -> json.set("weighted", estimate(weighted)));
    turnout.failure().ifPresent(failure -> json.put("failure", failure.code().name()));
    ArrayNode remarks = json.putArray("remarks");
    turnout.remarks().forEach(remarks::add);
    return json;
  }

  private static void who(WhoAnswered who, ObjectNode json) {
    json.put("chiSquared", who.statistic());
    json.put("freedom", who.freedom());
    json.put("pValue", who.pValue());
    json.put("leastExpected", who.leastExpected());
    json.put("isSignificant", who.isSignificant(Confidence.P95));
    json.put("dissimilarity", who.dissimilarity());
    json.put("text", WhoAnsweredText.text(who, Confidence.P95));
    ArrayNode parts = json.putArray("parts");
    for (WhoAnswered.Part part : who.parts()) {
      ObjectNode node = part.rate()
          .estimate(Proportion.Method.WILSON, Confidence.P95)
          .map(SurveyJson::estimate)
          .orElseThrow();
      node.put("segment", part.segment());
      node.put("asked", part.rate().total());
      node.put("answered", part.rate().successes());
      node.put("residual", part.residual());
      parts.add(node);
    }
  }

  private static ArrayNode segments(SegmentScan scan) {
    ArrayNode json = JSON.createArrayNode();
    scan.findings().forEach(finding -> {
      ObjectNode node = estimate(finding.change().after().estimate());
      node.put("segment", finding.segment());
      node.put("answers", finding.change().after().answers());
      node.put("pValueAdjusted", finding.adjusted());
      node.put("isDifferent", finding.isDifferent());
      json.add(node);
    });
    return json;
  }

  private static ObjectNode watch(SurveyReport.Watch watch) {
    ObjectNode json = JSON.createObjectNode();
    json.put("expectedFalseAlarms", watch.expectedFalseAlarms());
    ArrayNode points = json.putArray("points");
    for (ChartPoint point : watch.chart().points()) {
      points
          .addObject()
          .put("label", point.label())
          .put("value", point.value())
          .put("centre", point.centre())
          .put("lower", point.lower())
          .put("upper", point.upper());
    }
    ArrayNode signals = json.putArray("signals");
    for (Signal signal : watch.signals()) {
      signals.addObject().put("rule", signal.rule().name()).put("at", signal.at());
    }
    return json;
  }
}

package dev.laurel.examples.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Change;
import dev.laurel.tiers.json.TiersJson;
import dev.laurel.tiers.membership.WhatIfTotals;
import dev.laurel.tiers.migration.MigrationPlan;
import java.math.BigDecimal;
import java.util.Optional;

/** A what-if report for machines; points are decimal text. */
public final class WhatIfJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WhatIfJson() {}

  /** The report as one document. */
  public static ObjectNode report(WhatIfReport report, Optional<PointRate> price) {
    WhatIfTotals totals = report.totals();
    ObjectNode json = JSON.createObjectNode();
    json.put("asOf", report.question().asOf().toString());
    report.plan().ifPresent(plan -> json.set("plan", plan(plan)));
    ArrayNode different = json.putArray("program");
    report.programChanges().forEach(each -> different.add(change(each)));
    ArrayNode findings = json.putArray("findings");
    report
        .findings()
        .forEach(finding -> findings
            .addObject()
            .put("code", finding.code())
            .put("severity", finding.severity().name())
            .put("text", finding.sentence()));
    json.put("members", totals.members());
    json.put("changed", totals.changed());
    json.putObject("refused").put("now", totals.rejectedNow()).put("then", totals.rejectedThen());
    ArrayNode moves = json.putArray("tiers");
    totals
        .moves()
        .forEach((move, members) -> moves
            .addObject()
            .put("ladder", move.ladder())
            .put("now", move.now())
            .put("then", move.then())
            .put("members", members));
    ObjectNode points = json.putObject("points");
    totals.points().forEach((type, sums) -> {
      ObjectNode node = points.putObject(type.code());
      node.set("issued", pair(sums.issuedNow(), sums.issuedThen(), type));
      node.set("balance", pair(sums.balanceNow(), sums.balanceThen(), type));
      node.set("expired", pair(sums.expiredNow(), sums.expiredThen(), type));
      report.cost(type, price).ifPresent(cost -> node.put("cost", cost.toString()));
    });
    ObjectNode benefits = json.putObject("benefits");
    report
        .benefits()
        .forEach((id, benefit) ->
            benefits.putObject(id).put("now", benefit.now()).put("then", benefit.then()));
    ArrayNode asked = json.putArray("differences");
    report.asked().forEach(difference -> asked.add(difference(difference)));
    return json;
  }

  /** What a plan decides, in the form in which it is read, and what is to be decided or known. */
  public static ObjectNode plan(MigrationPlan plan) {
    ObjectNode json = JSON.createObjectNode();
    json.set("terms", terms(plan));
    json.put("isDecided", plan.isDecided());
    ArrayNode findings = json.putArray("findings");
    plan.findings()
        .forEach(finding -> findings
            .addObject()
            .put("code", finding.code().name())
            .put("isObstacle", finding.code().isObstacle())
            .put("subject", finding.subject())
            .put("text", finding.sentence()));
    return json;
  }

  private static JsonNode terms(MigrationPlan plan) {
    try {
      return JSON.readTree(TiersJson.standard().write(plan.terms()));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("terms must be readable", failure);
    }
  }

  /** The difference of one member. */
  public static ObjectNode difference(WhatIfReport.Difference difference) {
    ObjectNode json = JSON.createObjectNode();
    json.put("member", difference.points().member().value());
    ArrayNode changes = json.putArray("changes");
    difference.points().changes().forEach(each -> changes.add(change(each)));
    ArrayNode gained = json.putArray("benefitsGained");
    difference.gained().forEach(gained::add);
    ArrayNode lost = json.putArray("benefitsLost");
    difference.lost().forEach(lost::add);
    return json;
  }

  private static ObjectNode change(Change change) {
    ObjectNode json = JSON.createObjectNode().put("path", change.path());
    change.before().ifPresent(was -> json.put("now", was));
    change.after().ifPresent(is -> json.put("then", is));
    return json;
  }

  private static ObjectNode pair(long now, long then, PointType type) {
    return JSON.createObjectNode()
        .put("now", BigDecimal.valueOf(now, type.scale()).toPlainString())
        .put("then", BigDecimal.valueOf(then, type.scale()).toPlainString());
  }
}

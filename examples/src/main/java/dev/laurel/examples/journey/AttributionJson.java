package dev.laurel.examples.journey;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.journeys.attribution.Credits;
import dev.laurel.journeys.attribution.OrderChoice;
import dev.laurel.journeys.attribution.RemovalEffects;
import java.util.Map;

/** Credits and removal effects for machines, as {@code docs/json-of-commands.md} has them. */
final class AttributionJson {
  private AttributionJson() {}

  static ObjectNode of(AttributionReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("rows")
        .put("read", report.accepted() + report.rejected())
        .put("accepted", report.accepted())
        .put("rejected", report.rejected());
    json.put("journeys", report.paths().journeys());
    json.put("conversions", report.paths().conversions());
    json.put("order", report.order());
    report.choice().ifPresent(choice -> json.set("choice", choice(choice)));
    report.effects().ifPresent(effects -> {
      Map<String, Credits> credits = report.credits();
      json.put("unattributed", credits.values().iterator().next().unattributed());
      ArrayNode touchpoints = json.putArray("touchpoints");
      effects.removals().forEach(removal -> touchpoints.add(touchpoint(removal, credits)));
    });
    return json;
  }

  private static ObjectNode choice(OrderChoice choice) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("most", choice.plan().most());
    json.put("parts", choice.plan().parts());
    json.put("seed", choice.plan().seed());
    json.put("best", choice.best().order());
    json.put("threshold", choice.threshold());
    json.put("isNearChance", choice.isNearChance());
    ArrayNode tried = json.putArray("tried");
    choice
        .tried()
        .forEach(one -> tried
            .addObject()
            .put("order", one.order())
            .put("places", one.places())
            .put("auc", one.auc())
            .put("standardError", one.standardError())
            .put("unseen", one.unseen()));
    return json;
  }

  private static ObjectNode touchpoint(
      RemovalEffects.Removal removal, Map<String, Credits> credits) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("touchpoint", removal.touchpoint().value());
    credits.forEach(
        (rule, credit) -> json.put(rule, credit.credits().getOrDefault(removal.touchpoint(), 0.0)));
    json.put("removal", removal.credit());
    json.put("effect", removal.effect());
    json.put("reach", removal.reach());
    json.put("lift", removal.lift());
    return json;
  }
}

package dev.laurel.examples.member;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.points.PointRate;
import dev.laurel.tiers.simulation.Growth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What becomes of a program, year by year, for machines; points are decimal text. */
public final class GrowthJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GrowthJson() {}

  /** The growth as one document. */
  public static ObjectNode report(Growth growth, Optional<PointRate> price) {
    ObjectNode json = JSON.createObjectNode();
    json.put("program", growth.simulation().program().points().latest().id().value());
    json.put("seed", growth.simulation().seed());
    ArrayNode years = json.putArray("years");
    growth.years().forEach(year -> years.add(year(year, price)));
    return json;
  }

  private static ObjectNode year(Growth.Year year, Optional<PointRate> price) {
    ObjectNode json = JSON.createObjectNode();
    json.put("firstDay", year.firstDay().toString());
    json.put("members", year.members()).put("active", year.active()).put("visits", year.visits());
    json.put("spent", year.spent().toString()).put("refused", year.rejected());
    ArrayNode tiers = json.putArray("tiers");
    year.pyramid()
        .forEach((place, members) -> tiers
            .addObject()
            .put("ladder", place.ladder())
            .put("level", place.level())
            .put("tier", place.tier())
            .put("members", members));
    ObjectNode points = json.putObject("points");
    year.points().forEach((type, flow) -> {
      ObjectNode node = points.putObject(type.code());
      node.put("issued", amount(flow.issued(), type.scale()));
      node.put("redeemed", amount(flow.redeemed(), type.scale()));
      node.put("expired", amount(flow.expired(), type.scale()));
      node.put("outstanding", amount(flow.outstanding(), type.scale()));
      price
          .filter(rate -> rate.points().type().equals(type))
          .ifPresent(
              rate -> node.put("cost", year.cost(rate, RoundingMode.HALF_EVEN).toString()));
    });
    return json;
  }

  private static String amount(long units, int scale) {
    return BigDecimal.valueOf(units, scale).toPlainString();
  }
}

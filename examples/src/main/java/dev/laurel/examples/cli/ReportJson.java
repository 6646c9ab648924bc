package dev.laurel.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.AccrualStep;
import dev.laurel.core.earning.AccrualText;
import dev.laurel.core.earning.Cut;
import dev.laurel.core.earning.Skipped;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.ledger.ExpirySchedule;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.RunTotals;
import dev.laurel.core.program.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The figures of a run for machines; points are decimal text, so that no reader makes a
 * floating-point number of them.
 */
final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  static ObjectNode totals(RunResult result) {
    ObjectNode json = JSON.createObjectNode();
    json.put("program", result.program().id().value());
    json.put("version", result.program().version());
    json.put("asOf", result.asOf().toString());
    RunResult.Counts counts = result.counts();
    json.set("rows", counts(counts));
    RunTotals totals = result.totals();
    json.put("members", totals.members());
    ObjectNode points = json.putObject("points");
    totals
        .byType()
        .forEach((type, sums) -> points.set(type.code(), identity(Identity.of(sums), type)));
    return json;
  }

  /** The totals, the first rejects, some statements, and some events as one document. */
  static ObjectNode report(
      RunResult result, List<Statement> statements, List<Effect> effects, List<Refused> refused) {
    ObjectNode json = totals(result);
    ArrayNode firstRejected = json.putArray("firstRejected");
    result
        .rejects()
        .rejected()
        .forEach(row ->
            firstRejected.add(reject(row.line(), row.code().name(), row.reason(), row.original())));
    ArrayNode firstRefused = json.putArray("firstRefused");
    result.rejects().refused().forEach(row -> firstRefused.add(refused(row)));
    ArrayNode members = json.putArray("statements");
    statements.forEach(statement -> members.add(withHistory(result, statement)));
    ArrayNode explained = json.putArray("explained");
    effects.forEach(effect -> explained.add(effect(effect)));
    refused.forEach(row -> explained.add(refused(row)));
    return json;
  }

  private static ObjectNode refused(Refused row) {
    ObjectNode json = reject(row.line(), row.code(), row.reason(), row.original());
    return json.put("id", row.id());
  }

  private static ObjectNode reject(long line, String code, String reason, String original) {
    ObjectNode json = JSON.createObjectNode();
    json.put("line", line).put("code", code).put("reason", reason);
    return json.put("original", original);
  }

  /** A statement; with each movement that led to it where the statement was asked for. */
  private static ObjectNode withHistory(RunResult result, Statement statement) {
    ObjectNode json = statement(statement);
    if (!result.answers().statements().containsKey(statement.member())) {
      return json;
    }
    for (Statement.Account account : statement.accounts()) {
      ArrayNode history =
          json.withObject("/points").withObject("/" + account.type().code()).putArray("history");
      for (History.Movement movement : History.of(result, statement, account)) {
        ObjectNode node = history.addObject();
        node.put("at", movement.at().toString());
        if (!movement.cause().isEmpty()) {
          node.put("cause", movement.cause());
        }
        ObjectNode changes = node.putObject("changes");
        movement
            .changes()
            .forEach((book, units) ->
                changes.put(book.name().toLowerCase(Locale.ROOT), amount(units, account.type())));
        node.put("available", amount(movement.available(), account.type()));
      }
    }
    return json;
  }

  static ObjectNode statement(Statement statement) {
    ObjectNode json = JSON.createObjectNode();
    json.put("member", statement.member().value());
    json.put("asOf", statement.asOf().toString());
    ObjectNode accounts = json.putObject("points");
    for (Statement.Account account : statement.accounts()) {
      ObjectNode node = accounts.putObject(account.type().code());
      node.put("available", amount(account.totals().available(), account.type()));
      node.put("owed", amount(account.totals().debt(), account.type()));
      node.set("lots", lots(account.lots()));
      node.set("pending", lots(account.pending()));
      node.set("expiring", expiring(account.expiring()));
      node.set("totals", identity(Identity.of(account.totals()), account.type()));
    }
    return json;
  }

  static ObjectNode effect(Effect effect) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", effect.submission().id().value());
    json.put("member", effect.submission().member().value());
    json.put("occurredAt", effect.submission().occurredAt().toString());
    effect.accrual().ifPresent(accrual -> json.set("accrual", accrual(accrual)));
    ArrayNode entries = json.putArray("entries");
    effect
        .entries()
        .entries()
        .forEach(entry -> entries.add(entry(entry.getKey(), entry.getValue())));
    return json;
  }

  /** The entry in Laurel's own form, without what is the same for all of them. */
  private static ObjectNode entry(PointType type, LedgerEntry entry) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(LaurelJson.standard().write(entry));
      json.remove(List.of("schemaVersion", "pointTypes"));
      return json.put("pointType", type.code());
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("an entry must be readable", failure);
    }
  }

  private static ObjectNode accrual(Accrual accrual) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode totals = json.putObject("totals");
    accrual.totals().forEach((type, points) -> totals.put(type.code(), amount(points)));
    ArrayNode steps = json.putArray("steps");
    for (AccrualStep step : accrual.steps()) {
      ObjectNode node = steps.addObject();
      node.put("rule", step.rule().value());
      node.put("member", step.member().value());
      node.put("points", step.points().code());
      node.put("exactUnits", step.exact().toString());
      node.put("requested", amount(step.requested(), step.points()));
      node.put("granted", amount(step.granted(), step.points()));
      ArrayNode cuts = node.putArray("cuts");
      for (Cut cut : step.cuts()) {
        cuts.addObject().put("cap", cut.cap().value()).put("units", cut.units());
      }
    }
    ArrayNode skipped = json.putArray("skipped");
    for (Skipped skip : accrual.skipped()) {
      skipped
          .addObject()
          .put("rule", skip.rule().value())
          .put("reason", skip.reason().getClass().getSimpleName());
    }
    json.put("text", AccrualText.text(accrual));
    return json;
  }

  private static ObjectNode counts(RunResult.Counts counts) {
    ObjectNode json = JSON.createObjectNode();
    json.put("read", counts.read());
    json.put("accepted", counts.accepted());
    json.put("rejected", counts.rejected());
    json.put("carriedOut", counts.done());
    json.put("repeated", counts.repeated());
    json.put("refused", counts.refused());
    json.put("later", counts.later());
    ObjectNode rejected = json.putObject("rejectedByCode");
    counts.rejectedByCode().forEach(rejected::put);
    ObjectNode refused = json.putObject("refusedByCode");
    counts.refusedByCode().forEach(refused::put);
    return json;
  }

  private static ObjectNode identity(Identity identity, PointType type) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode in = json.putObject("in");
    identity.in().forEach((name, units) -> in.put(name, amount(units, type)));
    ObjectNode out = json.putObject("out");
    identity.out().forEach((name, units) -> out.put(name, amount(units, type)));
    json.put("balances", identity.holds());
    return json;
  }

  private static ArrayNode lots(List<Lot> lots) {
    ArrayNode json = JSON.createArrayNode();
    for (Lot lot : lots) {
      ObjectNode node = json.addObject();
      node.put("id", lot.id().value());
      node.put("earnedAt", lot.earnedAt().toString());
      node.put("granted", amount(lot.granted()));
      node.put("remaining", amount(lot.remaining()));
      node.put("clause", lot.expiry().clause());
      if (lot.expiry() instanceof LotExpiry.At at) {
        node.put("lastDay", at.lastDay().toString());
      }
      lot.origin().activity().ifPresent(activity -> node.put("activity", activity.value()));
    }
    return json;
  }

  private static ArrayNode expiring(ExpirySchedule schedule) {
    ArrayNode json = JSON.createArrayNode();
    schedule
        .dates()
        .forEach((date, points) -> json.addObject()
            .put("lastDay", date.lastDay().toString())
            .put("goneAt", date.instant().toString())
            .put("points", amount(points)));
    if (!schedule.never().isZero()) {
      json.addObject().put("points", amount(schedule.never()));
    }
    return json;
  }

  private static String amount(Points points) {
    return amount(points.units(), points.type());
  }

  private static String amount(long units, PointType type) {
    return BigDecimal.valueOf(units, type.scale()).toPlainString();
  }
}

package dev.laurel.examples.customer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.metrics.lifetime.Fit;
import java.util.List;

/** What purchases say of customers, for machines. */
final class ClvJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ClvJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode report(PurchasesFile file, ClvReport report, List<ClvReport.Valued> valued) {
    ObjectNode json = object();
    ObjectNode rows = json.putObject("rows");
    rows.put("read", file.read());
    rows.put("rejected", file.rejected());
    rows.put("notPurchases", file.others());
    json.put("through", report.histories().convention().calibrationEnd().toString());
    json.put("daysPerUnit", report.histories().convention().daysPerUnit());
    json.put("rounding", report.histories().convention().rounding().name());
    json.put("currency", report.histories().currency());
    json.put("customers", report.table().customers());
    json.put("repeaters", report.table().repeaters());
    json.put("repeatPurchases", report.table().repeatPurchases());
    ObjectNode models = json.putObject("models");
    report.fits().forEach((model, fit) -> models.set(model.name(), fit(fit)));
    models.set("gammagamma", fit(report.spendFit()));
    report.spends().correlation().ifPresent(value -> json.put("frequencySpendCorrelation", value));
    value(json, report, valued);
    return json;
  }

  private static void value(ObjectNode json, ClvReport report, List<ClvReport.Valued> valued) {
    ObjectNode horizon = json.putObject("horizon");
    horizon.put("model", report.chosen().name());
    horizon.put("periods", report.horizon().periods());
    horizon.put("unitsPerPeriod", report.horizon().unitsPerPeriod());
    horizon.put("discountPerPeriod", report.horizon().discount().rate());
    ArrayNode customers = json.putArray("values");
    for (ClvReport.Valued one : valued) {
      ObjectNode customer = customers.addObject();
      customer.put("customer", one.customer().customer().value());
      customer.put("frequency", one.customer().history().frequency());
      customer.put("recency", one.customer().history().recency());
      customer.put("age", one.customer().history().age());
      customer.put("probabilityAlive", one.value().probabilityAlive());
      customer.put("expectedPurchases", one.value().expectedPurchases());
      customer.put("spendPerPurchase", one.value().spendPerPurchase());
      customer.put("value", one.value().value());
    }
  }

  private static ObjectNode fit(Fit<?> fit) {
    ObjectNode json = object();
    if (fit instanceof Fit.Failed<?> failed) {
      json.put("failure", failed.reason().name());
      json.put("explanation", failed.explanation());
    } else if (fit instanceof Fit.Converged<?> converged) {
      json.put("logLikelihood", converged.logLikelihood());
      ObjectNode parameters = json.putObject("parameters");
      converged.parameters().forEach((name, estimate) -> {
        ObjectNode parameter = parameters.putObject(name);
        parameter.put("value", estimate.value());
        estimate.standardError().ifPresent(error -> parameter.put("standardError", error));
        estimate.interval().ifPresent(interval -> {
          parameter.put("lower", interval.lower());
          parameter.put("upper", interval.upper());
        });
      });
    }
    return json;
  }
}

package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.money.MoneyGate;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.testkit.AnyValue;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What documents look like; a change here is a change for everyone who keeps them. */
class JsonFormTest {
  private static final LaurelJson JSON = LaurelJson.standard();

  @Test
  void aTestDrive() {
    Engagement.Builder drive = Engagement.builder();
    drive
        .id(ActivityId.of("e-1"))
        .member(MemberId.of("m-1042"))
        .kind(ActivityKind.TEST_DRIVE)
        .occurredAt(Instant.parse("2026-03-01T09:30:00.25Z"))
        .attributes(Attributes.none()
            .with("model", "estate")
            .with("km", new BigDecimal("0.00000010"))
            .with("hybrid", true));

    assertForm(drive.build(), """
        {
          "schemaVersion": 1,
          "type": "engagement",
          "id": "e-1",
          "member": "m-1042",
          "kind": "test-drive",
          "occurredAt": "2026-03-01T09:30:00.250Z",
          "recordedAt": "2026-03-01T09:30:00.250Z",
          "attributes": {"hybrid": true, "km": 0.0000001, "model": "estate"},
          "quantity": 1
        }
        """);
  }

  @Test
  void aProgram() {
    assertForm(program(), """
        {
          "schemaVersion": 1,
          "pointTypes": [{"code": "stars", "name": "Stars ★", "scale": 0, "use": "REDEEMABLE"}],
          "id": "autohaus",
          "version": 1,
          "calendar": {"zone": "Europe/Berlin", "yearStart": "--01-01"},
          "pointTerms": [
            {
              "type": "stars",
              "expiry": {"expiry": {"type": "after", "period": "P2Y"}},
              "activation": {"type": "immediately"},
              "burnOrder": "SOONEST_EXPIRY",
              "reversalSource": "ANY_LOT",
              "remainder": {"type": "debt", "limit": 500},
              "restoredExpiry": {"type": "original"},
              "transferExpiry": {"type": "keep"},
              "accountLimit": 1000000000000000,
              "futureSkew": "PT5M"
            }
          ],
          "rules": {
            "rules": [
              {
                "id": "base",
                "description": "",
                "priority": 0,
                "points": "stars",
                "formula": {
                  "type": "per-amount",
                  "rate": {"points": {"units": 3, "type": "stars"}, "money": "EUR 2.00"},
                  "carriesRemainder": false
                },
                "phase": "BASE",
                "rounding": "FLOOR",
                "when": {"type": "always"},
                "lines": {"type": "in-category", "categories": ["service"]},
                "basis": {
                  "isBeforeDiscount": false,
                  "isWithTax": false,
                  "isWithShipping": false,
                  "isWithPointsPaid": false,
                  "isWithGiftCard": true
                },
                "stopAfter": false
              },
              {
                "id": "spring",
                "description": "",
                "priority": 1,
                "points": "stars",
                "formula": {"type": "multiplier", "factor": "3/2"},
                "phase": "MULTIPLIER",
                "when": {
                  "type": "any",
                  "of": [
                    {"type": "on-weekday", "days": ["MONDAY", "SUNDAY"]},
                    {"type": "in-dates", "span": {"from": "2026-03-01T00:00:00Z"}}
                  ]
                },
                "lines": {"type": "always"},
                "basis": {
                  "isBeforeDiscount": false,
                  "isWithTax": false,
                  "isWithShipping": false,
                  "isWithPointsPaid": false,
                  "isWithGiftCard": true
                },
                "stopAfter": false
              }
            ]
          },
          "lateActivities": "AS_ARRIVED",
          "paidWithPoints": "RETURN_SHARE",
          "returnWindow": "P400D"
        }
        """);
  }

  @Test
  void whatHasADefaultMayBeLeftOut() {
    String json = """
        {
          "schemaVersion": 1,
          "pointTypes": [{"code": "stars", "name": "Stars ★", "scale": 0, "use": "REDEEMABLE"}],
          "id": "autohaus",
          "calendar": {"zone": "Europe/Berlin", "yearStart": "--01-01"},
          "pointTerms": [
            {
              "type": "stars",
              "expiry": {"expiry": {"type": "after", "period": "P2Y"}},
              "remainder": {"type": "debt", "limit": 500}
            }
          ],
          "rules": {
            "rules": [
              {
                "id": "base",
                "points": "stars",
                "formula": {
                  "type": "per-amount",
                  "rate": {"points": {"units": 3, "type": "stars"}, "money": "EUR 2"},
                  "carriesRemainder": false
                },
                "rounding": "FLOOR",
                "lines": {"type": "in-category", "categories": ["service"]}
              },
              {
                "id": "spring",
                "priority": 1,
                "points": "stars",
                "formula": {"type": "multiplier", "factor": "1.5"},
                "when": {
                  "type": "any",
                  "of": [
                    {"type": "on-weekday", "days": ["SUNDAY", "MONDAY"]},
                    {"type": "in-dates", "span": {"from": "2026-03-01T01:00:00+01:00"}}
                  ]
                }
              }
            ]
          }
        }
        """;
    assertThat(JSON.read(json, Program.class)).isEqualTo(program());
  }

  @Test
  void goldNeedsAGateThatKnowsItsScale() {
    MoneyGate gate = MoneyGate.standard().withScale("XAU", 4);
    LaurelJson json = LaurelJson.standard().withMoneyGate(gate);
    dev.laurel.core.activity.Purchase.Builder purchase =
        dev.laurel.core.activity.Purchase.builder();
    purchase
        .id(ActivityId.of("r-1"))
        .member(MemberId.of("m-1"))
        .occurredAt(Instant.parse("2026-03-01T09:30:00Z"))
        .currency("EUR");
    ExactMoney ounce = gate.parse("XAU 1.0001");
    RuleBook book =
        RuleBook.of(rule("gold", 0, new Formula.PerStep(ounce, AnyValue.STARS.points(1))));

    assertThat(json.read(json.write(book), RuleBook.class)).isEqualTo(book);
    assertThat(json.read(json.write(purchase.build()), Activity.class)).isEqualTo(purchase.build());
  }

  private static Program program() {
    PointTerms.Builder terms = PointTerms.builder();
    terms.type(AnyValue.STARS).remainder(Remainder.debt(500));
    terms.expiry(Expiry.after(Period.ofYears(2)));
    Program.Builder program = Program.builder();
    program
        .id(dev.laurel.core.identity.ProgramId.of("autohaus"))
        .calendar(ProgramCalendar.of(ZoneId.of("Europe/Berlin")))
        .addPointTerms(terms.build())
        .rules(RuleBook.of(
            rule("spring", 1, new Formula.Multiplier(Ratio.of(3, 2))),
            rule(
                "base",
                0,
                new Formula.PerAmount(
                    PointRate.of(AnyValue.STARS.points(3), ExactMoney.ofMinor("EUR", 200)),
                    false))));
    return program.build();
  }

  private static EarningRule rule(String id, int priority, Formula formula) {
    EarningRule.Builder rule = EarningRule.builder();
    rule.id(RuleId.of(id)).priority(priority).points(AnyValue.STARS).formula(formula);
    if (!id.equals("spring")) {
      rule.rounding(RoundingMode.FLOOR);
    }
    if (id.equals("spring")) {
      rule.when(Condition.any(
          Condition.weekday(java.time.DayOfWeek.SUNDAY, java.time.DayOfWeek.MONDAY),
          Condition.dates(Span.from(Instant.parse("2026-03-01T00:00:00Z")))));
    } else if (id.equals("base")) {
      rule.lines(Condition.category(Category.of("service")));
    }
    return rule.build();
  }

  /** The text is the pretty one without its white space; the texts in it have none that matters. */
  private static void assertForm(Object value, String pretty) {
    String canonical = NodeWriter.text(NodeReader.parse(pretty));
    assertThat(JSON.write(value)).isEqualTo(canonical);
    assertThat((Object) JSON.read(pretty, JsonRoundTripLaws.root(value))).isEqualTo(value);
  }
}

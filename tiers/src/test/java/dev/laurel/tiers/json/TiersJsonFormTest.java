package dev.laurel.tiers.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import dev.laurel.core.testkit.Programs;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipStatement;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.migration.Grandfathering;
import dev.laurel.tiers.migration.MigrationTerms;
import dev.laurel.tiers.migration.PointsExchange;
import dev.laurel.tiers.migration.TierMapping;
import dev.laurel.tiers.status.StatusFact;
import java.io.ByteArrayInputStream;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What documents look like, and that they may be written by hand. */
class TiersJsonFormTest {
  private static final LaurelJson JSON = TiersJson.standard();
  private static final Instant ENROLLED = Instant.parse("2025-01-01T00:00:00Z");
  private static final Metric NIGHTS = Metric.times(ActivityKind.of("nights"));

  private static TierLadder hotel() {
    return TierLadder.builder()
        .code("nights")
        .base(Tier.of("guest", "Guest"))
        .addRung(Rung.builder()
            .tier(Tier.of("gold", "Gold"))
            .enter(Qualification.reach(NIGHTS, 60))
            .stay(Qualification.reach(NIGHTS, 55))
            .factor(Ratio.of(6, 5))
            .build())
        .build();
  }

  @Test
  void aLadderIsWrittenWithAllItsTerms() {
    String enough = "{\"type\":\"reach\",\"metric\":{\"type\":\"times\",\"kind\":\"nights\"},";
    assertThat(JSON.write(hotel()))
        .isEqualTo("{\"schemaVersion\":1,\"code\":\"nights\","
            + "\"base\":{\"code\":\"guest\",\"name\":\"Guest\"},\"baseFactor\":\"1\","
            + "\"rungs\":[{\"tier\":{\"code\":\"gold\",\"name\":\"Gold\"},"
            + "\"enter\":" + enough + "\"threshold\":60},"
            + "\"stay\":" + enough + "\"threshold\":55},"
            + "\"reenter\":" + enough + "\"threshold\":60},\"factor\":\"6/5\"}],"
            + "\"period\":{\"type\":\"calendar\",\"part\":\"YEAR\",\"yearStart\":\"--01-01\"},"
            + "\"effect\":\"IMMEDIATE\","
            + "\"validity\":{\"type\":\"end-of-period\",\"later\":1,\"extension\":\"P0D\"},"
            + "\"review\":{\"type\":\"drop-to-qualified\"},\"counting\":\"KEEP\","
            + "\"refunds\":\"KEEP_UNTIL_REVIEW\",\"lateCredits\":\"IMPROVE_ONLY\","
            + "\"grace\":\"P0D\"}");
  }

  @Test
  void aLadderThatOpensLaterSaysWhen() {
    String json = JSON.write(LadderVersions.opening(ENROLLED, hotel()));

    assertThat(json).endsWith("\"opensAt\":\"2025-01-01T00:00:00Z\"}");
    assertThat(JSON.read(json, LadderVersions.class).isOpenAt(ENROLLED.minusSeconds(1)))
        .isFalse();
    assertThat(JSON.write(LadderVersions.of(hotel()))).doesNotContain("opensAt");
  }

  @Test
  void whoWritesByHandLeavesOutWhatHasADefault() {
    assertThat(JSON.read("""
        {"schemaVersion": 1, "code": "nights", "base": {"code": "guest", "name": "Guest"},
         "rungs": [{"tier": {"code": "gold", "name": "Gold"}, "factor": "6/5",
           "enter": {"type": "reach", "metric": {"type": "times", "kind": "nights"},
                     "threshold": 60},
           "stay": {"type": "reach", "metric": {"type": "times", "kind": "nights"},
                    "threshold": 55}}]}
        """, TierLadder.class)).isEqualTo(hotel());
  }

  @Test
  void whatIsDecidedAboutAMigrationMayBeWrittenByHand() {
    MigrationTerms.Builder terms = MigrationTerms.builder();
    terms
        .from(Instant.parse("2026-01-01T00:00:00Z"))
        .addMapping(new TierMapping("nights", "platinum", Tier.of("gold", "Gold")))
        .addGrandfathering(
            new Grandfathering("nights", "gold", Instant.parse("2028-01-01T00:00:00Z")))
        .addExchange(PointsExchange.of(
            Programs.STARS,
            PointType.redeemable("coins", "Coins"),
            Ratio.of(1, 10),
            RoundingMode.UP));

    assertThat(JSON.read("""
        {"schemaVersion": 1,
         "pointTypes": [{"code": "stars", "name": "Stars", "scale": 0, "use": "REDEEMABLE"},
                        {"code": "coins", "name": "Coins", "scale": 0, "use": "REDEEMABLE"}],
         "from": "2026-01-01T00:00:00Z",
         "mappings": [{"ladder": "nights", "gone": "platinum",
                       "to": {"code": "gold", "name": "Gold"}}],
         "grandfatherings": [{"ladder": "nights", "tier": "gold",
                              "until": "2028-01-01T00:00:00Z"}],
         "exchanges": [{"from": "stars", "to": "coins", "rate": "1/10", "rounding": "UP"}]}
        """, MigrationTerms.class)).isEqualTo(terms.build());
    assertThat(JSON.write(MigrationTerms.from(ENROLLED)))
        .isEqualTo("{\"schemaVersion\":1,\"from\":\"2025-01-01T00:00:00Z\"}");
  }

  @Test
  void anEventIsWrittenAsWhatItIs() {
    MembershipEvent card = MembershipEvent.of(
        "elite",
        new StatusFact.Flagged(
            CommandStamp.of(CommandId.of("c-1"), MemberId.of("m-1"), ENROLLED),
            Flag.of("card"),
            true));

    assertThat(JSON.write(card))
        .isEqualTo("{\"schemaVersion\":1,\"type\":\"status-told\",\"ladder\":\"elite\","
            + "\"fact\":{\"type\":\"flagged\",\"stamp\":{\"id\":\"c-1\",\"member\":\"m-1\","
            + "\"occurredAt\":\"2025-01-01T00:00:00Z\","
            + "\"recordedAt\":\"2025-01-01T00:00:00Z\"},\"flag\":\"card\",\"isHeld\":true}}");
  }

  @Test
  void livesAreLinesAndALineThatIsNoneIsKept() {
    WhatIf.Life life = new WhatIf.Life(
        Programs.ANN,
        ENROLLED,
        MemberFacts.none(),
        List.of(MembershipEvent.of(Submission.of(
            Programs.purchase("r-1", Programs.ANN, "2025-03-01T12:00:00Z", "EUR 20.00")))));
    String lines = JSON.write(life) + "\n{\"schemaVersion\":1}\n" + JSON.write(life) + "\n";

    JsonLines<WhatIf.Life> read = JSON.readLines(
        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), WhatIf.Life.class);

    assertThat(read.next()).isEqualTo(new JsonLine.Accepted<>(1, life));
    assertThat(read.next()).hasToString("line 2: REQUIRED at member");
    assertThat(read.next()).isEqualTo(new JsonLine.Accepted<>(3, life));
    assertThat(read.hasNext()).isFalse();
    assertThat(read.accepted() + read.rejected()).isEqualTo(read.read());
  }

  @Test
  void aStatementIsReadAsItWasWritten() {
    TierLadder ladder = TierLadder.builder()
        .code("stars")
        .base(Tier.of("green", "Green"))
        .addRung(Rung.of(
            Tier.of("gold", "Gold"), Qualification.reach(Metric.points(Programs.STARS), 500)))
        .build();
    Program points = Programs.shop(Programs.oneYear(Programs.STARS)).build();
    Memberships memberships = Memberships.of(LoyaltyProgram.of(points, ladder));
    Membership ann = memberships.enrol(Programs.ANN, ENROLLED);
    ann = memberships
        .submit(
            ann,
            MembershipEvent.of(Submission.of(
                Programs.purchase("r-1", Programs.ANN, "2025-03-01T12:00:00Z", "EUR 20.00"))))
        .orThrow();

    MembershipStatement statement =
        MembershipStatement.of(ann, Instant.parse("2025-04-01T00:00:00Z"));

    String json = JSON.write(statement);
    assertThat(json)
        .contains("\"expiring\":{\"dates\":[{\"instant\":\"")
        .contains("\"outlook\":{\"asOf\":\"2025-04-01T00:00:00Z\"")
        .contains("\"next\":{\"tier\":{\"code\":\"gold\",\"name\":\"Gold\"},\"progress\":"
            + "{\"type\":\"counted\",\"target\":{\"metric\":{\"type\":\"points-of\","
            + "\"pointType\":\"stars\"},\"threshold\":500},\"have\":20}");
    assertThat(JSON.read(json, MembershipStatement.class)).isEqualTo(statement);
  }
}

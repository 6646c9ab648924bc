package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One member's account told as a story: what happens on which day, noon in UTC. */
final class Books {
  static final MemberId MEMBER = MemberId.of("m-1");
  static final PointType STARS = PointType.redeemable("stars", "Stars");
  static final ProgramCalendar CALENDAR = ProgramCalendar.of(ZoneOffset.UTC);

  final Ledger ledger;
  PointsAccount account = PointsAccount.open(MEMBER, STARS);
  Optional<Refusal> refusal = Optional.empty();
  List<LedgerEntry> entries = List.of();

  Books(LedgerPolicy policy) {
    ledger = Ledger.of(policy);
  }

  static LedgerPolicy.Builder policy() {
    return LedgerPolicy.builder().calendar(CALENDAR);
  }

  static Books withDebt() {
    return new Books(policy().remainder(Remainder.debt(1_000)).build());
  }

  static Points stars(long units) {
    return STARS.points(units);
  }

  static Instant noon(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  static CommandStamp stamp(String id, String day) {
    return CommandStamp.of(CommandId.of(id), MEMBER, noon(day));
  }

  static LotExpiry through(String day) {
    return LotExpiry.through(LocalDate.parse(day), CALENDAR);
  }

  static LedgerCommand accrue(String id, String day, long units, LotExpiry expiry) {
    LotGrant grant = LotGrant.of(LotId.of(id + "/base"), stars(units), RuleId.of("base"), expiry);
    return new LedgerCommand.Accrue(
        stamp(id, day), ActivityId.of(id), ActivityKind.PURCHASE, List.of(grant));
  }

  static LedgerCommand redeem(String id, String day, long units) {
    return new LedgerCommand.Redeem(stamp(id, day), stars(units), "order " + id);
  }

  static LedgerCommand returned(String id, String day, String purchase, long entitled) {
    return new LedgerCommand.ReverseAccrual(
        stamp(id, day), ActivityId.of(purchase), stars(entitled));
  }

  Books does(LedgerCommand command) {
    submit(command);
    assertThat(refusal).isEmpty();
    return this;
  }

  Books isRefused(LedgerCommand command, RefusalCode code) {
    PointsAccount before = account;
    submit(command);
    assertThat(refusal.map(Refusal::code)).contains(code);
    assertThat(refusal.orElseThrow().message())
        .hasSizeLessThanOrEqualTo(300)
        .doesNotContain("\n", "\r");
    assertThat(account).isSameAs(before);
    return this;
  }

  private void submit(LedgerCommand command) {
    Decision decision = ledger.decide(account, command);
    refusal = decision.refusal();
    entries = decision.accepted().map(Decision.Accepted::entries).orElse(List.of());
    account = decision.accepted().map(Decision.Accepted::account).orElse(account);
  }

  long available(String day) {
    return account.available(noon(day)).units();
  }

  long debt(String day) {
    return account.debt(noon(day)).units();
  }
}

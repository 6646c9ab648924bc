package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds for every packed account, with the readable ledger as the oracle. */
class PackedAccountLaws {
  private static final MemberId MEMBER = new MemberId("m-1");
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final Instant START = Instant.parse("2026-01-10T12:00:00Z");
  private static final int FOR_EVER = -1;

  private enum Kind {
    ACCRUE,
    REDEEM,
    ADJUST_DOWN,
    EXPIRE
  }

  /** A command, its instant in hours after the one before; validity in days, or for ever. */
  private record Step(Kind kind, int hours, int validity, long points) {}

  /** Commands for one account under one policy. */
  private record History(LedgerPolicy policy, List<Step> steps) {}

  /** What carries packed commands out, so that the law can speak of a broken twin too. */
  @FunctionalInterface
  private interface Packed {
    Optional<RefusalCode> apply(
        PackedAccount account, Kind kind, int day, int lastDay, long points);

    static Packed by(PackedLedger ledger) {
      return (account, kind, day, lastDay, points) -> switch (kind) {
        case ACCRUE -> ledger.accrue(account, day, lastDay, points);
        case REDEEM -> ledger.redeem(account, day, points);
        case ADJUST_DOWN -> ledger.adjustDown(account, day, points);
        case EXPIRE -> ledger.expire(account, day);
      };
    }
  }

  @Property
  void packedAndReadableAgreeAfterEveryCommand(@ForAll("histories") History history) {
    agree(history, Packed::by);
  }

  @Example
  void theLawCatchesBrokenTwins() {
    isCaught(ledger -> (account, kind, day, lastDay, points) -> Packed.by(ledger)
        .apply(account, kind, day, Math.min(lastDay + 1, PackedAccount.NEVER), points));
    isCaught(ledger -> (account, kind, day, lastDay, points) -> {
      ledger.expire(account, day);
      return Packed.by(ledger).apply(account, kind, day, lastDay, points);
    });
    isCaught(ledger -> (account, kind, day, lastDay, points) -> Packed.by(ledger)
        .apply(account, kind, Math.max(day, account.today() + 1), lastDay, points));
    isCaught(ledger -> (account, kind, day, lastDay, points) ->
        Packed.by(ledger).apply(account, kind, day, PackedAccount.NEVER, points));
    isCaught(ledger -> (account, kind, day, lastDay, points) ->
        Packed.by(ledger).apply(account, kind, day, lastDay, (short) points & 0xFFFF));
  }

  private void isCaught(Function<PackedLedger, Packed> twin) {
    assertThatThrownBy(
            () -> histories().sampleStream().limit(2_000).forEach(history -> agree(history, twin)))
        .isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
  }

  private static void agree(History history, Function<PackedLedger, Packed> maker) {
    Ledger ledger = Ledger.of(history.policy());
    PackedLedger packedLedger = PackedLedger.of(history.policy());
    Packed packed = maker.apply(packedLedger);
    PointsAccount readable = ledger.open(MEMBER, STARS);
    PackedAccount account = PackedAccount.open();
    Instant at = START;
    for (Step step : history.steps()) {
      at = at.plus(Duration.ofHours(step.hours()));
      LedgerCommand command = command(step, at, history.policy().calendar(), readable.sequence());
      Decision decision = ledger.decide(readable, command);
      int day = packedLedger.day(at);
      if (decision.refusal().map(Refusal::code).equals(Optional.of(RefusalCode.POINTS_OVERFLOW))) {
        // Totals of a lifetime, which only the readable account keeps, no longer fit.
        return;
      }

      assertThat(packed.apply(account, step.kind(), day, lastDay(step, day), step.points()))
          .isEqualTo(decision.refusal().map(Refusal::code));
      readable = decision.accepted().map(Decision.Accepted::account).orElse(readable);
      agree(account, readable, history.policy().calendar());
    }
  }

  /** Now, and on days to come. */
  private static void agree(
      PackedAccount account, PointsAccount readable, ProgramCalendar calendar) {
    assertThat(PackedAccount.from(readable, calendar).map(PackedAccount::toBytes))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(account.toBytes()));
    for (int days : new int[] {0, 1, 2, 7, 40}) {
      int day = Math.max(account.today(), PackedAccount.FIRST_DAY) + days;
      Instant asOf = calendar.afterLast(LocalDate.ofEpochDay(day)).minusNanos(1_000);
      AccountTotals totals = readable.totals(asOf);
      assertThat(account.available(day)).isEqualTo(totals.available());
      assertThat(account.debt()).isEqualTo(totals.debt());
      assertThat(account.balance(day)).isEqualTo(readable.balance(asOf).units());
      assertThat(account.expired(day)).isEqualTo(totals.expired());
    }
    PointsAccount unpacked = account.toAccount(MEMBER, STARS, calendar);
    assertThat(unpacked.expiring(readable.clock())).isEqualTo(readable.expiring(readable.clock()));
  }

  private static LedgerCommand command(
      Step step, Instant at, ProgramCalendar calendar, long number) {
    CommandStamp stamp = CommandStamp.of(CommandId.of("c-" + number), MEMBER, at);
    return switch (step.kind()) {
      case ACCRUE -> accrual(step, stamp, calendar, "a-" + number);
      case REDEEM -> new LedgerCommand.Redeem(stamp, STARS.points(step.points()), "");
      case ADJUST_DOWN -> new LedgerCommand.AdjustDown(stamp, STARS.points(step.points()), "");
      case EXPIRE -> new LedgerCommand.Expire(stamp);
    };
  }

  private static LedgerCommand accrual(
      Step step, CommandStamp stamp, ProgramCalendar calendar, String name) {
    LocalDate day = calendar.dateOf(stamp.occurredAt());
    LotExpiry expiry = step.validity() == FOR_EVER
        ? LotExpiry.never()
        : LotExpiry.through(day.plusDays(step.validity()), calendar);
    LotGrant grant =
        LotGrant.of(LotId.of(name), STARS.points(step.points()), new RuleId("base"), expiry);
    return new LedgerCommand.Accrue(
        stamp, new ActivityId(name), new ActivityKind("purchase"), List.of(grant));
  }

  private static int lastDay(Step step, int day) {
    return step.validity() == FOR_EVER ? PackedAccount.NEVER : day + step.validity();
  }

  @Property
  void bytesAreFewAndSayEverything(@ForAll("histories") History history) {
    PackedAccount account = folded(history);
    byte[] bytes = account.toBytes();

    assertThat(PackedAccount.from(bytes).toBytes()).isEqualTo(bytes);
    assertThat(bytes).hasSizeLessThanOrEqualTo(12 + 8 * (account.debt() > 0 ? 1 : account.lots()));
  }

  @Property
  void unpackingAndPackingGivesTheSameBytes(@ForAll("histories") History history) {
    PackedAccount account = folded(history);
    ProgramCalendar calendar = history.policy().calendar();

    PointsAccount unpacked = account.toAccount(MEMBER, STARS, calendar);

    assertThat(PackedAccount.from(unpacked, calendar).orElseThrow().toBytes())
        .isEqualTo(account.toBytes());
  }

  @Property
  void damagedBytesAreRefusedOrSayWhatTheySay(
      @ForAll("histories") History history,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll @IntRange(min = 1, max = 255) int flip,
      @ForAll @IntRange(min = -20, max = 20) int longer) {
    byte[] whole = folded(history).toBytes();
    byte[] flipped = whole.clone();
    flipped[place % whole.length] ^= (byte) flip;

    isRefusedOrCanonical(flipped);
    isRefusedOrCanonical(Arrays.copyOf(whole, Math.max(0, whole.length + longer)));
    isRefusedOrCanonical(Arrays.copyOfRange(whole, place % whole.length, whole.length));
  }

  @Property
  void anyBytesAreRefusedOrSayWhatTheySay(@ForAll byte[] bytes) {
    isRefusedOrCanonical(bytes);
  }

  private static void isRefusedOrCanonical(byte[] bytes) {
    try {
      assertThat(PackedAccount.from(bytes).toBytes()).isEqualTo(bytes);
    } catch (MalformedInputException refused) {
      assertThat(refused.path()).matches("byte \\d+");
      assertThat(refused).hasMessageStartingWith("packed account must ");
    }
  }

  private static PackedAccount folded(History history) {
    PackedLedger ledger = PackedLedger.of(history.policy());
    Packed packed = Packed.by(ledger);
    PackedAccount account = PackedAccount.open();
    Instant at = START;
    for (Step step : history.steps()) {
      at = at.plus(Duration.ofHours(step.hours()));
      int day = ledger.day(at);
      packed.apply(account, step.kind(), day, lastDay(step, day), step.points());
    }
    return account;
  }

  /** A refusal as a batch reports it. */
  private record Refused(long command, int account, RefusalCode code) {}

  @Property(tries = 50)
  void aBatchDoesWhatAPlainFoldDoes(
      @ForAll("policies") LedgerPolicy policy,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10_000) int accounts,
      @ForAll @IntRange(min = 1, max = 300) int mostWaiting) {
    PackedLedger ledger = PackedLedger.of(policy);
    PackedAccount[] plain = opened(accounts);
    PackedAccount[] batched = opened(accounts);
    List<Refused> expected = new ArrayList<>();
    List<Refused> found = new ArrayList<>();
    PackedBatch batch = new PackedBatch(
        ledger,
        batched,
        (command, account, code) -> found.add(new Refused(command, account, code)),
        mostWaiting);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      // Few accounts have most of the commands, so that their order matters.
      int account = random.nextInt(1 + random.nextInt(accounts));
      int day = 20_000 + i / 20 + random.nextInt(5);
      long points = random.nextInt(100);
      Kind kind = Kind.values()[random.nextInt(4)];
      int lastDay = day + random.nextInt(60);
      take(batch, kind, account, day, lastDay, points);
      Optional<RefusalCode> refusal =
          Packed.by(ledger).apply(plain[account], kind, day, lastDay, points);
      if (refusal.isPresent()) {
        expected.add(new Refused(i, account, refusal.get()));
      }
    }
    batch.finish();

    found.sort(Comparator.comparing(Refused::command));
    assertThat(found).isEqualTo(expected);
    for (int i = 0; i < accounts; i++) {
      assertThat(batched[i].toBytes()).isEqualTo(plain[i].toBytes());
    }
  }

  private static void take(
      PackedBatch batch, Kind kind, int account, int day, int lastDay, long points) {
    switch (kind) {
      case ACCRUE -> batch.accrue(account, day, lastDay, points);
      case REDEEM -> batch.redeem(account, day, points);
      case ADJUST_DOWN -> batch.adjustDown(account, day, points);
      case EXPIRE -> batch.expire(account, day);
    }
  }

  private static PackedAccount[] opened(int accounts) {
    return IntStream.range(0, accounts)
        .mapToObj(i -> PackedAccount.open())
        .toArray(PackedAccount[]::new);
  }

  @Provide
  Arbitrary<History> histories() {
    return Combinators.combine(policies(), steps().list().ofMaxSize(60)).as(History::new);
  }

  @Provide
  Arbitrary<LedgerPolicy> policies() {
    Arbitrary<ProgramCalendar> calendars = Arbitraries.of(
            "Z", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "America/Sao_Paulo")
        .map(ZoneId::of)
        .map(ProgramCalendar::of);
    Arbitrary<Remainder> remainders = Arbitraries.of(
        Remainder.debt(1),
        Remainder.debt(500),
        Remainder.debt(Long.MAX_VALUE),
        Remainder.writeOff(),
        Remainder.reduceCashRefund(),
        Remainder.reject());
    Arbitrary<Long> limits = Arbitraries.of(300L, 5_000L, PackedAccount.MOST_POINTS);
    return Combinators.combine(calendars, remainders, limits)
        .as((calendar, remainder, limit) -> LedgerPolicy.builder()
            .calendar(calendar)
            .remainder(remainder)
            .accountLimit(limit)
            .build());
  }

  private static Arbitrary<Step> steps() {
    // Mostly forwards by less than a day, now and then back or far ahead.
    Arbitrary<Integer> hours = Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.integers().between(0, 20)),
        Tuple.of(2, Arbitraries.integers().between(-100, -1)),
        Tuple.of(2, Arbitraries.integers().between(21, 2_000)));
    Arbitrary<Integer> validities = Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.integers().between(0, 40)),
        Tuple.of(1, Arbitraries.just(FOR_EVER)));
    Arbitrary<Long> points = Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.longs().between(0, 200)),
        Tuple.of(1, Arbitraries.longs().between(0, PackedAccount.MOST_POINTS)),
        Tuple.of(1, Arbitraries.longs().between(0, Long.MAX_VALUE)));
    Arbitrary<Kind> kinds = Arbitraries.frequency(
        Tuple.of(6, Kind.ACCRUE),
        Tuple.of(3, Kind.REDEEM),
        Tuple.of(1, Kind.ADJUST_DOWN),
        Tuple.of(1, Kind.EXPIRE));
    return Combinators.combine(kinds, hours, validities, points).as(Step::new);
  }
}

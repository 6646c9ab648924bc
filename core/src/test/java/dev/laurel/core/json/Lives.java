package dev.laurel.core.json;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.AccrualText;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.ledger.Decision;
import dev.laurel.core.ledger.HashChain;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.testkit.EarningGenerator;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** The same lives on every machine, and digests of what comes of them. */
final class Lives {
  static final int COUNT = 20;
  static final PointsAccount NEW =
      PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);

  private final Ledger ledger = ledger();
  private final List<Life> lives = new ArrayList<>();

  /** How entries are told in a digest: the sound way, and what broken twins add to it. */
  enum Hand {
    SOUND(entries -> ""),
    /** Names in the letters of the machine. */
    LETTERS(entries ->
        told(entries, entry -> entry.getClass().getSimpleName().toUpperCase(Locale.getDefault()))),
    /** Numbers in the digits of the machine. */
    DIGITS(entries ->
        told(entries, entry -> String.format(Locale.getDefault(), "%d", entry.sequence()))),
    /** Times by the clock on the wall of the machine. */
    CLOCK(entries ->
        told(entries, entry -> LocalDateTime.ofInstant(entry.at(), ZoneId.systemDefault()))),
    /** Entries in the order in which a set of identities hands them out. */
    IDENTITY(entries -> told(
        ImmutableList.sortedCopyOf(Comparator.comparing(System::identityHashCode), entries),
        LedgerEntry::sequence));

    private final Function<List<LedgerEntry>, String> twin;

    Hand(Function<List<LedgerEntry>, String> twin) {
      this.twin = twin;
    }

    private static String told(List<LedgerEntry> entries, Function<LedgerEntry, Object> word) {
      return entries.stream().map(word).toList().toString();
    }
  }

  /** What is decided in a life, and by what. */
  private record Life(
      List<LedgerCommand> commands, RuleBook book, EarningContext context, List<Activity> events) {}

  Lives() {
    for (long seed = 0; seed < COUNT; seed++) {
      EarningGenerator generator = new EarningGenerator(seed, 10);
      lives.add(
          new Life(commands(seed, 40), generator.book(), generator.context(), generator.events()));
    }
  }

  static Ledger ledger() {
    LedgerPolicy.Builder policy = LedgerPolicy.builder();
    policy
        .calendar(LedgerHistories.CALENDAR)
        .inactivity(LedgerPolicies.INACTIVITY)
        .remainder(Remainder.debt(500));
    return Ledger.of(policy.build());
  }

  /** Commands that a seed stands for. */
  static List<LedgerCommand> commands(long seed, int count) {
    Random random = new Random(seed);
    LedgerHistories.Kind[] kinds = LedgerHistories.Kind.values();
    List<LedgerHistories.Move> moves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Earning, then spending or taking back, then anything but what ends an account, but at last.
      LedgerHistories.Kind kind = switch (i % 3) {
        case 0 -> LedgerHistories.Kind.ACCRUE;
        case 1 -> kinds[1 + i / 3 % 6];
        default -> i < count - 3 ? kinds[i / 3 % 18] : kinds[18 + random.nextInt(2)];
      };
      moves.add(move(i == count - 1 ? LedgerHistories.Kind.CLOSE : kind, random));
    }
    return LedgerHistories.commands(moves);
  }

  private static LedgerHistories.Move move(LedgerHistories.Kind kind, Random random) {
    return new LedgerHistories.Move(
        kind,
        random.nextInt(random.nextInt(8) == 0 ? 11 : 7),
        random.nextInt(121),
        random.nextInt(31),
        kind == LedgerHistories.Kind.CLOSE ? 0 : random.nextInt(12),
        random.nextInt(10) == 9);
  }

  /** The entries of the commands that were accepted. */
  static List<LedgerEntry> entries(Ledger ledger, List<LedgerCommand> commands) {
    ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
    PointsAccount account = NEW;
    for (LedgerCommand command : commands) {
      Decision decision = ledger.decide(account, command);
      if (decision.isAccepted()) {
        entries.addAll(decision.accepted().orElseThrow().entries());
        account = decision.account();
      }
    }
    return entries.build();
  }

  /** A digest of all lives. */
  String digest(Hand hand) {
    StringBuilder all = new StringBuilder();
    for (int life = 0; life < COUNT; life++) {
      all.append(digest(life, hand));
    }
    return sha256(all.toString());
  }

  /** A digest of the chain, the documents and the explanations of one life. */
  String digest(int number, Hand hand) {
    Life life = lives.get(number);
    StringBuilder all = new StringBuilder();
    List<LedgerEntry> entries = entries(ledger, life.commands);
    all.append(HashChain.of(entries).head()).append(hand.twin.apply(entries)).append('\n');
    all.append(LaurelJson.standard().write(ledger.evolve(NEW, entries))).append('\n');
    all.append(LaurelJson.standard().write(life.book)).append('\n');
    for (Activity event : life.events) {
      all.append(
          AccrualText.markdown(Earning.evaluate(life.book, event, life.context).orThrow()));
    }
    return sha256(all.toString());
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Prints the digest, and that of a twin, on a machine of another locale and zone. */
  public static void main(String[] args) {
    Lives lives = new Lives();
    System.out.println(lives.digest(Hand.SOUND));
    System.out.println(lives.digest(Hand.valueOf(args[0])));
  }
}

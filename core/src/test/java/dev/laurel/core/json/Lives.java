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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The same lives on every machine, and one digest of all that comes of them. */
final class Lives {
  static final PointsAccount NEW =
      PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);

  private Lives() {}

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
  static List<LedgerEntry> entries(List<LedgerCommand> commands) {
    Ledger ledger = ledger();
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

  /** A digest of chains, documents and explanations. */
  static String digest() {
    StringBuilder all = new StringBuilder();
    for (long seed = 0; seed < 20; seed++) {
      List<LedgerEntry> entries = entries(commands(seed, 40));
      all.append(HashChain.of(entries).head()).append('\n');
      all.append(LaurelJson.standard().write(ledger().evolve(NEW, entries))).append('\n');
      EarningGenerator generator = new EarningGenerator(seed, 10);
      RuleBook book = generator.book();
      all.append(LaurelJson.standard().write(book)).append('\n');
      EarningContext context = generator.context();
      for (Activity event : generator.events()) {
        all.append(AccrualText.markdown(Earning.evaluate(book, event, context).orThrow()));
      }
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

  /** Prints the digest, for a machine of another locale and zone. */
  public static void main(String[] args) {
    System.out.println(digest());
  }
}

package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.earning.EarningHistory;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.HistoryEntry;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotSelection;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.testkit.AnyValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** I1: what is written is read as the same value, and equal values are the same bytes. */
class JsonRoundTripLaws {
  private static final LaurelJson JSON = LaurelJson.standard();

  /** All types that stand alone, the cases of families one by one. */
  static List<Class<?>> types() {
    return AnyValue.casesOf(Documents.CORE.types());
  }

  static Object any(Class<?> type, long seed) {
    AnyValue any = new AnyValue(seed);
    if (type == PointsAccount.class) {
      return SomeAccounts.of(seed).get(SomeAccounts.of(seed).size() - 1).account();
    } else if (type == EarningHistory.class) {
      // One entry, since two of one name may be too large together.
      HistoryEntry entry = any.of(HistoryEntry.class);
      return EarningHistory.of(List.of(entry));
    }
    return any.of(type);
  }

  @Property(tries = 30)
  void everyDocumentIsReadAsItWasWritten(@ForAll long seed) {
    for (Class<?> type : types()) {
      Object value = any(type, seed);
      assertReadAsWritten(value, JSON::write);
      // Equal values, one of which came from text.
      assertSameBytes(value, JSON.read(JSON.write(value), root(type)), JSON::write);
    }
  }

  @Property(tries = 30)
  void bytesAndTextSayTheSame(@ForAll long seed) {
    Object value = any(types().get((int) Math.floorMod(seed, (long) types().size())), seed);
    assertThat(JSON.writeBytes(value))
        .isEqualTo(JSON.write(value).getBytes(StandardCharsets.UTF_8));
    assertThat((Object) JSON.read(JSON.writeBytes(value), root(value))).isEqualTo(value);
  }

  /** The twin leaves out the first field that may be missing. */
  @Example
  void theLawCatchesACodecThatDropsAnOptional() {
    Engagement engagement = new AnyValue(3).of(Engagement.class);
    Function<Object, String> twin = value -> without(JSON.write(value), "quantity");
    Engagement often = withQuantity(engagement, 7);

    assertReadAsWritten(often, JSON::write);
    assertThatThrownBy(() -> assertReadAsWritten(often, twin)).isInstanceOf(AssertionError.class);
  }

  @Property(tries = 30)
  void theOrderInWhichSetsWereFilledDoesNotShow(@ForAll long seed) {
    List<LotId> lots =
        Stream.of("a", "b", "c", "\uD83D\uDE97", "Z").map(LotId::of).toList();
    java.util.Random random = new java.util.Random(seed);
    List<LotId> shuffled = new ArrayList<>(lots);
    java.util.Collections.shuffle(shuffled, random);

    assertSameBytes(activate(lots), activate(shuffled), JSON::write);
  }

  /** The twin writes sets in the order in which they hand out their items. */
  @Example
  void theLawCatchesSetsInOrderOfInsertion() {
    List<LotId> lots = List.of(LotId.of("a"), LotId.of("b"));
    Function<Object, String> twin = value ->
        JSON.write(value) + ((LotSelection.Named) ((LedgerCommand.Activate) value).lots()).lots();

    assertThatThrownBy(() -> assertSameBytes(activate(lots), activate(Lists.reverse(lots)), twin))
        .isInstanceOf(AssertionError.class);
  }

  @Property(tries = 30)
  void theOrderInWhichRulesWereGivenDoesNotShow(@ForAll long seed) {
    EarningRule one = new AnyValue(seed).of(EarningRule.class);
    EarningRule two = new AnyValue(seed + 1).of(EarningRule.class);
    if (one.id().equals(two.id()) || !canBeTogether(one, two)) {
      return;
    }
    assertSameBytes(RuleBook.of(one, two), RuleBook.of(two, one), JSON::write);
  }

  private static boolean canBeTogether(EarningRule... rules) {
    try {
      return RuleBook.of(rules) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A19: the snapshot after k commands, written and read, goes on as the account itself. */
  @Property(tries = 30)
  void anAccountGoesOnFromItsDocument(@ForAll long seed) {
    List<SomeAccounts.Step> steps = SomeAccounts.of(seed);
    PointsAccount last = steps.get(steps.size() - 1).account();
    for (int k = 0; k < steps.size(); k += 5) {
      PointsAccount account = JSON.read(JSON.write(steps.get(k).account()), PointsAccount.class);
      for (SomeAccounts.Step step : steps.subList(k + 1, steps.size())) {
        account = SomeAccounts.LEDGER.evolve(account, step.entries());
      }
      assertThat(account).isEqualTo(last);
    }
  }

  private static void assertReadAsWritten(Object value, Function<Object, String> writer) {
    String text = writer.apply(value);
    assertThat((Object) JSON.read(text, root(value))).as(text).isEqualTo(value);
  }

  private static void assertSameBytes(Object one, Object two, Function<Object, String> writer) {
    assertThat(one).isEqualTo(two);
    assertThat(writer.apply(one)).isEqualTo(writer.apply(two));
  }

  static Class<?> root(Object value) {
    return root(value.getClass());
  }

  static Class<?> root(Class<?> type) {
    return AnyValue.rootOf(type, Documents.CORE.types());
  }

  static String without(String json, String field) {
    Map<String, Node> fields = new LinkedHashMap<>(((Node.Obj) NodeReader.parse(json)).fields());
    fields.remove(field);
    return NodeWriter.text(new Node.Obj(fields));
  }

  private static Engagement withQuantity(Engagement engagement, long quantity) {
    Map<String, Node> fields =
        new LinkedHashMap<>(((Node.Obj) NodeReader.parse(JSON.write(engagement))).fields());
    fields.put("quantity", new Node.Num(Long.toString(quantity)));
    return JSON.read(NodeWriter.text(new Node.Obj(fields)), Engagement.class);
  }

  private static LedgerCommand activate(List<LotId> lots) {
    return new LedgerCommand.Activate(
        CommandStamp.of(
            CommandId.of("c-1"), MemberId.of("m-1"), Instant.parse("2026-03-01T00:00:00Z")),
        new LotSelection.Named(ImmutableSet.copyOf(lots)));
  }
}

package dev.laurel.core.json;

import com.google.common.base.Splitter;
import com.google.common.collect.Sets;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.draw.PrizeDraw;
import dev.laurel.core.earning.Basis;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.earning.RuleGroup;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.offer.Offer;
import dev.laurel.core.offer.OfferPolicy;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.reward.Benefit;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The types that builders make, and the order of their fields.
 *
 * <p>The order must name every attribute: one that is missing here fails when the codecs are made.
 */
final class Attributed {
  static final Map<Class<?>, String> ORDER = Map.ofEntries(
      Map.entry(
          Purchase.class,
          "id member occurredAt recordedAt channel partner location sourceKey attributes currency"
              + " lines shipping tenders statedTotal"),
      Map.entry(Line.class, "sku category quantity unitPrice discount tax"),
      Map.entry(
          Engagement.class,
          "id member kind occurredAt recordedAt channel partner location sourceKey attributes"
              + " quantity subject referred"),
      Map.entry(
          Return.class,
          "id member occurredAt recordedAt channel partner location sourceKey attributes purchase"
              + " part"),
      Map.entry(RuleBook.class, "rules groups caps combinations segments"),
      Map.entry(
          EarningRule.class,
          "id description priority points formula phase rounding when lines active basis limit"
              + " expiry activation stopAfter of"),
      Map.entry(
          Basis.class,
          "isBeforeDiscount isWithTax isWithShipping isWithPointsPaid isWithGiftCard"
              + " excludedCategories"),
      Map.entry(RuleGroup.class, "id mode priority rules groups"),
      Map.entry(Cap.class, "id limit scope rules"),
      Map.entry(MemberFacts.class, "attributes segments enrolledOn status"),
      Map.entry(
          Program.class,
          "id version calendar pointTerms rules lateActivities paidWithPoints returnWindow"),
      Map.entry(
          PointTerms.class,
          "type expiry activation burnOrder reversalSource remainder restoredExpiry transferExpiry"
              + " accountLimit futureSkew closedBefore"),
      Map.entry(
          LedgerPolicy.class,
          "calendar burnOrder reversalSource remainder restoredExpiry transferExpiry lateCommands"
              + " inactivity accountLimit futureSkew longestHold closedBefore batchLimit"),
      Map.entry(
          PrizeDraw.class,
          "id name entries prizes alternates ticketsPerMember eligibility seedCommitment"),
      Map.entry(Benefit.class, "id name reward availability eligibility active stock"),
      Map.entry(
          ServiceTerms.class,
          "service name isBoundToThing trial term extension extensionFee onHandOver"),
      Map.entry(Offer.class, "id name reward eligibility active basePoints criteria"),
      Map.entry(OfferPolicy.class, "most leastPoints restAfterShown isOverOnceTaken limit"));

  private Attributed() {}

  static ObjectCodec codec(Class<?> type, String order, Codecs codecs) {
    Method builder = method(type, "builder");
    Method build = method(builder.getReturnType(), "build");
    return new ObjectCodec(
        type, () -> fields(type, order, builder.getReturnType(), codecs), (fields, parts) -> {
          Object made = builder.invoke(null);
          for (int i = 0; i < parts.length; i++) {
            Object argument = fields.get(i).argument(parts[i]);
            Method setter = fields.get(i).setter();
            if (argument != null && setter != null) {
              Object unused = setter.invoke(made, argument);
            }
          }
          return build.invoke(made);
        });
  }

  private static List<Field> fields(Class<?> type, String order, Class<?> builder, Codecs codecs) {
    Map<String, Method> setters = setters(type, builder);
    List<String> names = Splitter.on(' ').splitToList(order);
    Set<String> named = new HashSet<>(names);
    if (!named.equals(setters.keySet())) {
      throw new IllegalStateException(
          "order of " + type + " must name all attributes and no others: "
              + Sets.symmetricDifference(named, setters.keySet()));
    }
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      Method getter = method(type, name);
      Field.Presence presence = Modifier.isAbstract(getter.getModifiers())
          ? Field.Presence.REQUIRED
          : Field.Presence.DEFAULTED;
      fields.add(codecs.field(name, getter, presence, setters.get(name)));
    }
    return fields;
  }

  /** For each attribute the builder's method that takes what the accessor gives. */
  private static Map<String, Method> setters(Class<?> type, Class<?> builder) {
    Map<String, Method> setters = new TreeMap<>();
    for (Method getter : type.getMethods()) {
      if (getter.getParameterCount() == 0 && !Modifier.isStatic(getter.getModifiers())) {
        Method setter = setter(getter, builder);
        if (setter != null) {
          setters.put(getter.getName(), setter);
        }
      }
    }
    return setters;
  }

  private static @Nullable Method setter(Method getter, Class<?> builder) {
    String name = getter.getName();
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Set<String> names = Set.of(name, "addAll" + capital, "putAll" + capital);
    for (Method method : builder.getMethods()) {
      if (names.contains(method.getName())
          && method.getParameterCount() == 1
          && method.getParameterTypes()[0].isAssignableFrom(getter.getReturnType())
          && !method.isBridge()
          && method.getDeclaringClass() != Object.class) {
        return method;
      }
    }
    return null;
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("type must have a public method: " + type + ' ' + name, e);
    }
  }
}

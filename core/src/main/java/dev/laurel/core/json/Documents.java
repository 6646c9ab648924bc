package dev.laurel.core.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.draw.DrawRecord;
import dev.laurel.core.draw.PrizeAwards;
import dev.laurel.core.draw.PrizeDraw;
import dev.laurel.core.draw.Ticket;
import dev.laurel.core.earning.Budgets;
import dev.laurel.core.earning.EarningHistory;
import dev.laurel.core.earning.HistoryEntry;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Referrals;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.entitlement.Entitlement;
import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.HashChain;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.money.MoneyGate;
import dev.laurel.core.offer.Offer;
import dev.laurel.core.offer.OfferHistory;
import dev.laurel.core.offer.OfferPolicy;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Choice;
import dev.laurel.core.reward.Claim;
import dev.laurel.core.reward.Claims;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.core.reward.Stock;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents: objects with a schema version and, where they speak of points, a table of point
 * types to which the rest refers by code.
 */
final class Documents {
  static final Documents CORE = new Documents(ImmutableList.of());
  static final String VERSION = "schemaVersion";
  static final String TYPES = "pointTypes";

  private static final String THIS_VERSION = "1";

  private final ImmutableList<JsonTypes> modules;
  private final Codecs codecs;
  private final Map<Class<?>, RootCodec> roots = new LinkedHashMap<>();
  private final ObjectCodec pointType;

  /** The documents of core and of these modules. */
  Documents(List<JsonTypes> modules) {
    this.modules = ImmutableList.copyOf(modules);
    codecs = new Codecs(modules);
    Codec<Instant> instant = Scalars.instant();
    codecs.enter(Span.class, new SpanCodec(instant));
    pointType = codecs.pointType();
    codecs.enter(
        Budgets.class,
        mapped(
            Budgets.class,
            budgets -> new BudgetsForm(budgets.entries()),
            BudgetsForm.class,
            form -> Budgets.of(form.entries())));
    codecs.enter(
        Referrals.class,
        mapped(
            Referrals.class,
            referrals -> new ReferralsForm(referrals.links()),
            ReferralsForm.class,
            form -> Referrals.of(form.links())));
    enter(Program.class);
    enter(ProgramVersions.class);
    enter(Submission.class);
    enter(Shared.class);
    enter(Activity.class);
    enter(RuleBook.class);
    enter(MemberFacts.class);
    enter(
        EarningHistory.class,
        mapped(
            EarningHistory.class,
            history -> new HistoryForm(history.entries()),
            HistoryForm.class,
            form -> EarningHistory.of(form.entries())));
    enter(LedgerPolicy.class);
    enter(LedgerCommand.class);
    enter(LedgerEntry.class);
    enter(HashChain.Link.class);
    enter(
        PointsAccount.class,
        mapped(
            PointsAccount.class,
            PointsAccount::snapshot,
            PointsAccount.Snapshot.class,
            PointsAccount::from));
    enterRewards();
    for (JsonTypes module : modules) {
      module.forms().forEach(form -> form.enter(codecs));
      module.documents().forEach(this::enter);
    }
    codecs.complete();
    pointType.fields();
  }

  /** The same documents and those of another module. */
  Documents with(JsonTypes module) {
    return new Documents(
        ImmutableList.<JsonTypes>builder().addAll(modules).add(module).build());
  }

  private void enterRewards() {
    // Also a part of a loyalty program.
    codecs.enter(
        RewardCatalog.class,
        mapped(
            RewardCatalog.class,
            catalog -> new CatalogForm(
                ImmutableList.copyOf(catalog.benefits()), ImmutableList.copyOf(catalog.choices())),
            CatalogForm.class,
            form -> RewardCatalog.of(form.benefits(), form.choices())));
    enter(RewardCatalog.class);
    enter(
        Stock.class,
        mapped(
            Stock.class,
            stock -> new StockForm(stock.taken()),
            StockForm.class,
            form -> Stock.of(form.taken())));
    enter(
        Claims.class,
        mapped(
            Claims.class,
            claims -> new ClaimsForm(claims.member(), claims.claims(), claims.choices()),
            ClaimsForm.class,
            form -> Claims.of(form.member(), form.claims(), form.choices())));
    enter(RewardCommand.class);
    enter(ServiceTerms.class);
    enter(Entitlement.class);
    enter(EntitlementCommand.class);
    enter(Offer.class);
    enter(OfferPolicy.class);
    enter(OfferHistory.class);
    enter(PrizeDraw.class);
    enter(Ticket.class);
    enter(DrawRecord.class);
    enter(PrizeAwards.class);
  }

  private void enter(Class<?> type) {
    if (!((Codec<?>) codecs.of(type) instanceof RootCodec root)) {
      throw new IllegalStateException("document must be an object: " + type);
    }
    enter(type, root);
  }

  private void enter(Class<?> type, RootCodec codec) {
    roots.put(type, codec);
  }

  /** A type that is written as a record of its parts. */
  private <T, S> RootCodec mapped(
      Class<T> type, Function<T, S> to, Class<S> parts, Function<S, T> from) {
    return new MappedCodec<>(type, (RootCodec) codecs.of(parts), to, from);
  }

  /** The benefits and choices of a catalogue. */
  record CatalogForm(ImmutableList<Benefit> benefits, ImmutableList<Choice> choices) {
    /** These benefits and choices. */
    public CatalogForm {}
  }

  /** How many of each benefit were taken. */
  record StockForm(ImmutableSortedMap<BenefitId, Long> taken) {
    /** These counts. */
    public StockForm {}
  }

  /** What a member has claimed and may choose. */
  record ClaimsForm(
      MemberId member, ImmutableList<Claim> claims, ImmutableList<Claims.Opened> choices) {
    /** These claims and choices. */
    public ClaimsForm {}
  }

  /** What an earning history is made of. */
  record HistoryForm(ImmutableList<HistoryEntry> entries) {
    /** These entries. */
    public HistoryForm {}
  }

  /** What is used of a program's budgets. */
  record BudgetsForm(ImmutableList<HistoryEntry.CapUsed> entries) {
    /** These entries. */
    public BudgetsForm {}
  }

  /** Who was brought in by whom. */
  record ReferralsForm(ImmutableSortedMap<MemberId, MemberId> links) {
    /** These links. */
    public ReferralsForm {}
  }

  Set<Class<?>> types() {
    return roots.keySet();
  }

  /** The types of the cases of a document that is a family. */
  List<Class<?>> casesOf(Class<?> type) {
    List<Class<?>> cases = new ArrayList<>();
    if (roots.get(type) instanceof FamilyCodec family) {
      family.cases().values().forEach(each -> cases.add(each.type()));
    }
    return cases;
  }

  Codecs codecs() {
    return codecs;
  }

  /** The type of document in which values of this type stand alone. */
  private RootCodec root(Class<?> type) {
    for (Map.Entry<Class<?>, RootCodec> root : roots.entrySet()) {
      if (root.getKey().isAssignableFrom(type)) {
        return root.getValue();
      }
    }
    throw new InvalidValueException(
        FailureCode.TYPE_NOT_ALLOWED, "", "type must be one of a document: " + type.getName());
  }

  Node.Obj write(Object value, MoneyGate gate) {
    Tables tables = new Tables(gate);
    Place at = Place.root(tables);
    RootCodec root = root(value.getClass());
    Node.Obj body = (Node.Obj) root.write(value, at);
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put(VERSION, new Node.Num(THIS_VERSION));
    if (!tables.types().isEmpty()) {
      List<Node> types = new ArrayList<>();
      for (PointType type : tables.types()) {
        types.add(pointType.write(type, at.field(TYPES).item(types.size())));
      }
      fields.put(TYPES, new Node.Arr(types));
    }
    fields.putAll(body.fields());
    return new Node.Obj(fields);
  }

  <T> T read(Node node, Class<T> type, MoneyGate gate) {
    RootCodec root = root(type);
    Tables tables = new Tables(gate);
    Place at = Place.root(tables);
    if (!(node instanceof Node.Obj document)) {
      throw at.wrongType("an object", node);
    }
    checkVersion(document.fields().get(VERSION), at.field(VERSION));
    enterTypes(document.fields().get(TYPES), at.field(TYPES));
    Object value = root.read(document, at, Set.of(VERSION, TYPES));
    if (!type.isInstance(value)) {
      throw at.field(FamilyCodec.TYPE)
          .malformed(FailureCode.JSON_UNKNOWN_TYPE, "be that of a " + type.getSimpleName());
    }
    return type.cast(value);
  }

  private static void checkVersion(@Nullable Node node, Place at) {
    if (node == null) {
      throw at.malformed(FailureCode.REQUIRED, "be given: this release reads " + THIS_VERSION);
    } else if (!node.equals(new Node.Num(THIS_VERSION))) {
      String found = node instanceof Node.Num number ? Excerpt.of(number.literal()) : node.kind();
      throw at.malformed(FailureCode.SCHEMA_UNSUPPORTED, "be " + THIS_VERSION + ": " + found);
    }
  }

  private void enterTypes(@Nullable Node node, Place at) {
    if (node instanceof Node.Arr array) {
      for (int i = 0; i < array.items().size(); i++) {
        Place place = at.item(i);
        place.tables().enter((PointType) pointType.read(array.items().get(i), place), place);
      }
    } else if (node != null) {
      throw at.wrongType("an array", node);
    }
  }

  /** The JSON Schema of all documents. */
  Node.Obj schema() {
    return schema("core", new Schemas(), types());
  }

  /** The JSON Schema of a module's documents, which refers to that of core. */
  Node.Obj schemaOf(JsonTypes module) {
    Schemas core = new Schemas();
    Node.Obj unused = CORE.schema("core", core, CORE.types());
    Schemas own = new Schemas(urn("core"), core.definitions().keySet());
    return schema(module.module(), own, module.documents());
  }

  private Node.Obj schema(String module, Schemas schemas, Iterable<Class<?>> of) {
    Node.Obj types =
        Schemas.obj("type", new Node.Text("array"), "items", pointType.schema(schemas));
    Map<String, Node> required =
        new TreeMap<>(Map.of(VERSION, Schemas.obj("const", new Node.Num(THIS_VERSION))));
    List<Node> documents = new ArrayList<>();
    for (Class<?> type : of) {
      RootCodec root = requireNonNull(roots.get(type), "root");
      documents.add(schemas.refer(
          "document-" + Names.of(type),
          () -> root.closedSchema(schemas, required, Map.of(TYPES, types))));
    }
    return Schemas.obj(
        "$schema",
        new Node.Text("https://json-schema.org/draft/2020-12/schema"),
        "$id",
        new Node.Text(urn(module)),
        "title",
        new Node.Text("Laurel " + module + " documents, schema version " + THIS_VERSION),
        "anyOf",
        new Node.Arr(documents),
        "$defs",
        new Node.Obj(schemas.definitions()));
  }

  private static String urn(String module) {
    return "urn:dev.laurel:" + module + ":" + THIS_VERSION;
  }
}

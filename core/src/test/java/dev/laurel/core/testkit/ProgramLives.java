package dev.laurel.core.testkit;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Lives of one member: purchases with lines, tax, discount, shipping and tenders, engagements, and
 * returns of some of them, in order of time.
 *
 * @param currency the one currency of the purchases
 * @param categories the categories of lines
 * @param channels the channels of activities
 * @param kinds the kinds of engagements
 */
public record ProgramLives(
    String currency, List<Category> categories, List<Channel> channels, List<ActivityKind> kinds) {
  /** The instant at which every life begins. */
  public static final Instant START = Instant.parse("2025-01-10T08:00:00Z");

  /** Lives in euro with some usual categories and channels. */
  public static ProgramLives usual() {
    return new ProgramLives(
        "EUR",
        List.of(Category.of("service"), Category.of("parts"), Category.of("coffee")),
        List.of(Channel.of("app"), Channel.of("store")),
        List.of(ActivityKind.TEST_DRIVE, ActivityKind.REVIEW, ActivityKind.VEHICLE_EVENT));
  }

  /** What happens at one point of a life, before it has a name and a time. */
  private record Happening(
      Optional<List<Line>> lines, int kind, int channel, long gapMinutes, int back, int percent) {}

  /**
   * Lives of at most so many activities.
   *
   * <p>Each happening is drawn from a number of its own, so that a life shrinks by losing
   * happenings.
   */
  public Arbitrary<List<Activity>> lives(int longest) {
    return Arbitraries.longs().list().ofMaxSize(longest).map(this::life);
  }

  /** Purchases that pay something, of the member of all lives. */
  public Arbitrary<Purchase> purchases(String id, Instant at) {
    return Arbitraries.longs()
        .map(seed -> purchase(id, at, seed))
        .filter(purchase -> purchase.total().minor() >= 10);
  }

  /** The life in which each happening is drawn from one of these numbers. */
  public List<Activity> life(List<Long> seeds) {
    return lived(seeds.stream().map(seed -> happening(new Random(seed))).toList());
  }

  /** The purchase that is drawn from this number. */
  public Purchase purchase(String id, Instant at, long seed) {
    return purchase(id, at, lines(new Random(seed), 4), 0);
  }

  private Happening happening(Random random) {
    return new Happening(
        random.nextInt(10) < 7 ? Optional.of(lines(random, 3)) : Optional.empty(),
        random.nextInt(kinds.size()),
        random.nextInt(channels.size()),
        random.nextInt(200_000),
        random.nextInt(4),
        1 + random.nextInt(100));
  }

  private List<Line> lines(Random random, int most) {
    List<Line> lines = new ArrayList<>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      lines.add(line(random));
    }
    return lines;
  }

  private Line line(Random random) {
    long price = random.nextInt(3) == 0 ? 1 + random.nextInt(99) : 1 + random.nextInt(30_000);
    int quantity = 1 + random.nextInt(4);
    int category = random.nextInt(categories.size() + 1);
    Line.Builder line = Line.builder();
    line.sku(Sku.of("sku"))
        .quantity(quantity)
        .unitPrice(ExactMoney.ofMinor(currency, price))
        .discount(ExactMoney.ofMinor(currency, price * quantity * random.nextInt(60) / 100))
        .tax(ExactMoney.ofMinor(currency, price * quantity * random.nextInt(25) / 100));
    if (category < categories.size()) {
      line.category(categories.get(category));
    }
    return line.build();
  }

  private List<Activity> lived(List<Happening> happenings) {
    List<Activity> life = new ArrayList<>();
    List<Purchase> bought = new ArrayList<>();
    Instant now = START;
    for (int i = 0; i < happenings.size(); i++) {
      Happening happening = happenings.get(i);
      now = now.plus(Duration.ofMinutes(happening.gapMinutes()));
      if (happening.lines().isPresent()) {
        Purchase purchase = purchase("r-" + i, now, happening.lines().get(), happening.channel());
        bought.add(purchase);
        life.add(purchase);
      } else {
        life.add(engagement("e-" + i, now, happening));
      }
      if (happening.back() == 0 && !bought.isEmpty()) {
        Purchase purchase = bought.get(happening.percent() % bought.size());
        life.add(back("b-" + i, now.plusSeconds(60), purchase, happening.percent()));
      }
    }
    return ImmutableList.copyOf(life);
  }

  private Purchase purchase(String id, Instant at, List<Line> lines, int channel) {
    Purchase.Builder purchase = Purchase.builder();
    purchase
        .id(ActivityId.of(id))
        .member(member())
        .occurredAt(at)
        .channel(channels.get(channel))
        .addAllLines(lines);
    if (lines.size() > 1) {
      long total = lines.stream().mapToLong(line -> line.total().minor()).sum();
      purchase
          .addTender(new Tender(Tender.Kind.POINTS, ExactMoney.ofMinor(currency, total / 4)))
          .addTender(new Tender(Tender.Kind.CARD, ExactMoney.ofMinor(currency, total - total / 4)));
    }
    return purchase.build();
  }

  private Engagement engagement(String id, Instant at, Happening happening) {
    return Engagement.builder()
        .id(ActivityId.of(id))
        .member(member())
        .kind(kinds.get(happening.kind()))
        .channel(channels.get(happening.channel()))
        .quantity(happening.percent())
        .occurredAt(at)
        .build();
  }

  private Return back(String id, Instant at, Purchase purchase, int percent) {
    long minor = purchase.total().minor() * percent / 100;
    Return.Part part = minor == 0 || percent > 80
        ? Return.all()
        : new Return.Amount(ExactMoney.ofMinor(currency, minor));
    return Return.builder()
        .id(ActivityId.of(id))
        .member(member())
        .occurredAt(at)
        .purchase(purchase.id())
        .part(part)
        .build();
  }

  /** The member whose lives these are. */
  public static MemberId member() {
    return Programs.ANN;
  }
}

package dev.laurel.examples.programs;

import dev.laurel.examples.programs.DealerRow.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** One member's years with the dealer: looking, buying, driving, servicing, spending points. */
final class DealerMember {
  // January to December: registrations peak in spring and at the year's end.
  private static final int[] CAR_SEASON = {6, 7, 12, 9, 9, 11, 7, 5, 10, 8, 8, 8};

  private final Dice dice;
  private final String member;
  private final String friend;
  private final LocalDate last;
  private final List<DealerRow> rows = new ArrayList<>();

  private int count;
  private String vehicle = "";
  private String dealer = "";
  private long pointsGuess;

  private DealerMember(Dice dice, int number, int members, LocalDate last) {
    this.dice = dice;
    this.member = name(number);
    this.friend = name(dice.between(1, members));
    this.last = last;
  }

  /** All that one member did from the first to the last day. */
  static List<DealerRow> life(Dice dice, int number, int members, LocalDate first, LocalDate last) {
    DealerMember life = new DealerMember(dice, number, members, last);
    life.live(first);
    return life.rows;
  }

  private void live(LocalDate first) {
    // Three of five were customers before the programme; the others join over the years.
    int days = (int) (last.toEpochDay() - first.toEpochDay());
    boolean isOwner = dice.chance(0.6);
    LocalDate joined = first.plusDays(isOwner ? dice.between(0, 60) : dice.between(0, days - 1));
    dealer = dice.oneOf("nord", "west", "sued", "hafen", "am-ring");
    enrol(joined);
    if (isOwner) {
      vehicle = member + "-car0";
      drive(joined.plusDays(dice.between(1, 90)));
    } else {
      prospect(joined);
    }
  }

  private void enrol(LocalDate joined) {
    row("member", joined, 0).with(Field.STATUS, "Member since " + joined);
  }

  private void prospect(LocalDate joined) {
    LocalDate day = joined;
    for (int drives = dice.weighted(30, 45, 15, 7, 3); drives > 0; drives--) {
      day = day.plusDays(dice.between(1, 25));
      row("test-drive", day, 0).with(Field.CHANNEL, "dealer").with(Field.DEALER, dealer);
    }
    if (dice.chance(0.45)) {
      buyCar(inSeason(day.plusDays(dice.between(5, 60))));
    } else {
      browse(day);
    }
  }

  /** A month that people buy cars in, at or after the day. */
  private LocalDate inSeason(LocalDate from) {
    LocalDate day = from;
    while (!dice.chance(CAR_SEASON[day.getMonthValue() - 1] / 12.0)) {
      day = day.plusMonths(1);
    }
    return day;
  }

  private void buyCar(LocalDate day) {
    if (day.isAfter(last)) {
      return;
    }
    vehicle = member + "-car" + (count + 1);
    double price = Math.min(240_000, dice.logNormal(31_500, 0.38));
    row("purchase", day, 0)
        .costing(price)
        .with(Field.CATEGORY, "vehicle")
        .with(Field.ARTICLE, dice.oneOf("hatchback", "estate", "suv", "electric", "van"))
        .with(Field.QUANTITY, "1")
        .with(Field.CHANNEL, "dealer")
        .with(Field.DEALER, dealer)
        .with(Field.VEHICLE, vehicle);
    pointsGuess += 5_000;
    row("member", day.plusDays(1), 0)
        .with(Field.STATUS, "Owner since " + day)
        .with(Field.FACTOR, "1.1");
    if (dice.chance(0.1)) {
      refer(day.plusDays(dice.between(10, 120)));
    }
    drive(day.plusDays(dice.between(60, 120)));
  }

  private void refer(LocalDate day) {
    if (!friend.equals(member)) {
      row("referral", day, 0).with(Field.CHANNEL, "app").with(Field.REFERRED, friend);
      pointsGuess += 2_000;
    }
  }

  /**
   * Years on the road: miles each quarter, a service each year, tyres twice, now and then a toy.
   */
  private void drive(LocalDate from) {
    double milesAQuarter = Math.min(30_000, dice.logNormal(2_300, 0.5));
    LocalDate service = from.plusDays(dice.between(20, 360));
    boolean changesTyresHere = dice.chance(0.4);
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(91)) {
      row("vehicle-event", day, 0)
          .with(Field.QUANTITY, String.valueOf(Math.max(1, (long)
              (milesAQuarter * dice.logNormal(1, 0.2)))))
          .with(Field.CHANNEL, "vehicle")
          .with(Field.VEHICLE, vehicle);
      LocalDate next = day.plusDays(91);
      if (service.isBefore(next)) {
        service(service);
        service = service.plusDays((long) dice.logNormal(350, 0.12));
      }
      if (changesTyresHere) {
        tyres(day, next);
      }
      if (dice.chance(0.18)) {
        accessory(day.plusDays(dice.between(0, 90)));
      }
      if (dice.chance(0.007)) {
        refer(day.plusDays(dice.between(0, 90)));
      }
      if (dice.chance(0.02)) {
        buyCar(inSeason(next));
        return;
      }
    }
  }

  private void tyres(LocalDate from, LocalDate until) {
    int month = from.getMonthValue();
    LocalDate day = from.plusDays(dice.between(0, 60));
    boolean isSeason = (month >= 8 && month <= 10) || (month >= 2 && month <= 4);
    if (isSeason && day.isBefore(until)) {
      String id = purchase(day, "service", "tyre-change", dice.between(59, 129), 0);
      review(id, day, 0.05);
    }
  }

  private void service(LocalDate day) {
    // One in thirty is a paper invoice that is keyed in days later.
    int late = dice.chance(0.033) ? dice.between(1, 20) : 0;
    double price = Math.min(12_000, 45 + dice.logNormal(290, 0.65));
    String id =
        purchase(day, "service", dice.oneOf("inspection", "oil", "brakes", "repair"), price, late);
    review(id, day, 0.12);
    if (dice.chance(0.3) || pointsGuess > 8_000) {
      redeem(day.plusDays(dice.between(20, 45)));
    }
  }

  private void browse(LocalDate from) {
    for (LocalDate day = from; day.isBefore(last); day = day.plusDays(dice.between(40, 400))) {
      accessory(day.plusDays(dice.between(1, 30)));
    }
  }

  private void accessory(LocalDate day) {
    int pieces = 1 + dice.weighted(80, 12, 4, 4);
    double price = Math.min(4_000, dice.pareto(14, 1.3)) * pieces;
    String id = purchase(
        day,
        "accessory",
        dice.oneOf("mats", "roof-box", "child-seat", "wallbox", "cap", "model-car"),
        price,
        0);
    rows.get(rows.size() - 1).with(Field.QUANTITY, String.valueOf(pieces));
    if (dice.chance(0.05)) {
      boolean whole = pieces == 1 || dice.chance(0.5);
      DealerRow back = row("return", day.plusDays(dice.between(2, 30)), 0).with(Field.PURCHASE, id);
      if (!whole) {
        back.costing(price / 2);
      }
    }
  }

  private String purchase(LocalDate day, String category, String article, double price, int late) {
    boolean online = category.equals("accessory") && dice.chance(0.6);
    row("purchase", day, late)
        .costing(price)
        .with(Field.CATEGORY, category)
        .with(Field.ARTICLE, article)
        .with(Field.QUANTITY, "1")
        .with(Field.CHANNEL, online ? "web" : "dealer")
        .with(Field.DEALER, online ? "" : dealer)
        .with(Field.VEHICLE, vehicle);
    pointsGuess += (long) (price * 2);
    return id(count);
  }

  private void review(String purchase, LocalDate day, double probability) {
    if (dice.chance(probability)) {
      row("review", day.plusDays(dice.between(1, 14)), 0)
          .with(Field.CHANNEL, "web")
          .with(Field.PURCHASE, purchase);
      pointsGuess += 100;
    }
  }

  private void redeem(LocalDate day) {
    // Members know their balance roughly; a few ask for more than they have.
    long wanted = pointsGuess * dice.between(30, 104) / 100 / 500 * 500;
    if (wanted >= 500) {
      row("redeem", day, 0)
          .with(Field.POINTS, BigDecimal.valueOf(wanted).toPlainString())
          .with(Field.CHANNEL, dice.oneOf("dealer", "app"))
          .with(Field.DEALER, dealer);
      pointsGuess -= wanted;
    }
  }

  private DealerRow row(String kind, LocalDate day, int daysLate) {
    count++;
    LocalDateTime at = day.atTime(LocalTime.of(dice.between(8, 18), dice.between(0, 59)));
    DealerRow row = DealerRow.of(id(count), kind, member, at, at.plusDays(daysLate));
    if (!row.recorded().toLocalDate().isAfter(last)) {
      rows.add(row);
    }
    return row;
  }

  private String id(int place) {
    String digits = String.valueOf(place);
    return member + "-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
  }

  private static String name(int number) {
    String digits = String.valueOf(number);
    return "M" + "0".repeat(Math.max(0, 5 - digits.length())) + digits;
  }
}

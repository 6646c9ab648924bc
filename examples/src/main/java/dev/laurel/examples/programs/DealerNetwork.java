package dev.laurel.examples.programs;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented network of car dealers and the file it would bring: three years of purchases,
 * services, accessories, test drives, reviews, referrals, miles driven, returns and redemptions.
 *
 * <p>Members differ by orders of magnitude, as they do in life: cars, services and toys have long
 * tails, cars and tyres have seasons, some invoices are recorded days late, and a dozen rows are
 * broken. The file is sorted by the time at which a row was recorded. 2,000 members make about
 * 32,000 rows.
 *
 * @param seed the number from which everything follows
 * @param members how many members, 1 to 99,999
 */
public record DealerNetwork(long seed, int members) {
  /** The first day. */
  static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  private static final List<String> BROKEN = List.of(
      "X0001,purchase,M00001,2023-02-30 10:00,2023-03-01 09:00,99.00,EUR,service,oil,1,,,,,,,,",
      "X0002,purchase,M00001,2023-03-01 10:00,2023-03-01 10:00,12.345,EUR,accessory,cap,1,,,,,,,,",
      "X0003,purchase,,2023-05-04 10:00,2023-05-04 10:00,20.00,EUR,accessory,cap,1,,,,,,,,",
      "X0004,purchase,M00002,2023-07-01 10:00,2023-07-01 10:00,-20.00,EUR,accessory,cap,1,,,,,,,,",
      "X0005,purchase,M00002,2023-09-11 10:00",
      "X0006,purchase,M00003,2024-01-15 10:00,2024-01-15 10:00,\"20.00,EUR,accessory,cap,1,,,,,,,,",
      "X0007,purchase,M00003,2024-02-20 10:00,2024-02-20 10:00,20.00,EURO,accessory,cap,1,,,,,,,,",
      "X0008,purchase,M00004,15.03.2024,2024-03-15 10:00,20.00,EUR,accessory,cap,1,,,,,,,,",
      "X0009,review,M00004,2024-06-01 10:00,2024-06-01 10:00,,,,,0,web,,,,,,,",
      "X0010,purchase,M00005,2024-08-08 10:00,2024-08-08 10:00,=20+0,EUR,accessory,cap,1,,,,,,,,",
      "X0011,purchase,M0\u00000005,2025-01-08 10:00,2025-01-08 10:00,20.00,EUR,accessory,cap,1,,,,,,,,",
      "X0012,redeem,M00006,2025-04-08 10:00,2025-04-08 10:00,,,,,,,,,,,0,,");

  /** The network that {@code laurel run} shows when it is given no file. */
  public static DealerNetwork standard() {
    return new DealerNetwork(20_260_101L, 2_000);
  }

  /** Writes the file, headings first. */
  public void write(Writer out) throws IOException {
    List<DealerRow> rows = rows();
    out.write(DealerRow.header());
    out.write('\n');
    int broken = 0;
    int every = rows.size() / (BROKEN.size() + 1) + 1;
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && i % every == 0 && broken < BROKEN.size()) {
        out.write(BROKEN.get(broken++));
        out.write('\n');
      }
      out.write(rows.get(i).text());
      out.write('\n');
    }
  }

  private List<DealerRow> rows() {
    SplittableRandom random = new SplittableRandom(seed);
    List<DealerRow> rows = new ArrayList<>();
    for (int number = 1; number <= members; number++) {
      Dice dice = new Dice(random.split());
      rows.addAll(DealerMember.life(dice, number, members, FIRST, LAST));
    }
    // A stable sort: rows of one minute stay in the order of their members.
    rows.sort(Comparator.comparing(DealerRow::recorded));
    return rows;
  }
}

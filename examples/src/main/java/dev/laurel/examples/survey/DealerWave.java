package dev.laurel.examples.survey;

import java.time.LocalDate;

/**
 * The answers of one quarter, one way of handing the car over and one group of dealers.
 *
 * @param quarter when
 * @param way how the car was handed over
 * @param group at which dealers
 * @param asked how many customers were asked
 * @param detractors how many answered 0 to 6
 * @param passives 7 or 8
 * @param promoters 9 or 10
 */
record DealerWave(
    Quarter quarter, Way way, Group group, int asked, int detractors, int passives, int promoters) {
  /** When. */
  enum Quarter {
    SPRING(LocalDate.of(2025, 4, 1)),
    SUMMER(LocalDate.of(2025, 7, 1)),
    /** From its first day on the dealers of the pilot call those who booked online. */
    AUTUMN(LocalDate.of(2025, 10, 1));

    private final LocalDate first;

    Quarter(LocalDate first) {
      this.first = first;
    }

    LocalDate first() {
      return first;
    }
  }

  /** How the car is handed over: to a person, or into a box after booking online. */
  enum Way {
    COUNTER,
    ONLINE
  }

  /** Which dealers; who is in the pilot was drawn by lot. */
  enum Group {
    PILOT,
    OTHERS
  }

  int answers() {
    return detractors + passives + promoters;
  }
}

package dev.laurel.core.draw;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.time.ZoneOffset;

/** Short words for the tests of draws. */
final class Draws {
  static final Segment DRIVERS = Segment.of("company-car-drivers");
  static final Seed SEED = Seed.of("07 11 19 23 31 42");
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private Draws() {}

  static PrizeDraw.Builder spring() {
    PrizeDraw.Builder draw = PrizeDraw.builder().id(DrawId.of("spring-2026")).name("Spring");
    return draw.entries(
            Span.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")))
        .addPrize(new Prize("weekend", "Race weekend", 1))
        .addPrize(new Prize("voucher", "Voucher", 2))
        .alternates(1)
        .eligibility(Condition.segment(DRIVERS));
  }

  static EarningContext driver() {
    return context(MemberFacts.builder().addSegment(DRIVERS).build());
  }

  static EarningContext stranger() {
    return context(MemberFacts.builder().attributes(Attributes.none()).build());
  }

  private static EarningContext context(MemberFacts facts) {
    EarningContext.Builder context = EarningContext.builder();
    return context.calendar(ProgramCalendar.of(ZoneOffset.UTC)).facts(facts).build();
  }

  static Ticket ticket(String id, String member) {
    return new Ticket(TicketId.of(id), MemberId.of(member), NOON);
  }

  /** The entries of six tickets, two of which are ann's. */
  static DrawEntries six(PrizeDraw rules) {
    DrawEntries entries = DrawEntries.none(rules.id());
    String[] members = {"ann", "bob", "cid", "dan", "ann", "eve"};
    for (int i = 0; i < members.length; i++) {
      entries =
          entries.enter(rules, ticket("t-" + (i + 1), members[i]), driver()).entries();
    }
    return entries;
  }
}

package dev.laurel.tiers.membership;

import static dev.laurel.core.testkit.ReachableTexts.textsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.Segment;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Submission;
import dev.laurel.core.testkit.Programs;
import java.time.Instant;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** I6: what is erased is nowhere any more, and books and status are as they were. */
class ErasureLaws {
  private static final String SECRET = "Zoe Sample, 7 Elm Street";
  private static final Instant LATE = RandomClubs.last().plusSeconds(86_400);

  /** A random life in which a name was told wherever one can be told. */
  private static Membership known(LoyaltyProgram program, RandomClubs clubs) {
    Memberships memberships = Memberships.of(program);
    Membership ann = memberships.enrol(Programs.ANN, Clubs.ENROLLED, facts());
    for (MembershipEvent event : clubs.life(14)) {
      ann = memberships.submit(ann, event).membership();
    }
    Purchase named = Purchase.builder()
        .id(Clubs.purchase("named", RandomClubs.last(), 1).id())
        .member(Programs.ANN)
        .occurredAt(RandomClubs.last())
        .addLine(Programs.line("EUR 30.00"))
        .attributes(Attributes.none().with("name", SECRET))
        .build();
    ann = memberships.submit(ann, Clubs.told(named)).orThrow();
    ann = memberships
        .submit(
            ann,
            MembershipEvent.of(
                new Submission.Learned(Programs.stamp("again", Programs.ANN, at()), facts())))
        .orThrow();
    return memberships
        .submit(ann, new MembershipEvent.Froze(Programs.stamp("froze", Programs.ANN, at()), SECRET))
        .orThrow();
  }

  private static String at() {
    return RandomClubs.last().plusSeconds(60).toString();
  }

  private static MemberFacts facts() {
    MemberFacts.Builder facts = MemberFacts.builder();
    facts.attributes(Attributes.none().with("name", SECRET)).addSegment(Segment.of("vip"));
    return facts.build();
  }

  private static void leavesNothing(Membership known, UnaryOperator<Membership> erasure) {
    Membership erased = erasure.apply(known);

    assertThat(textsIn(erased)).doesNotContain(SECRET, "vip", "name");
    assertThat(erased.toString()).doesNotContain(SECRET);
    assertThat(erased.state().toString()).doesNotContain(SECRET);
    assertThat(MembershipStatement.of(erased, LATE).toString()).doesNotContain(SECRET);
  }

  @Property(tries = 200)
  void nothingOfItIsLeft(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    Membership known = known(clubs.program(LateCommands.AS_ARRIVED), clubs);

    assertThat(textsIn(known)).contains(SECRET, "vip", "name");
    leavesNothing(known, Membership::erased);
  }

  /** The broken twin: who only makes the points life nameless keeps the reason of the freeze. */
  @Property(tries = 20)
  void theLawSeesWhatIsKeptBesideThePoints(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    Membership known = known(clubs.program(LateCommands.AS_ARRIVED), clubs);

    assertThatThrownBy(() -> leavesNothing(known, ann -> ann.with(ann.member().anonymised())))
        .isInstanceOf(AssertionError.class);
  }

  @Property(tries = 200)
  void booksAndStatusAreAsTheyWereAndGoOnAlike(@ForAll long seed) {
    RandomClubs clubs = new RandomClubs(seed);
    LoyaltyProgram program = clubs.program(LateCommands.AS_ARRIVED);
    Membership known = known(program, clubs);
    Membership erased = known.erased();

    assertSameBooksAndStatus(erased, known);
    assertThat(erased.state()).isInstanceOf(MembershipState.Frozen.class);
    MembershipEvent next = Clubs.told(Clubs.purchase("next", LATE, 12_345));
    Memberships memberships = Memberships.of(program);
    assertSameBooksAndStatus(
        memberships.submit(erased, next).orThrow(),
        memberships.submit(known, next).orThrow());
    assertThat(erased.erased()).isEqualTo(erased);
  }

  private static void assertSameBooksAndStatus(Membership erased, Membership known) {
    assertThat(erased.enrolledAt()).isEqualTo(known.enrolledAt());
    assertThat(erased.records()).isEqualTo(known.records());
    assertThat(erased.member().history()).isEqualTo(known.member().history());
    assertThat(erased.member().accounts().keySet())
        .isEqualTo(known.member().accounts().keySet());
    for (PointType type : known.member().accounts().keySet()) {
      assertThat(erased.member().account(type).totals(LATE))
          .isEqualTo(known.member().account(type).totals(LATE));
    }
  }
}

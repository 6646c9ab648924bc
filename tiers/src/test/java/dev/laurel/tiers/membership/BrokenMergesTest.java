package dev.laurel.tiers.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.ledger.CommandStamp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways of merging that are wrong in one place, each caught by its law. */
class BrokenMergesTest {
  enum Twin implements MergeLaw.Merger {
    FORGETS_POINTS(MergeLaw.POINTS_ADD_UP) {
      @Override
      Membership kept(Memberships memberships, Membership before, Membership proper) {
        return proper.with(before.member());
      }
    },
    KEEPS_THE_POINTS_OF_WHOEVER_STAYS(MergeLaw.NOBODY_IS_NEUTRAL) {
      @Override
      Membership kept(Memberships memberships, Membership before, Membership proper) {
        return proper.with(before.member());
      }
    },
    FORGETS_CREDITS(MergeLaw.CREDITS_ADD_UP) {
      @Override
      Membership kept(Memberships memberships, Membership before, Membership proper) {
        return proper.with(before.records());
      }
    },
    FORGETS_THE_TIER(MergeLaw.NO_TIER_IS_LOST) {
      @Override
      Membership kept(Memberships memberships, Membership before, Membership proper) {
        return proper.with(before.records());
      }
    },
    KEEPS_THE_RECORD_OF_WHOEVER_STAYS(MergeLaw.ORDER_MAKES_NO_DIFFERENCE) {
      @Override
      Membership kept(Memberships memberships, Membership before, Membership proper) {
        return proper.with(before.records());
      }
    },
    STARTS_AFRESH(MergeLaw.THE_PAST_STAYS) {
      @Override
      Membership kept(Memberships memberships, Membership before, Membership proper) {
        return proper.with(memberships.enrol(before.id(), before.enrolledAt()).records());
      }
    },
    LEAVES_THE_OTHER_AS_IT_WAS(MergeLaw.TWICE_IS_ONCE) {
      @Override
      Membership gone(Membership before, Membership proper) {
        return before;
      }
    };

    private final MergeLaw law;

    Twin(MergeLaw law) {
      this.law = law;
    }

    Membership kept(Memberships memberships, Membership before, Membership proper) {
      return proper;
    }

    Membership gone(Membership before, Membership proper) {
      return proper;
    }

    @Override
    public MembershipMerge merge(
        Memberships memberships, Membership gone, Membership kept, CommandStamp stamp) {
      MembershipMerge proper = memberships.merge(gone, kept, stamp, memberships.commons());
      return proper.rejection().isPresent()
          ? proper
          : new MembershipMerge.Done(
              gone(gone, proper.gone()), kept(memberships, kept, proper.kept()), proper.commons());
    }
  }

  @ParameterizedTest
  @EnumSource(Twin.class)
  void theLawCatchesItsTwin(Twin twin) {
    boolean isCaught = false;
    for (long seed = 0; seed < 500 && !isCaught; seed++) {
      try {
        twin.law.check(new MergeLaw.Trial(twin, seed));
      } catch (AssertionError broken) {
        isCaught = true;
      }
    }

    assertThat(isCaught).isTrue();
  }
}

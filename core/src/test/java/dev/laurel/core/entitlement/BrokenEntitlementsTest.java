package dev.laurel.core.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.entitlement.EntitlementCommand.Activate;
import dev.laurel.core.entitlement.EntitlementCommand.Extend;
import dev.laurel.core.identity.MemberId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Desks with the faults of real systems, each caught by its law in one and the same life. */
class BrokenEntitlementsTest {
  private static final EntitlementId ROADSIDE = EntitlementId.of("e-1");
  private static final EntitlementId AGAIN = EntitlementId.of("e-2");
  private static final EntitlementId NAVIGATION = EntitlementId.of("e-3");

  /**
   * Ann has roadside assistance for a car, asks for it once more in vain, and sells the car to Bob;
   * she extends her navigation, gives it up, and wants it back in vain.
   */
  private static final List<EntitlementCommand> LIFE = List.of(
      activate(ROADSIDE, Services.ROADSIDE, "2026-03-01T10:00:00Z"),
      activate(AGAIN, Services.ROADSIDE, "2026-03-02T10:00:00Z"),
      activate(NAVIGATION, Services.NAVIGATION, "2026-03-03T10:00:00Z"),
      new Extend(NAVIGATION, 1, Services.at("2026-03-04T10:00:00Z")),
      new EntitlementCommand.HandOver(
          Services.CAR, Optional.of(Services.BOB), Services.at("2026-03-05T10:00:00Z")),
      new EntitlementCommand.End(
          NAVIGATION, Entitlement.Reason.GIVEN_UP, Services.at("2026-03-06T10:00:00Z")),
      activate(NAVIGATION, Services.NAVIGATION, "2026-03-07T10:00:00Z"));

  enum Twin {
    /** Whoever comes back is entered anew under the old name. */
    OPENS_WHAT_HAS_ENDED(EntitlementLaw.AN_ENDED_ENTITLEMENT_STAYS_ENDED) {
      @Override
      ServiceDesk desk() {
        return new ServiceDesk() {
          private final List<EntitlementCommand> told = new ArrayList<>();

          @Override
          EntitlementDecision decide(Entitlements before, EntitlementCommand command) {
            if (command instanceof Activate activate
                && before.entitlement(activate.id()).flatMap(Entitlement::end).isPresent()) {
              Entitlements others = Services.none();
              for (EntitlementCommand earlier : told) {
                boolean isOfIt =
                    earlier instanceof Activate other && other.id().equals(activate.id());
                others = isOfIt ? others : others.decide(earlier).entitlements();
              }
              return others.decide(command);
            }
            told.add(command);
            return before.decide(command);
          }
        };
      }
    },
    /** What stands in the way is ended before it is known whether the new one is accepted. */
    CLEARS_THE_WAY_FIRST(EntitlementLaw.A_REFUSAL_LEAVES_NO_TRACE) {
      @Override
      ServiceDesk desk() {
        return new ServiceDesk() {
          @Override
          EntitlementDecision decide(Entitlements before, EntitlementCommand command) {
            EntitlementDecision decision = before.decide(command);
            if (decision instanceof EntitlementDecision.Refused refused
                && refused.refusal().code() == EntitlementRefusal.Code.ALREADY_ENTITLED) {
              EntitlementCommand end = new EntitlementCommand.End(
                  EntitlementId.of(refused.refusal().subject()),
                  Entitlement.Reason.WITHDRAWN,
                  command.at());
              return new EntitlementDecision.Refused(
                  before.decide(end).entitlements(), refused.refusal());
            }
            return decision;
          }
        };
      }
    },
    /** Extensions are taken as they come, without their number. */
    EXTENDS_AT_EVERY_CALL(EntitlementLaw.TWICE_IS_ONCE) {
      @Override
      ServiceDesk desk() {
        return new ServiceDesk() {
          @Override
          EntitlementDecision decide(Entitlements before, EntitlementCommand command) {
            if (command instanceof Extend extend) {
              int next = before
                  .entitlement(extend.id())
                  .map(known -> known.extensions() + 1)
                  .orElse(extend.number());
              return before.decide(new Extend(extend.id(), next, extend.at()));
            }
            return before.decide(command);
          }
        };
      }
    },
    /** Only the name is looked for, not what the member has under another. */
    LOOKS_AT_THE_NAME_ALONE(EntitlementLaw.NOBODY_HAS_A_SERVICE_TWICE) {
      @Override
      ServiceDesk desk() {
        return new ServiceDesk() {
          private final Map<EntitlementId, Entitlement> beside = new TreeMap<>();

          @Override
          EntitlementDecision decide(Entitlements before, EntitlementCommand command) {
            EntitlementDecision decision = before.decide(command);
            if (command instanceof Activate activate
                && decision instanceof EntitlementDecision.Refused refused
                && refused.refusal().code() == EntitlementRefusal.Code.ALREADY_ENTITLED) {
              Services.none()
                  .decide(activate)
                  .entitlements()
                  .entitlement(activate.id())
                  .ifPresent(one -> beside.put(activate.id(), one));
            }
            return decision;
          }

          @Override
          Optional<Entitlement> entitlement(EntitlementId id) {
            return Optional.ofNullable(beside.get(id)).or(() -> super.entitlement(id));
          }
        };
      }
    },
    /** The list of a member's services is not told of a sale. */
    KEEPS_THE_LIST_OF_THE_FIRST_HOLDER(EntitlementLaw.HOLDERS_AND_THINGS_SEE_THE_SAME) {
      @Override
      ServiceDesk desk() {
        return new ServiceDesk() {
          private final Map<EntitlementId, MemberId> first = new TreeMap<>();

          @Override
          EntitlementDecision decide(Entitlements before, EntitlementCommand command) {
            EntitlementDecision decision = before.decide(command);
            if (decision instanceof EntitlementDecision.Accepted accepted) {
              accepted.changed().forEach(each -> first.putIfAbsent(each.id(), each.holder()));
            }
            return decision;
          }

          @Override
          List<Entitlement> heldBy(MemberId member) {
            return all().stream()
                .filter(each -> member.equals(first.get(each.id())))
                .toList();
          }
        };
      }
    };

    private final EntitlementLaw law;

    Twin(EntitlementLaw law) {
      this.law = law;
    }

    abstract ServiceDesk desk();
  }

  @ParameterizedTest
  @EnumSource(Twin.class)
  void theLawCatchesItsTwin(Twin twin) {
    assertThatThrownBy(() -> twin.law.check(twin.desk(), LIFE)).isInstanceOf(AssertionError.class);
    twin.law.check(new ServiceDesk(), LIFE);
  }

  @Test
  void everyLawHasATwin() {
    assertThat(Arrays.stream(Twin.values()).map(twin -> twin.law))
        .containsExactlyInAnyOrder(EntitlementLaw.values());
  }

  private static EntitlementCommand activate(EntitlementId id, Service service, String at) {
    boolean isBound = !service.equals(Services.NAVIGATION);
    return new Activate(
        id,
        service,
        Services.ANN,
        isBound ? Optional.of(Services.CAR) : Optional.empty(),
        Services.at(at));
  }
}

package dev.laurel.core.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The laws of entitlements, each as a check that fails where a desk breaks it. */
enum EntitlementLaw {
  /** H1: what has ended for good stays so, whatever is asked afterwards. */
  AN_ENDED_ENTITLEMENT_STAYS_ENDED {
    @Override
    void check(ServiceDesk desk, List<EntitlementCommand> life) {
      Set<EntitlementId> ended = new HashSet<>();
      for (EntitlementCommand command : life) {
        desk.tell(command);
        for (EntitlementId id : ended) {
          assertThat(desk.entitlement(id).orElseThrow().stateAt(Instant.MAX))
              .as("%s after %s", id, command)
              .isEqualTo(Entitlement.State.ENDED);
        }
        desk.all().forEach(each -> each.end().ifPresent(end -> ended.add(each.id())));
      }
    }
  },
  /** What is refused changes nothing. */
  A_REFUSAL_LEAVES_NO_TRACE {
    @Override
    void check(ServiceDesk desk, List<EntitlementCommand> life) {
      for (EntitlementCommand command : life) {
        Entitlements before = desk.book();
        EntitlementDecision decision = desk.tell(command);
        if (decision instanceof EntitlementDecision.Refused) {
          assertThat(desk.book()).as("%s", command).isEqualTo(before);
        }
      }
    }
  },
  /** What was accepted can be sent again; only an end is refused the second time. */
  TWICE_IS_ONCE {
    @Override
    void check(ServiceDesk desk, List<EntitlementCommand> life) {
      for (EntitlementCommand command : life) {
        boolean isAccepted = desk.tell(command) instanceof EntitlementDecision.Accepted;
        if (isAccepted && !(command instanceof EntitlementCommand.End)) {
          Entitlements once = desk.book();
          assertThat(desk.tell(command)).isInstanceOf(EntitlementDecision.Accepted.class);
          assertThat(desk.book()).as("%s", command).isEqualTo(once);
        }
      }
    }
  },
  /** Nobody can use a service for one thing under two names at once. */
  NOBODY_HAS_A_SERVICE_TWICE {
    @Override
    void check(ServiceDesk desk, List<EntitlementCommand> life) {
      for (EntitlementCommand command : life) {
        desk.tell(command);
        Set<List<Object>> usable = new HashSet<>();
        for (Entitlement each : desk.all()) {
          if (each.isUsableAt(command.at())) {
            assertThat(usable.add(List.of(each.holder(), each.service(), each.thing())))
                .as("%s", each)
                .isTrue();
          }
        }
      }
    }
  },
  /** What there is is found by its holder and by its thing, and by no other. */
  HOLDERS_AND_THINGS_SEE_THE_SAME {
    @Override
    void check(ServiceDesk desk, List<EntitlementCommand> life) {
      life.forEach(desk::tell);
      for (MemberId member : List.of(Services.ANN, Services.BOB)) {
        assertThat(desk.heldBy(member))
            .isEqualTo(
                desk.all().stream().filter(each -> each.holder().equals(member)).toList());
      }
      for (Subject thing : List.of(Services.CAR, Services.OTHER_CAR)) {
        assertThat(desk.forThing(thing))
            .isEqualTo(desk.all().stream()
                .filter(each -> each.thing().filter(thing::equals).isPresent())
                .toList());
      }
    }
  };

  abstract void check(ServiceDesk desk, List<EntitlementCommand> life);
}

package dev.laurel.core.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntitlementLaws {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  @Property
  void anEndedEntitlementStaysEnded(@ForAll("lives") List<EntitlementCommand> life) {
    Entitlements now = Services.none();
    Set<EntitlementId> ended = new HashSet<>();
    for (EntitlementCommand command : life) {
      now = now.decide(command).entitlements();
      for (EntitlementId id : ended) {
        assertThat(now.entitlement(id).orElseThrow().stateAt(Instant.MAX))
            .isEqualTo(Entitlement.State.ENDED);
      }
      for (Entitlement each : all(now)) {
        each.end().ifPresent(end -> ended.add(each.id()));
      }
    }
  }

  @Property
  void whatIsRefusedChangesNothingAndWhatIsAcceptedCanBeSentAgain(
      @ForAll("lives") List<EntitlementCommand> life) {
    Entitlements now = Services.none();
    for (EntitlementCommand command : life) {
      EntitlementDecision decision = now.decide(command);
      if (decision instanceof EntitlementDecision.Refused) {
        assertThat(decision.entitlements()).isSameAs(now);
      } else if (!(command instanceof EntitlementCommand.End)) {
        Entitlements once = decision.entitlements();
        assertThat(once.decide(command).entitlements()).isEqualTo(once);
      }
      now = decision.entitlements();
    }
  }

  @Property
  void nobodyHasAServiceTwiceForOneThing(@ForAll("lives") List<EntitlementCommand> life) {
    Entitlements now = Services.none();
    for (EntitlementCommand command : life) {
      now = now.decide(command).entitlements();
      Set<List<Object>> usable = new HashSet<>();
      for (Entitlement each : all(now)) {
        if (each.isUsableAt(command.at())) {
          assertThat(usable.add(List.of(each.holder(), each.service(), each.thing())))
              .as("%s", each)
              .isTrue();
        }
      }
    }
  }

  @Property
  void holdersAndThingsSeeTheSame(@ForAll("lives") List<EntitlementCommand> life) {
    Entitlements now = Services.none();
    for (EntitlementCommand command : life) {
      now = now.decide(command).entitlements();
    }
    for (Entitlement each : all(now)) {
      assertThat(now.heldBy(each.holder())).contains(each);
      if (each.thing().isPresent()) {
        assertThat(now.forThing(each.thing().get())).contains(each);
      }
    }
  }

  private static List<Entitlement> all(Entitlements entitlements) {
    return List.of("e-1", "e-2", "e-3").stream()
        .map(EntitlementId::of)
        .flatMap(id -> entitlements.entitlement(id).stream())
        .toList();
  }

  /** Up to thirty commands, in the order of their times, over some eight years. */
  @Provide
  Arbitrary<List<EntitlementCommand>> lives() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.of("e-1", "e-2", "e-3").map(EntitlementId::of),
            Arbitraries.of(Services.REMOTE_START, Services.ROADSIDE, Services.NAVIGATION),
            Arbitraries.of(Services.ANN, Services.BOB),
            Arbitraries.of(Services.CAR, Services.OTHER_CAR),
            Arbitraries.integers().between(0, 3000))
        .as((kind, id, service, member, thing, day) ->
            command(kind, id, service, member, thing, START.plusSeconds(day * 86_400L)))
        .list()
        .ofMaxSize(30)
        .map(life ->
            life.stream().sorted(Comparator.comparing(EntitlementCommand::at)).toList());
  }

  private static EntitlementCommand command(
      int kind, EntitlementId id, Service service, MemberId member, Subject thing, Instant at) {
    Optional<Subject> bound =
        service.equals(Services.NAVIGATION) ? Optional.empty() : Optional.of(thing);
    return switch (kind) {
      case 0 -> new EntitlementCommand.StartTrial(id, service, member, bound, at);
      case 1 -> new EntitlementCommand.Activate(id, service, member, bound, at);
      case 2 ->
        new EntitlementCommand.Extend(id, 1 + at.atOffset(ZoneOffset.UTC).getDayOfMonth() % 2, at);
      case 3 -> new EntitlementCommand.HandOver(thing, Optional.of(member), at);
      case 4 ->
        new EntitlementCommand.Unite(
            member.equals(Services.ANN) ? Services.BOB : Services.ANN, member, at);
      default -> new EntitlementCommand.End(id, Entitlement.Reason.GIVEN_UP, at);
    };
  }
}

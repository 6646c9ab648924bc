package dev.laurel.core.entitlement;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every life of a car maker's services. */
class EntitlementLaws {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  @Property(tries = 5_000)
  void everyLawHolds(@ForAll EntitlementLaw law, @ForAll("lives") List<EntitlementCommand> life) {
    law.check(new ServiceDesk(), life);
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

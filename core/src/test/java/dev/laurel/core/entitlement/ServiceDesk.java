package dev.laurel.core.entitlement;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who keeps entitlements, from the first command to the last; broken twins override a part. */
class ServiceDesk {
  private Entitlements book = Services.none();

  final Entitlements book() {
    return book;
  }

  /** Carries out a command, and goes on from what came of it. */
  final EntitlementDecision tell(EntitlementCommand command) {
    EntitlementDecision decision = decide(book, command);
    book = decision.entitlements();
    return decision;
  }

  EntitlementDecision decide(Entitlements before, EntitlementCommand command) {
    return before.decide(command);
  }

  Optional<Entitlement> entitlement(EntitlementId id) {
    return book.entitlement(id);
  }

  List<Entitlement> heldBy(MemberId member) {
    return book.heldBy(member);
  }

  List<Entitlement> forThing(Subject thing) {
    return book.forThing(thing);
  }

  /** All that the tests have names for. */
  final List<Entitlement> all() {
    return Stream.of("e-1", "e-2", "e-3")
        .map(EntitlementId::of)
        .flatMap(id -> entitlement(id).stream())
        .toList();
  }
}

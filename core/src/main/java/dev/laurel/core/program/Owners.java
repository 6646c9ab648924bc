package dev.laurel.core.program;

import dev.laurel.core.identity.MemberId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Who remembers what, by names that only one member can have, such as those of purchases.
 *
 * <p>Members forget by themselves. Now and then, when there are twice as many names as were left
 * the last time, those are dropped that nobody remembers; so a name costs the same however many
 * there are, and memory stays within twice what members remember.
 */
final class Owners<K> {
  private static final int FEW = 1_024;

  private final Map<K, MemberId> owners = new HashMap<>();
  private final BiPredicate<MemberId, K> remembers;
  private int most = FEW;

  /** No names yet, and how to ask whether a member still remembers one. */
  Owners(BiPredicate<MemberId, K> remembers) {
    this.remembers = remembers;
  }

  void note(K name, MemberId owner) {
    owners.put(name, owner);
    if (owners.size() > most) {
      owners.entrySet().removeIf(entry -> !remembers.test(entry.getValue(), entry.getKey()));
      most = Math.max(FEW, 2 * owners.size());
    }
  }

  /** The member who remembers this name. */
  Optional<MemberId> of(K name) {
    return Optional.ofNullable(owners.get(name)).filter(owner -> remembers.test(owner, name));
  }

  /** How many names are kept, remembered or not. */
  int size() {
    return owners.size();
  }
}

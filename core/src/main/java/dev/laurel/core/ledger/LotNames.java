package dev.laurel.core.ledger;

import com.google.common.hash.Hashing;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import java.nio.charset.StandardCharsets;

/** Names for lots that the ledger itself opens, the same for the same command and lot. */
final class LotNames {
  private static final int LONGEST = 128;

  private LotNames() {}

  /** A name such as {@code c-9/r-17/base}, or a digest of it where that is too long for a name. */
  static LotId derived(CommandId command, String of) {
    String name = command + "/" + of;
    return LotId.of(
        name.length() <= LONGEST
            ? name
            : Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString());
  }
}

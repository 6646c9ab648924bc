package dev.laurel.core.activity;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.identity.Location;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.SourceKey;
import java.time.Instant;
import java.util.Optional;

/** Something a member did: a purchase, an engagement or a return. */
public sealed interface Activity permits Purchase, Engagement, Return {
  /** The name under which the activity is known everywhere, such as the receipt number. */
  ActivityId id();

  /** The member who did it. */
  MemberId member();

  /** What kind of activity it is, such as {@code purchase} or {@code test-drive}. */
  ActivityKind kind();

  /** The business time: when it happened. Program rules look at this time alone. */
  Instant occurredAt();

  /** The knowledge time: when it became known; the business time unless said otherwise. */
  Instant recordedAt();

  /** The way it was done. */
  Optional<Channel> channel();

  /** The other company involved. */
  Optional<Partner> partner();

  /** The place. */
  Optional<Location> location();

  /**
   * The name under which its source knows the activity; two activities of one member with the same
   * key are one, and the second is refused whatever its id.
   */
  Optional<SourceKey> sourceKey();

  /** Facts beyond those that Laurel knows by name. */
  Attributes attributes();
}

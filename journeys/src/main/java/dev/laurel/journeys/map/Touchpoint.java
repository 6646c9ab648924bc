package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.List;

/**
 * A point at which a customer and somebody else meet, such as the test drive at a dealer: something
 * is said there, or something is done.
 *
 * <p>A touchpoint is what happens; a channel carries it, and the same touchpoint may happen on
 * several. Source of the two kinds: R. Halvorsrud, K. Kvale, A. Folstad, "Improving service quality
 * through customer journey analysis", Journal of Service Theory and Practice 26 (2016).
 */
public sealed interface Touchpoint permits CommunicationPoint, Action {
  /** The name in data. */
  TouchpointId id();

  /** The name for people, such as "Test drive". */
  String name();

  /** The ways on which it happens; empty where that is not said. */
  List<Channel> channels();

  /** The lane of the blueprint. */
  Lane lane();

  /** Those who take part, the one who starts it first. */
  ImmutableList<Actor> actors();
}

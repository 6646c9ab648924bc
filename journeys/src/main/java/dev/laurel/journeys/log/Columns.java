package dev.laurel.journeys.log;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.money.ExactMoney;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The events of a log, one array for each attribute; arrays that nothing needs do not exist.
 *
 * <p>Touchpoints and channels are codes of vocabularies kept elsewhere.
 */
final class Columns {
  /** The code of an event without a channel. */
  static final int NO_CHANNEL = -1;

  int size;
  int[] touchpoint;
  long[] micros;
  int @Nullable [] channel;
  boolean @Nullable [] failed;

  @Nullable
  Experience @Nullable [] experience;

  @Nullable
  ExactMoney @Nullable [] value;

  @Nullable
  Long @Nullable [] sequence;

  @Nullable
  Attributes @Nullable [] attributes;

  Columns(int capacity) {
    touchpoint = new int[capacity];
    micros = new long[capacity];
  }

  /** Columns of codes and instants alone. */
  Columns(int[] touchpoint, long[] micros) {
    this.touchpoint = touchpoint;
    this.micros = micros;
    this.size = micros.length;
  }

  /** Appends an event whose names have become codes. */
  void add(int touchpointCode, long at, int channelCode, TouchEvent event) {
    grow();
    touchpoint[size] = touchpointCode;
    micros[size] = at;
    if (channelCode != NO_CHANNEL) {
      channel = channel == null ? filled(touchpoint.length) : channel;
      channel[size] = channelCode;
    }
    if (event.status() == EventStatus.FAILED) {
      failed = failed == null ? new boolean[touchpoint.length] : failed;
      failed[size] = true;
    }
    if (event.experience().isPresent()) {
      experience = experience == null ? new Experience[touchpoint.length] : experience;
      experience[size] = event.experience().get();
    }
    if (event.value().isPresent()) {
      value = value == null ? new ExactMoney[touchpoint.length] : value;
      value[size] = event.value().get();
    }
    if (event.sequence().isPresent()) {
      sequence = sequence == null ? new Long[touchpoint.length] : sequence;
      sequence[size] = event.sequence().getAsLong();
    }
    if (!event.attributes().values().isEmpty()) {
      attributes = attributes == null ? new Attributes[touchpoint.length] : attributes;
      attributes[size] = event.attributes();
    }
    size++;
  }

  int channelAt(int event) {
    return channel == null ? NO_CHANNEL : channel[event];
  }

  boolean failedAt(int event) {
    return failed != null && failed[event];
  }

  @Nullable
  Experience experienceAt(int event) {
    return experience == null ? null : experience[event];
  }

  @Nullable
  ExactMoney valueAt(int event) {
    return value == null ? null : value[event];
  }

  OptionalLong sequenceAt(int event) {
    Long found = sequence == null ? null : sequence[event];
    return found == null ? OptionalLong.empty() : OptionalLong.of(found);
  }

  @Nullable
  Attributes attributesAt(int event) {
    return attributes == null ? null : attributes[event];
  }

  /** The events at these places, in this order, with other codes. */
  Columns picked(int[] places, int[] touchpointCodes, int[] channelCodes) {
    Columns picked = new Columns(new int[places.length], new long[places.length]);
    for (int i = 0; i < places.length; i++) {
      picked.touchpoint[i] = touchpointCodes[touchpoint[places[i]]];
      picked.micros[i] = micros[places[i]];
    }
    if (channel != null) {
      picked.channel = new int[places.length];
      for (int i = 0; i < places.length; i++) {
        int code = channel[places[i]];
        picked.channel[i] = code == NO_CHANNEL ? NO_CHANNEL : channelCodes[code];
      }
    }
    if (failed != null) {
      picked.failed = new boolean[places.length];
      for (int i = 0; i < places.length; i++) {
        picked.failed[i] = failed[places[i]];
      }
    }
    picked.experience = picked(experience, places, new Experience[places.length]);
    picked.value = picked(value, places, new ExactMoney[places.length]);
    picked.sequence = picked(sequence, places, new Long[places.length]);
    picked.attributes = picked(attributes, places, new Attributes[places.length]);
    return picked;
  }

  /** Whether two logs hold the same at one place each, their codes apart. */
  boolean sameDetails(int event, Columns other, int otherEvent) {
    return micros[event] == other.micros[otherEvent]
        && failedAt(event) == other.failedAt(otherEvent)
        && Objects.equals(experienceAt(event), other.experienceAt(otherEvent))
        && Objects.equals(valueAt(event), other.valueAt(otherEvent))
        && sequenceAt(event).equals(other.sequenceAt(otherEvent))
        && Objects.equals(attributesAt(event), other.attributesAt(otherEvent));
  }

  private static <T> @Nullable T @Nullable [] picked(
      @Nullable T @Nullable [] from, int[] places, @Nullable T[] to) {
    if (from == null) {
      return null;
    }
    for (int i = 0; i < places.length; i++) {
      to[i] = from[places[i]];
    }
    return to;
  }

  private void grow() {
    if (size < touchpoint.length) {
      return;
    }
    int capacity = Math.max(16, Math.addExact(size, size >> 1));
    touchpoint = Arrays.copyOf(touchpoint, capacity);
    micros = Arrays.copyOf(micros, capacity);
    if (channel != null) {
      channel = Arrays.copyOf(channel, capacity);
      Arrays.fill(channel, size, capacity, NO_CHANNEL);
    }
    failed = failed == null ? null : Arrays.copyOf(failed, capacity);
    experience = experience == null ? null : Arrays.copyOf(experience, capacity);
    value = value == null ? null : Arrays.copyOf(value, capacity);
    sequence = sequence == null ? null : Arrays.copyOf(sequence, capacity);
    attributes = attributes == null ? null : Arrays.copyOf(attributes, capacity);
  }

  private static int[] filled(int capacity) {
    int[] codes = new int[capacity];
    Arrays.fill(codes, NO_CHANNEL);
    return codes;
  }
}

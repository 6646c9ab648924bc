package dev.laurel.journeys.attribution;

import dev.laurel.journeys.identity.TouchpointId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Touchpoints by code, in the order in which they were first met.
 *
 * <p>A name that stands within a longer text is found there: only of a new one a text of its own is
 * made.
 */
final class NameTable {
  private static final int MULTIPLIER = 31;

  /** After so many slots a name is looked up like any other: names may be chosen to collide. */
  private static final int MOST_PROBES = 16;

  private final Map<TouchpointId, Integer> codeOf = new HashMap<>();
  private final List<TouchpointId> touchpoints = new ArrayList<>();

  /** The names that were met within texts: in each slot a code from 1, or 0. */
  private int[] slots = new int[64];

  private int taken;
  private String[] names = new String[16];

  List<TouchpointId> touchpoints() {
    return touchpoints;
  }

  int code(TouchpointId touchpoint) {
    Integer known = codeOf.putIfAbsent(touchpoint, touchpoints.size());
    if (known == null) {
      touchpoints.add(touchpoint);
      return touchpoints.size() - 1;
    }
    return known;
  }

  /** The hash of a text and one more character, as texts themselves have it. */
  static int hash(int before, char next) {
    return MULTIPLIER * before + next;
  }

  /** The code of the touchpoint whose name stands at these places of a text and has this hash. */
  int code(String text, int begin, int end, int hash) {
    int slot = slot(hash);
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      if (slots[slot] == 0) {
        return enter(text.substring(begin, end), slot);
      }
      String name = names[slots[slot] - 1];
      if (name.length() == end - begin && text.startsWith(name, begin)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return code(TouchpointId.of(text.substring(begin, end)));
  }

  private int enter(String name, int slot) {
    int code = code(TouchpointId.of(name));
    if (code >= names.length) {
      names = Arrays.copyOf(names, Math.max(code + 1, names.length * 2));
    }
    names[code] = name;
    slots[slot] = code + 1;
    taken++;
    if (taken * 2 > slots.length) {
      rehash(Math.multiplyExact(slots.length, 2));
    }
    return code;
  }

  /** Forgets what was met after so many touchpoints. */
  void keep(int count) {
    if (touchpoints.size() == count) {
      return;
    }
    while (touchpoints.size() > count) {
      codeOf.remove(touchpoints.remove(touchpoints.size() - 1));
    }
    rehash(slots.length);
  }

  private void rehash(int length) {
    int[] old = slots;
    slots = new int[length];
    taken = 0;
    for (int entry : old) {
      if (entry != 0 && entry <= touchpoints.size()) {
        int slot = slot(names[entry - 1].hashCode());
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
        taken++;
      }
    }
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }
}

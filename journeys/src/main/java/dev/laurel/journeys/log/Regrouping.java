package dev.laurel.journeys.log;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.identity.JourneyId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stretches of the journeys of a log on their way into a log of their own. */
final class Regrouping {
  private record Part(JourneyId id, @Nullable JourneyFacts facts, int from, int until) {}

  private final JourneyLog source;
  private final List<Part> parts = new ArrayList<>();

  Regrouping(JourneyLog source) {
    this.source = source;
  }

  /** The events {@code from} to {@code until} of one journey as a journey of this name. */
  void add(JourneyId id, @Nullable JourneyFacts facts, int from, int until) {
    parts.add(new Part(id, facts, from, until));
  }

  JourneyLog log() {
    parts.sort(Comparator.comparing(Part::id));
    int[] begins = new int[parts.size() + 1];
    @Nullable JourneyFacts[] facts = new JourneyFacts[parts.size()];
    ImmutableList.Builder<JourneyId> ids = ImmutableList.builder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      begins[i + 1] = begins[i] + part.until() - part.from();
      facts[i] = part.facts();
      ids.add(part.id());
    }
    int[] places = places(begins);
    Used touchpoints = new Used(source.touchpoints().size());
    Used channels = new Used(source.channels().size());
    for (int place : places) {
      touchpoints.mark(source.codeAt(place));
      channels.mark(source.channelCodeAt(place));
    }
    int[] touchpointCodes = touchpoints.codes();
    int[] channelCodes = channels.codes();
    return new JourneyLog(
        source.ties(),
        touchpoints.kept(source.touchpoints()),
        channels.kept(source.channels()),
        ids.build(),
        facts,
        begins,
        source.columns().picked(places, touchpointCodes, channelCodes));
  }

  private int[] places(int[] begins) {
    int[] places = new int[begins[parts.size()]];
    for (int i = 0; i < parts.size(); i++) {
      for (int k = 0; k < begins[i + 1] - begins[i]; k++) {
        places[begins[i] + k] = parts.get(i).from() + k;
      }
    }
    return places;
  }

  /** The names that are still in use, whose codes move together. */
  private static final class Used {
    private final boolean[] isUsed;

    Used(int count) {
      isUsed = new boolean[count];
    }

    void mark(int code) {
      if (code >= 0) {
        isUsed[code] = true;
      }
    }

    int[] codes() {
      int[] codes = new int[isUsed.length];
      int next = 0;
      for (int code = 0; code < codes.length; code++) {
        codes[code] = isUsed[code] ? next++ : -1;
      }
      return codes;
    }

    <T> ImmutableList<T> kept(List<T> names) {
      ImmutableList.Builder<T> kept = ImmutableList.builder();
      for (int code = 0; code < isUsed.length; code++) {
        if (isUsed[code]) {
          kept.add(names.get(code));
        }
      }
      return kept.build();
    }
  }
}

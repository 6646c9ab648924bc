package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The search for frequent sequences: each prefix goes on with every touchpoint that is frequent in
 * what is left of the journeys after it. Variants stand for all their journeys.
 */
final class PrefixSpan {
  private static final int MOST = 1_000_000;

  private final Variants variants;
  private final long support;
  private final int longest;
  private final List<TouchpointId> prefix = new ArrayList<>();
  private final List<FrequentSequence> found = new ArrayList<>();

  private PrefixSpan(Variants variants, long support, int longest) {
    this.variants = variants;
    this.support = support;
    this.longest = longest;
  }

  static ImmutableList<FrequentSequence> of(Variants variants, long support, int longest) {
    PrefixSpan search = new PrefixSpan(variants, support, longest);
    int[] rest = new int[variants.size()];
    for (int variant = 0; variant < rest.length; variant++) {
      rest[variant] = variants.begin(variant);
    }
    search.grow(rest);
    return ImmutableList.copyOf(search.found);
  }

  /**
   * Lengthens the prefix.
   *
   * @param rest where each variant goes on after the prefix; -1 if it does not contain it
   */
  private void grow(int[] rest) {
    long[] supports = supports(rest);
    for (int code = 0; code < supports.length; code++) {
      if (supports[code] >= support) {
        prefix.add(variants.touchpoints().get(code));
        add(supports[code]);
        if (prefix.size() < longest) {
          grow(after(rest, code));
        }
        prefix.remove(prefix.size() - 1);
      }
    }
  }

  private void add(long journeys) {
    InvalidValueException.check(
        found.size() < MOST,
        FailureCode.LIMIT_EXCEEDED,
        "support",
        "a support must leave at most %s sequences: %s",
        MOST,
        support);
    found.add(new FrequentSequence(ImmutableList.copyOf(prefix), journeys));
  }

  private long[] supports(int[] rest) {
    long[] supports = new long[variants.touchpoints().size()];
    int[] lastSeen = new int[supports.length];
    for (int variant = 0; variant < rest.length; variant++) {
      if (rest[variant] >= 0) {
        for (int i = rest[variant]; i < variants.end(variant); i++) {
          int code = variants.codes()[i];
          if (lastSeen[code] != variant + 1) {
            lastSeen[code] = variant + 1;
            supports[code] += variants.count(variant);
          }
        }
      }
    }
    return supports;
  }

  private int[] after(int[] rest, int code) {
    int[] after = new int[rest.length];
    Arrays.fill(after, -1);
    for (int variant = 0; variant < rest.length; variant++) {
      for (int i = rest[variant]; i >= 0 && i < variants.end(variant); i++) {
        if (variants.codes()[i] == code) {
          after[variant] = i + 1;
          break;
        }
      }
    }
    return after;
  }
}

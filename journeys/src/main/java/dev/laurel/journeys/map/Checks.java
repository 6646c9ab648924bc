package dev.laurel.journeys.map;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The checks that several parts of a map share. */
final class Checks {
  private static final int MOST_CHANNELS = 64;

  private Checks() {}

  static void touchpoint(Touchpoint touchpoint) {
    String subject = "touchpoint '" + touchpoint.id() + "'";
    Codes.label(subject, touchpoint.name(), 128);
    atMost(subject, "channels", touchpoint.channels(), MOST_CHANNELS);
    distinct(subject, "channels", touchpoint.channels(), channel -> channel);
  }

  static void atMost(String subject, String path, List<?> parts, int most) {
    InvalidValueException.check(
        parts.size() <= most,
        FailureCode.LIMIT_EXCEEDED,
        path,
        "%s must have at most %s %s: %s",
        subject,
        most,
        path,
        parts.size());
  }

  static <T> void distinct(String subject, String path, List<T> parts, Function<T, ?> name) {
    Set<Object> seen = new HashSet<>();
    for (T part : parts) {
      InvalidValueException.check(
          seen.add(name.apply(part)),
          FailureCode.CONFIG_DUPLICATE,
          path,
          "%s must have each of its %s once: %s",
          subject,
          path,
          name.apply(part));
    }
  }
}

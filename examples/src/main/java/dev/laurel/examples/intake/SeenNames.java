package dev.laurel.examples.intake;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names that came not long ago, so that the same text gives the same name.
 *
 * <p>Files repeat few kinds, categories and articles, and the rows of a member follow each other
 * once they are told apart; a name that is the same object is found and compared at once. There is
 * room for 256, each in the place of its text's hash code, whatever comes.
 */
final class SeenNames<T> {
  private static final int PLACES = 256;

  private final Function<String, T> making;
  private final @Nullable Seen<T>[] seen;

  private record Seen<T>(String text, T name) {}

  @SuppressWarnings({"unchecked", "rawtypes"}) // There are no arrays of a generic type.
  SeenNames(Function<String, T> making) {
    this.making = making;
    this.seen = new Seen[PLACES];
  }

  /** The name of this text; what making it throws. */
  T of(String text) {
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
    Seen<T> known = seen[place];
    if (known != null && known.text().equals(text)) {
      return known.name();
    }
    T name = making.apply(text);
    seen[place] = new Seen<>(text, name);
    return name;
  }
}

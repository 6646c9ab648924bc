package dev.laurel.core.json;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.failure.PointsOverflowException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A place in a document, such as {@code lines[3].quantity}, and the tables of that document. */
final class Place {
  private static final int LONGEST_PATH = 160;

  private final @Nullable Place parent;
  private final String step;
  private final Tables tables;

  private Place(@Nullable Place parent, String step, Tables tables) {
    this.parent = parent;
    this.step = step;
    this.tables = tables;
  }

  static Place root(Tables tables) {
    return new Place(null, "", tables);
  }

  Place field(String name) {
    return new Place(this, name, tables);
  }

  Place item(int index) {
    return new Place(this, "[" + index + "]", tables);
  }

  Tables tables() {
    return tables;
  }

  String path() {
    StringBuilder path = new StringBuilder();
    append(path);
    return path.length() <= LONGEST_PATH
        ? path.toString()
        : path.substring(0, LONGEST_PATH) + "...";
  }

  private void append(StringBuilder path) {
    if (parent != null) {
      parent.append(path);
      appendStep(path, step);
    }
  }

  /** Adds a field, or an item such as {@code [3]}; a name that is no plain word is quoted. */
  static void appendStep(StringBuilder path, String step) {
    if (step.startsWith("[")) {
      path.append(step);
    } else if (isPlainWord(step)) {
      path.append(path.length() == 0 ? "" : ".").append(step);
    } else {
      path.append('[').append(Excerpt.of(step)).append(']');
    }
  }

  private static boolean isPlainWord(String name) {
    boolean plain = !name.isEmpty() && name.length() <= 64;
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '_';
    }
    return plain;
  }

  /**
   * The failure of text from outside: {@code lines[3].quantity must be a whole number: found text}.
   */
  MalformedInputException malformed(FailureCode code, String rule) {
    String path = path();
    return new MalformedInputException(
        code, path, (path.isEmpty() ? "document" : path) + " must " + rule);
  }

  MalformedInputException wrongType(String wanted, Node found) {
    return found instanceof Node.Null
        ? malformed(FailureCode.REQUIRED, "not be null")
        : malformed(FailureCode.JSON_TYPE, "be " + wanted + ": found " + found.kind());
  }

  /** The failure of a value that could not be read again if it were written. */
  InvalidValueException unwritable(FailureCode code, String rule) {
    String path = path();
    return new InvalidValueException(
        code, path, (path.isEmpty() ? "value" : path) + " must " + rule);
  }

  /**
   * What a constructor makes of the parts; its refusal keeps its code and gets our path in front.
   */
  <T> T make(Callable<T> constructor) {
    try {
      return constructor.call();
    } catch (InvalidValueException e) {
      throw because(e.code(), e.path(), e);
    } catch (MalformedInputException e) {
      throw because(e.code(), e.path(), e);
    } catch (PointsOverflowException e) {
      throw because(e.code(), "", e);
    } catch (Exception e) {
      // A rule of a type that forgot its code; the message may hold anything, so it stays out.
      MalformedInputException failure =
          malformed(FailureCode.VALUE_INVALID, "keep the rules of its type");
      failure.initCause(e);
      throw failure;
    }
  }

  /** The same for a value without parts: whatever its refusal calls the field, it is this place. */
  <T> T makeWhole(Callable<T> constructor) {
    try {
      return make(constructor);
    } catch (MalformedInputException e) {
      String path = path();
      if (e.path().equals(path)) {
        throw e;
      }
      throw new MalformedInputException(e.code(), path, String.valueOf(e.getMessage()));
    }
  }

  private MalformedInputException because(FailureCode code, String below, Exception cause) {
    String path = path();
    String joined = path.isEmpty() || below.isEmpty() || below.startsWith("[")
        ? path + below
        : path + '.' + below;
    return new MalformedInputException(code, joined, String.valueOf(cause.getMessage()));
  }
}

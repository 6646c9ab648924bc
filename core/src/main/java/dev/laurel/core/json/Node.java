package dev.laurel.core.json;

import java.util.List;
import java.util.Map;

/** A piece of JSON whose numbers are still the text they were. */
sealed interface Node {
  /** What it is, for messages; never what it says. */
  String kind();

  /** Fields in their order. */
  record Obj(Map<String, Node> fields) implements Node {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** Items in their order. */
  record Arr(List<Node> items) implements Node {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** Text. */
  record Text(String value) implements Node {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** A number as it was written. */
  record Num(String literal) implements Node {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Node {
    @Override
    public String kind() {
      return "true or false";
    }
  }

  /** The word null, which no value of ours is. */
  record Null() implements Node {
    @Override
    public String kind() {
      return "null";
    }
  }
}

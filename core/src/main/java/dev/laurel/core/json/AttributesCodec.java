package dev.laurel.core.json;

import dev.laurel.core.activity.Attributes;
import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Facts as plain JSON: {@code {"colour":"red","mileage":42000,"vip":true}}. */
final class AttributesCodec implements Codec<Attributes> {
  private static final Pattern PLAIN = Pattern.compile("[-.0-9]+");

  @Override
  public Node write(Attributes value, Place at) {
    Map<String, Node> fields = new LinkedHashMap<>();
    value.values().forEach((name, fact) -> fields.put(name, write(fact, at.field(name))));
    return new Node.Obj(fields);
  }

  private static Node write(Attributes.Value fact, Place at) {
    if (fact instanceof Attributes.Text text) {
      return new Node.Text(text.text());
    } else if (fact instanceof Attributes.Flag flag) {
      return new Node.Bool(flag.isSet());
    }
    String literal = ((Attributes.Decimal) fact).number().toPlainString();
    if (literal.length() > NodeReader.LONGEST_NUMBER) {
      throw at.unwritable(FailureCode.NUMBER_TOO_LONG, "be a number of at most 64 characters");
    }
    return new Node.Num(literal);
  }

  @Override
  public Attributes read(Node node, Place at) {
    if (!(node instanceof Node.Obj object)) {
      throw at.wrongType("an object", node);
    }
    Map<String, Attributes.Value> facts = new LinkedHashMap<>();
    object.fields().forEach((name, fact) -> facts.put(name, fact(fact, at.field(name))));
    return at.makeWhole(() -> Attributes.of(facts));
  }

  private static Attributes.Value fact(Node node, Place at) {
    if (node instanceof Node.Text text) {
      return text(text.value(), at);
    } else if (node instanceof Node.Bool bool) {
      return new Attributes.Flag(bool.value());
    } else if (!(node instanceof Node.Num number)) {
      throw at.wrongType("text, a number, true or false", node);
    } else if (!PLAIN.matcher(number.literal()).matches()) {
      throw at.malformed(
          FailureCode.JSON_NUMBER, "be a number without exponent: " + Excerpt.of(number.literal()));
    } else {
      return at.makeWhole(() -> new Attributes.Decimal(ExactNumber.parse(number.literal())));
    }
  }

  /** A fact may be about a person, so that a message does not show it. */
  private static Attributes.Value text(String text, Place at) {
    try {
      return new Attributes.Text(text);
    } catch (InvalidValueException e) {
      throw at.malformed(
          e.code(), "keep the rules of text: found " + text.length() + " characters");
    }
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return schemas.refer(
        "Attributes",
        () -> Schemas.obj(
            "type",
            new Node.Text("object"),
            "additionalProperties",
            Schemas.obj("type", Schemas.texts(List.of("string", "number", "boolean")))));
  }
}

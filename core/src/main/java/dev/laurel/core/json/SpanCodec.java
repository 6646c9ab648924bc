package dev.laurel.core.json;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A span as its two instants; an open end is left out. */
final class SpanCodec implements Codec<Span> {
  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private final Codec<Instant> instant;

  SpanCodec(Codec<Instant> instant) {
    this.instant = instant;
  }

  @Override
  public Node write(Span value, Place at) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!value.isUnboundedStart()) {
      fields.put(FROM, instant.write(value.from(), at.field(FROM)));
    }
    if (!value.isUnboundedEnd()) {
      fields.put(UNTIL, instant.write(value.until(), at.field(UNTIL)));
    }
    return new Node.Obj(fields);
  }

  @Override
  public Span read(Node node, Place at) {
    if (!(node instanceof Node.Obj object)) {
      throw at.wrongType("an object", node);
    }
    for (String name : object.fields().keySet()) {
      if (!name.equals(FROM) && !name.equals(UNTIL)) {
        throw at.field(name)
            .malformed(FailureCode.JSON_UNKNOWN_FIELD, "not be given: a span has from and until");
      }
    }
    Instant from = end(object, FROM, Span.BEGINNING, at);
    Instant until = end(object, UNTIL, Span.END, at);
    return at.make(() -> new Span(from, until));
  }

  private Instant end(Node.Obj object, String name, Instant open, Place at) {
    Node node = object.fields().get(name);
    return node == null ? open : instant.read(node, at.field(name));
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    Node.Obj each = instant.schema(schemas);
    return schemas.refer("Span", () -> {
      Map<String, Node> fields = new LinkedHashMap<>();
      fields.put(FROM, each);
      fields.put(UNTIL, each);
      return Schemas.closed(fields, List.of());
    });
  }
}

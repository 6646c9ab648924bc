package dev.laurel.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** Nodes to JSON text without white space, within the limits of {@link NodeReader}. */
final class NodeWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamWriteConstraints(
          StreamWriteConstraints.builder().maxNestingDepth(NodeReader.DEEPEST).build())
      .build();

  private NodeWriter() {}

  static String text(Node node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(node, generator);
    } catch (StreamConstraintsException e) {
      throw beyond("be at most " + NodeReader.DEEPEST + " levels deep");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (text.getBuffer().length() > NodeReader.LONGEST_DOCUMENT) {
      throw beyond("be at most " + NodeReader.LONGEST_DOCUMENT + " characters of JSON");
    }
    return text.toString();
  }

  static void write(Node node, JsonGenerator generator) throws IOException {
    if (node instanceof Node.Obj object) {
      generator.writeStartObject();
      for (Map.Entry<String, Node> field : object.fields().entrySet()) {
        generator.writeFieldName(field.getKey());
        write(field.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (node instanceof Node.Arr array) {
      generator.writeStartArray();
      for (Node item : array.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (node instanceof Node.Text text) {
      generator.writeString(text.value());
    } else if (node instanceof Node.Num number) {
      write(number.literal(), generator);
    } else if (node instanceof Node.Bool bool) {
      generator.writeBoolean(bool.value());
    } else {
      generator.writeNull();
    }
  }

  /** As a number where that gives the same text, since a tree would make a double of text. */
  private static void write(String literal, JsonGenerator generator) throws IOException {
    BigDecimal number = new BigDecimal(literal);
    if (number.scale() == 0 && number.precision() <= 18) {
      generator.writeNumber(number.longValueExact());
    } else if (number.toString().equals(literal)) {
      generator.writeNumber(number);
    } else {
      generator.writeNumber(literal);
    }
  }

  private static InvalidValueException beyond(String rule) {
    return new InvalidValueException(FailureCode.LIMIT_EXCEEDED, "", "value must " + rule);
  }
}

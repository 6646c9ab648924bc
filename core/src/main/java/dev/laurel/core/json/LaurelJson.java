package dev.laurel.core.json;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.MoneyGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The one door between values and JSON documents.
 *
 * <p>Writing is canonical: equal values give the same bytes, with fields in a fixed order, sets and
 * maps sorted, no white space, and nothing where a value has nothing. Reading is strict: a field
 * that is unknown, twice there or of the wrong type is refused, and nothing is ever converted.
 *
 * <pre>
 *   {"schemaVersion":1,"type":"purchase","id":"r-17","member":"m-1042",
 *    "occurredAt":"2026-03-01T09:30:00Z","recordedAt":"2026-03-01T09:30:00Z","currency":"EUR",
 *    "lines":[{"sku":"oil-5w30","quantity":2,"unitPrice":"EUR 14.90", ...}], ...}
 * </pre>
 *
 * <p>Money is text at the scale of its currency, points are units of a type that the document names
 * once in {@code pointTypes}, ratios and decimals are text, times are ISO 8601. The schema is
 * {@link #schema()}.
 *
 * <p>What cannot be read is one {@link dev.laurel.core.failure.MalformedInputException} with a code
 * and a JSON path such as {@code lines[3].quantity}. Of several failures the first of this order is
 * reported: JSON_LIMIT of the document as a whole, JSON_ENCODING of its bytes; what stands first in
 * the text of JSON_SYNTAX, JSON_NUMBER, JSON_DUPLICATE_KEY, JSON_LIMIT and JSON_ENCODING of
 * escapes; the schema version, the table of point types, and then for each object from the
 * outermost: JSON_UNKNOWN_TYPE, JSON_UNKNOWN_FIELD, its fields in their order, and the rules of its
 * type.
 */
public final class LaurelJson {
  private static final LaurelJson STANDARD = new LaurelJson(Documents.CORE, MoneyGate.standard());

  private final Documents documents;
  private final MoneyGate gate;

  private LaurelJson(Documents documents, MoneyGate gate) {
    this.documents = documents;
    this.gate = gate;
  }

  /** The door with the standard gate for money. */
  public static LaurelJson standard() {
    return STANDARD;
  }

  /** The same door with another gate, for currencies such as XAU to which it gives a scale. */
  public LaurelJson withMoneyGate(MoneyGate moneyGate) {
    return new LaurelJson(documents, requireNonNull(moneyGate, "moneyGate"));
  }

  /** The same door that also takes the documents of a module; it is made once and kept. */
  public LaurelJson with(JsonTypes module) {
    return new LaurelJson(documents.with(requireNonNull(module, "module")), gate);
  }

  /**
   * The document of the value, on one line.
   *
   * @throws InvalidValueException TYPE_NOT_ALLOWED if the value has no document; otherwise the code
   *     of what could not be read again, such as a lone surrogate in a text
   */
  public String write(Object value) {
    return NodeWriter.text(node(requireNonNull(value, "value")));
  }

  /** The document of the value in UTF-8; see {@link #write}. */
  public byte[] writeBytes(Object value) {
    byte[] bytes = write(value).getBytes(StandardCharsets.UTF_8);
    InvalidValueException.check(
        bytes.length <= NodeReader.LONGEST_DOCUMENT,
        FailureCode.LIMIT_EXCEEDED,
        "",
        "value must be at most %s bytes of JSON: %s",
        NodeReader.LONGEST_DOCUMENT,
        bytes.length);
    return bytes;
  }

  /**
   * Writes one document to a line.
   *
   * @throws UncheckedIOException if the stream cannot be written
   */
  public void writeLines(Iterable<?> values, OutputStream out) {
    requireNonNull(out, "out");
    try {
      for (Object value : values) {
        out.write(writeBytes(value));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value of a document.
   *
   * @throws dev.laurel.core.failure.MalformedInputException if it is not the document of such a
   *     value
   * @throws InvalidValueException TYPE_NOT_ALLOWED if values of the type have no document
   */
  public <T> T read(String json, Class<T> type) {
    requireNonNull(type, "type");
    return read(NodeReader.parse(requireNonNull(json, "json")), type);
  }

  /**
   * The value of a document in UTF-8 without a byte order mark; see {@link #read(String, Class)}.
   */
  public <T> T read(byte[] json, Class<T> type) {
    return read(NodeReader.decode(requireNonNull(json, "json")), type);
  }

  /**
   * The value of a stream that is one document in UTF-8; see {@link #read(String, Class)}.
   *
   * <p>At most 16 MiB are read. The stream is the caller's to close.
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  public <T> T read(InputStream json, Class<T> type) {
    requireNonNull(json, "json");
    try {
      return read(json.readNBytes(NodeReader.LONGEST_DOCUMENT + 1), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a stream, each of which is a document in UTF-8. */
  public <T> JsonLines<T> readLines(InputStream lines, Class<T> type) {
    requireNonNull(type, "type");
    return new JsonLines<>(requireNonNull(lines, "lines"), line -> read(line, type));
  }

  /** The JSON Schema, draft 2020-12, of every document of core. */
  public static String schema() {
    return JsonTypes.resource(LaurelJson.class, "laurel-1.schema.json");
  }

  <T> T read(Node node, Class<T> type) {
    return documents.read(node, type, gate);
  }

  Documents documents() {
    return documents;
  }

  Node node(Object value) {
    return documents.write(value, gate);
  }
}

package dev.laurel.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * JSON text to nodes, within limits: 16 MiB of text, 160 levels, texts of 64 KiB, names of 1,024
 * characters, numbers of 64, and 4,000,000 tokens.
 */
final class NodeReader {
  static final int LONGEST_DOCUMENT = 16 << 20;
  /** A condition may be 64 deep, which is twice as many levels of JSON, within a program. */
  static final int DEEPEST = 160;

  static final int LONGEST_TEXT = 64 << 10;
  static final int LONGEST_NAME = 1024;
  static final int LONGEST_NUMBER = 64;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxDocumentLength(LONGEST_DOCUMENT)
          .maxNestingDepth(DEEPEST)
          .maxStringLength(LONGEST_TEXT)
          .maxNameLength(LONGEST_NAME)
          .maxNumberLength(LONGEST_NUMBER)
          .maxTokenCount(4_000_000)
          .build())
      // Names come from outside: a table of them that outlives the document could be filled.
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .build();

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern ALMOST_NUMBER =
      Pattern.compile("[+-]?(?:NaN|Infinity|INF|[0-9]*\\.?[0-9]*(?:[eE][+-]?[0-9]*)?)");

  private NodeReader() {}

  /** The characters of the bytes, which must be UTF-8 without a byte order mark. */
  static String decode(byte[] bytes) {
    if (bytes.length > LONGEST_DOCUMENT) {
      throw tooLong();
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      return decoder.decode(input).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedInputException(
          FailureCode.JSON_ENCODING,
          "",
          "document must be UTF-8: byte " + input.position() + " is not");
    }
  }

  /** The one value that the text is. */
  static Node parse(String text) {
    if (text.length() > LONGEST_DOCUMENT) {
      throw tooLong();
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      try {
        if (parser.nextToken() == null) {
          throw syntax(path(parser), text.length(), "not be empty");
        }
        Node node = read(parser);
        if (parser.nextToken() != null) {
          long offset = parser.currentTokenLocation().getCharOffset();
          throw syntax("", offset, "end after its value");
        }
        return node;
      } catch (StreamConstraintsException e) {
        throw limit(parser);
      } catch (JsonProcessingException e) {
        throw unreadable(parser, e, text);
      }
    } catch (IOException e) {
      throw syntax("", 0, "be JSON");
    }
  }

  /** The value that starts at the parser's current token. */
  static Node read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(parser);
    } else if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(parser));
      }
      return new Node.Arr(items);
    } else if (token == JsonToken.VALUE_STRING) {
      return new Node.Text(wellFormed(parser.getText(), parser));
    } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return number(parser);
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new Node.Bool(token == JsonToken.VALUE_TRUE);
    } else if (token == JsonToken.VALUE_NULL) {
      return new Node.Null();
    }
    throw new MalformedInputException(
        FailureCode.JSON_TYPE, path(parser), "document must hold JSON values alone: " + token);
  }

  private static Node object(JsonParser parser) throws IOException {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.currentName(), parser);
      if (fields.containsKey(name)) {
        throw new MalformedInputException(
            FailureCode.JSON_DUPLICATE_KEY,
            path(parser),
            "document must have each field once: " + Excerpt.of(name));
      }
      parser.nextToken();
      fields.put(name, read(parser));
    }
    return new Node.Obj(fields);
  }

  private static Node number(JsonParser parser) throws IOException {
    String literal = parser.getText();
    if (literal.length() > LONGEST_NUMBER) {
      throw limit(parser);
    }
    if (!isPlain(literal) && !NUMBER.matcher(literal).matches()) {
      throw notANumber(path(parser), literal);
    }
    return new Node.Num(literal);
  }

  /** The usual case without a pattern: digits, of which the first is not zero. */
  private static boolean isPlain(String literal) {
    boolean plain = !literal.isEmpty() && literal.charAt(0) != '0';
    for (int i = 0; plain && i < literal.length(); i++) {
      plain = literal.charAt(i) >= '0' && literal.charAt(i) <= '9';
    }
    return plain;
  }

  /** JSON may escape one half of a pair; no text of ours is made of halves. */
  private static String wellFormed(String text, JsonParser parser) {
    if (!isWellFormed(text)) {
      throw new MalformedInputException(
          FailureCode.JSON_ENCODING, path(parser), "document must not hold lone surrogates");
    }
    return text;
  }

  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** What the parser stumbled over: a number in a form of its own, or no JSON at all. */
  private static MalformedInputException unreadable(
      JsonParser parser, JsonProcessingException failure, String text) {
    long offset = failure.getLocation() == null ? 0 : failure.getLocation().getCharOffset();
    int at = (int) Math.max(0, Math.min(offset, text.length()));
    int from = at;
    while (from > 0 && isWordPart(text.charAt(from - 1))) {
      from--;
    }
    int until = at;
    while (until < text.length()
        && until - from <= LONGEST_NUMBER
        && isWordPart(text.charAt(until))) {
      until++;
    }
    String word = text.substring(from, until);
    boolean isNumber = until < text.length()
        && !word.isEmpty()
        && ALMOST_NUMBER.matcher(word).matches()
        && !NUMBER.matcher(word).matches();
    return isNumber
        ? notANumber(path(parser), word)
        : syntax(path(parser), at, "be JSON as RFC 8259 defines it");
  }

  private static boolean isWordPart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '+'
        || c == '-'
        || c == '.';
  }

  private static MalformedInputException notANumber(String path, String literal) {
    return new MalformedInputException(
        FailureCode.JSON_NUMBER,
        path,
        (path.isEmpty() ? "document" : path) + " must be a JSON number: " + Excerpt.of(literal));
  }

  private static MalformedInputException syntax(String path, long offset, String rule) {
    return new MalformedInputException(
        FailureCode.JSON_SYNTAX, path, "document must " + rule + ": at character " + offset);
  }

  private static MalformedInputException limit(JsonParser parser) {
    return new MalformedInputException(
        FailureCode.JSON_LIMIT,
        path(parser),
        "document must keep the limits: " + DEEPEST + " levels, texts of " + LONGEST_TEXT
            + " characters, names of " + LONGEST_NAME + ", numbers of " + LONGEST_NUMBER);
  }

  private static MalformedInputException tooLong() {
    return new MalformedInputException(
        FailureCode.JSON_LIMIT, "", "document must be at most " + LONGEST_DOCUMENT + " bytes long");
  }

  private static String path(JsonParser parser) {
    List<String> steps = new ArrayList<>();
    for (JsonStreamContext at = parser.getParsingContext();
        at != null && !at.inRoot();
        at = at.getParent()) {
      String name = at.getCurrentName();
      if (at.inArray()) {
        steps.add("[" + Math.max(0, at.getCurrentIndex()) + "]");
      } else if (name != null) {
        steps.add(name);
      }
    }
    StringBuilder path = new StringBuilder();
    for (int i = steps.size() - 1; i >= 0 && path.length() < 160; i--) {
      Place.appendStep(path, steps.get(i));
    }
    return path.toString();
  }
}

package dev.laurel.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.laurel.core.failure.MalformedInputException;
import java.io.IOException;

/**
 * Laurel's documents for an {@code ObjectMapper} of the caller's own.
 *
 * <p>Each document is the same as that of {@link LaurelJson}, its schema version included, also
 * where it is a part of another object. A failure is a {@link JsonMappingException} whose cause is
 * the {@link MalformedInputException}. The limits of length and depth are those of the caller's
 * mapper, and so is what it says of duplicate fields outside our documents; inside them they are
 * refused.
 */
public final class LaurelModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** The module with the standard gate for money. */
  public LaurelModule() {
    this(LaurelJson.standard());
  }

  /** The module that writes and reads as this door does. */
  public LaurelModule(LaurelJson json) {
    super("laurel-core");
    for (Class<?> type : json.documents().types()) {
      add(type, json);
      for (Class<?> part : json.documents().casesOf(type)) {
        add(part, json);
      }
    }
  }

  private <T> void add(Class<T> type, LaurelJson json) {
    addSerializer(type, new Writer<>(json));
    addDeserializer(type, new Reader<>(type, json));
  }

  private static final class Writer<T> extends JsonSerializer<T> {
    private final LaurelJson json;

    Writer(LaurelJson json) {
      this.json = json;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      NodeWriter.write(json.node(value), generator);
    }
  }

  private static final class Reader<T> extends JsonDeserializer<T> {
    private final Class<T> type;
    private final LaurelJson json;

    Reader(Class<T> type, LaurelJson json) {
      this.type = type;
      this.json = json;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      try {
        return json.read(NodeReader.read(parser), type);
      } catch (MalformedInputException e) {
        throw JsonMappingException.from(parser, String.valueOf(e.getMessage()), e);
      }
    }
  }
}

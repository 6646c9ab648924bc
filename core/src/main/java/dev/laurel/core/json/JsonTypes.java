package dev.laurel.core.json;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.identity.Codes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The documents that a module, or a user, has beside those of core.
 *
 * <p>Codecs are derived as those of core are: a public record has a field for each component, a
 * sealed interface is the family of its cases. What is made by a builder needs a line that names
 * its attributes in order, and a type that is neither needs a form that is.
 *
 * <pre>{@code
 * JsonTypes types = JsonTypes.builder("tiers")
 *     .fields(Rung.class, "tier enter stay reenter forLife factor")
 *     .document(TierLadder.class)
 *     .build();
 * LaurelJson json = LaurelJson.standard().with(types);
 * }</pre>
 */
public final class JsonTypes {
  private final String module;
  private final ImmutableMap<Class<?>, String> orders;
  private final ImmutableList<Form> forms;
  private final ImmutableList<Class<?>> documents;

  /** A type whose form is not derived. */
  interface Form {
    /** Makes the form known. */
    void enter(Codecs codecs);
  }

  /** A type that is written as another one. */
  private record Parts<T, S>(Class<T> type, Class<S> parts, Function<T, S> to, Function<S, T> from)
      implements Form {
    @Override
    public void enter(Codecs codecs) {
      codecs.enter(type, new MappedCodec<>(type, (RootCodec) codecs.of(parts), to, from));
    }
  }

  /** A type that is written as a number. */
  private record Real<T>(Class<T> type, ToDoubleFunction<T> to, DoubleFunction<T> from)
      implements Form {
    @Override
    public void enter(Codecs codecs) {
      codecs.enter(type, new RealCodec<>(to, from));
    }
  }

  private JsonTypes(Builder builder) {
    this.module = builder.module;
    this.orders = builder.orders.buildOrThrow();
    this.forms = builder.forms.build();
    this.documents = builder.documents.build();
  }

  /**
   * A builder for the documents of a module.
   *
   * @param module the name of the module, 1 to 32 lower-case letters, digits, hyphens and
   *     underscores; the schema is called after it
   */
  public static Builder builder(String module) {
    return new Builder(Codes.code("module", module, 32));
  }

  /**
   * The JSON Schema, draft 2020-12, of these documents, as it follows from their codecs.
   *
   * <p>What core defines is referred to as {@code urn:dev.laurel:core:1}, which is
   * {@link LaurelJson#schema()}. A module publishes this text, and a test compares the two.
   */
  public String schema() {
    return NodeWriter.text(new Documents(ImmutableList.of(this)).schemaOf(this));
  }

  /**
   * The schema that a module publishes, from {@code laurel-MODULE-1.schema.json} beside a class.
   *
   * @throws IllegalStateException if it is not there
   */
  public String published(Class<?> beside) {
    return resource(beside, "laurel-" + module + "-1.schema.json");
  }

  static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      checkState(in != null, "there must be %s beside %s", name, beside);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String module() {
    return module;
  }

  ImmutableMap<Class<?>, String> orders() {
    return orders;
  }

  ImmutableList<Form> forms() {
    return forms;
  }

  ImmutableList<Class<?>> documents() {
    return documents;
  }

  /** Builds {@link JsonTypes}. */
  public static final class Builder {
    private final String module;
    private final ImmutableMap.Builder<Class<?>, String> orders = ImmutableMap.builder();
    private final ImmutableList.Builder<Form> forms = ImmutableList.builder();
    private final ImmutableList.Builder<Class<?>> documents = ImmutableList.builder();

    private Builder(String module) {
      this.module = module;
    }

    /**
     * A type that is made by its {@code builder()}.
     *
     * @param attributes all attributes in the order of the fields, with spaces between them
     */
    @CanIgnoreReturnValue
    public Builder fields(Class<?> type, String attributes) {
      orders.put(type, requireNonNull(attributes, "attributes"));
      return this;
    }

    /**
     * A type that is written as a record of its parts.
     *
     * @param parts the record, which need not be public where its constructor is
     */
    @CanIgnoreReturnValue
    public <T, S extends Record> Builder form(
        Class<T> type, Class<S> parts, Function<T, S> to, Function<S, T> from) {
      forms.add(new Parts<>(
          requireNonNull(type, "type"),
          requireNonNull(parts, "parts"),
          requireNonNull(to, "to"),
          requireNonNull(from, "from")));
      return this;
    }

    /**
     * A type that is written as a number of statistics, such as {@code 1.5}: the shortest that is
     * read back as the same one.
     */
    @CanIgnoreReturnValue
    public <T> Builder real(Class<T> type, ToDoubleFunction<T> to, DoubleFunction<T> from) {
      forms.add(new Real<>(
          requireNonNull(type, "type"), requireNonNull(to, "to"), requireNonNull(from, "from")));
      return this;
    }

    /** A type whose values stand alone. */
    @CanIgnoreReturnValue
    public Builder document(Class<?> type) {
      documents.add(type);
      return this;
    }

    /** The documents; whether codecs can be derived shows when they are given to a door. */
    public JsonTypes build() {
      return new JsonTypes(this);
    }
  }
}

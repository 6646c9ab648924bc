package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Line;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types and JSON do not drift apart: a new attribute is a new field, or the build fails. */
class JsonKeysTest {
  static List<ObjectCodec> codecs() {
    return Documents.CORE.codecs().objects();
  }

  @Test
  void manyTypesAreCovered() {
    assertThat(codecs()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void theFieldsAreTheAttributes(ObjectCodec codec) throws ClassNotFoundException {
    Set<String> keys = new TreeSet<>();
    codec.fields().forEach(field -> keys.add(field.getter().getName()));

    Set<String> attributes =
        codec.type().isRecord() ? components(codec.type()) : generatedAttributes(codec.type());

    assertThat(keys).isEqualTo(attributes);
  }

  @Test
  void anOrderOfFieldsThatForgetsAnAttributeFails() {
    assertThatThrownBy(() -> Attributed.codec(
                Line.class, "sku category quantity unitPrice discount", new Codecs(List.of()))
            .fields())
        .hasMessageContaining("tax");
  }

  @Test
  void anOrderOfFieldsThatInventsAnAttributeFails() {
    assertThatThrownBy(() -> Attributed.codec(
                Line.class,
                "sku category quantity unitPrice discount tax colour",
                new Codecs(List.of()))
            .fields())
        .hasMessageContaining("colour");
  }

  /** Row 119: there is no class of ours that Java's own serialisation would read. */
  @ParameterizedTest
  @MethodSource("codecs")
  void noValueIsSerialisedByJava(ObjectCodec codec) {
    assertThat(Serializable.class).matches(type -> !type.isAssignableFrom(codec.type()));
  }

  private static Set<String> components(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent part : type.getRecordComponents()) {
      names.add(part.getName());
    }
    return names;
  }

  /** The generated class keeps each attribute in a field; those that are derived have no setter. */
  private static Set<String> generatedAttributes(Class<?> type) throws ClassNotFoundException {
    Class<?> generated = Class.forName(type.getPackageName() + ".Immutable" + type.getSimpleName());
    Class<?> builder = Arrays.stream(type.getDeclaredClasses())
        .filter(each -> each.getSimpleName().equals("Builder"))
        .findFirst()
        .orElseThrow();
    Set<String> names = new TreeSet<>();
    for (Field field : generated.getDeclaredFields()) {
      String name = field.getName();
      String capital = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
      Set<String> setters = Set.of(name, "addAll" + capital, "putAll" + capital);
      boolean isSet =
          Arrays.stream(builder.getMethods()).map(Method::getName).anyMatch(setters::contains);
      if (!Modifier.isStatic(field.getModifiers()) && isSet) {
        names.add(name);
      }
    }
    return names;
  }
}

package dev.laurel.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.InvalidValueException;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.immutables.value.Value;
import org.junit.jupiter.api.Test;

class LaurelValueTest {

  @Test
  void buildsAnEqualValueFromEqualAttributes() {
    Sample one = Sample.builder().name("a").addCategory("food").build();
    Sample other = Sample.builder().name("a").addAllCategories(Set.of("food")).build();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> Sample.builder().build())
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("name");
  }

  @Test
  void namesWhatIsSetTwice() {
    assertThatThrownBy(() -> Sample.builder().name("a").name("b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name");
  }

  @Test
  void hidesTheImplementation() {
    Sample sample = Sample.builder().name("a").build();
    assertThat(Modifier.isPublic(sample.getClass().getModifiers())).isFalse();
  }

  @Value.Immutable
  @LaurelValue
  abstract static class Sample {
    Sample() {}

    abstract String name();

    abstract Set<String> categories();

    static Builder builder() {
      return new Builder();
    }

    static final class Builder extends ImmutableSample.Builder {
      Builder() {}
    }
  }
}

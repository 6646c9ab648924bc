package dev.laurel.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Category;
import org.junit.jupiter.api.Test;

class SeenNamesTest {
  private final SeenNames<Category> names = new SeenNames<>(Category::of);

  @Test
  void theSameTextGivesTheSameName() {
    Category first = names.of("service");

    assertThat(names.of(new String("service"))).isSameAs(first).isEqualTo(Category.of("service"));
  }

  @Test
  void textsOfOneHashCodeAreToldApart() {
    assertThat("Aa").hasSameHashCodeAs("BB");
    for (int i = 0; i < 3; i++) {
      assertThat(names.of("Aa")).isEqualTo(Category.of("Aa"));
      assertThat(names.of("BB")).isEqualTo(Category.of("BB"));
    }
  }

  @Test
  void moreTextsThanThereIsRoomForStayRight() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(names.of("c" + i % 1_000)).isEqualTo(Category.of("c" + i % 1_000));
    }
  }

  @Test
  void whatIsNoNameIsRefusedEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> names.of(" ")).isInstanceOf(InvalidValueException.class);
    }
  }
}

package dev.laurel.benchmarks.basket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.basket.RewardBasket;
import dev.laurel.core.basket.RewardChooser.Repetition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedCatalogTest {

  @ParameterizedTest
  @ValueSource(ints = {20, 200, 2_000})
  void theExactChoiceFindsWhatWasPlanted(int size) {
    PlantedCatalog catalog = PlantedCatalog.of(size);

    RewardBasket best = catalog.chooser().best(catalog.balance(), Repetition.ONCE);

    assertThat(best.value()).isEqualTo(catalog.best());
    assertThat(best.leftover().isZero()).isTrue();
    assertThat(best.items()).allMatch(item -> item.reward().id().value().startsWith("planted-"));
  }
}

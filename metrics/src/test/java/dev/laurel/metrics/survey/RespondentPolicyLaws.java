package dev.laurel.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.metrics.Generators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever people return. */
class RespondentPolicyLaws {
  @Provide
  Arbitrary<List<Response>> responses() {
    return Generators.responses();
  }

  @Property
  void nothingIsLost(
      @ForAll RespondentPolicy policy, @ForAll("responses") List<Response> responses) {
    List<Response> selected = policy.select(responses);

    assertThat(selected).hasSameSizeAs(responses);
    assertThat(selected)
        .extracting(Response::answer)
        .isEqualTo(responses.stream().map(Response::answer).toList());
  }

  @Property
  void latestAndFirstCountEachPersonAtMostOnce(@ForAll("responses") List<Response> responses) {
    for (RespondentPolicy policy : List.of(RespondentPolicy.LATEST, RespondentPolicy.FIRST)) {
      List<Response> counted =
          policy.select(responses).stream().filter(Response::isAnswered).toList();

      assertThat(counted).extracting(Response::respondent).doesNotHaveDuplicates();
      assertThat(counted.stream().map(Response::respondent))
          .hasSameElementsAs(responses.stream()
              .filter(Response::isAnswered)
              .map(Response::respondent)
              .toList());
    }
  }

  @Property
  void theOrderOfArrivalDoesNotMatter_G2(
      @ForAll RespondentPolicy policy,
      @ForAll("responses") List<Response> responses,
      @ForAll long seed) {
    List<Response> shuffled = new ArrayList<>(responses);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(policy.select(shuffled)).hasSameElementsAs(policy.select(responses));
  }
}

package dev.laurel.core.triangle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.breakage.Cohort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of triangles tell broken twins from sound ones (S12). */
class BrokenTrianglesTest {
  private static final List<TriangleLaws.Fate> SOME =
      List.of(new TriangleLaws.Fate(3, 100, 40, 50), new TriangleLaws.Fate(80, 20, 20, 1));
  private static final List<TriangleLaws.Fate> MORE = List.of(new TriangleLaws.Fate(3, 50, 10, 9));
  private static final List<TriangleLaws.Fate> REST = List.of(new TriangleLaws.Fate(90, 7, 7, 30));

  @Test
  void theSoundMergePasses() {
    TriangleLaws.checkMerging(TriangleAccumulator::merge, SOME, MORE, REST);
  }

  @Test
  void aMergeThatKeepsTheLargerIsTold() {
    assertThatThrownBy(() -> TriangleLaws.checkMerging(
            (one, other) -> issued(one) >= issued(other) ? one : other, SOME, MORE, REST))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aMergeThatCountsItsOwnTwiceIsTold() {
    assertThatThrownBy(() -> TriangleLaws.checkMerging(
            (one, other) -> one.merge(one).merge(other), SOME, MORE, REST))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aChainLadderWithoutACapIsTold() {
    Development development =
        ChainLadder.of(SigmaTail.MACK).fit(Triangles.loyalty()).orElseThrow();
    Cohort young = Cohort.of("2025", 2000, 1800, 1);

    assertThatThrownBy(() -> TriangleLaws.checkBounds(
            young.redeemed() * (development.factorToUltimate(1) - 1), young))
        .isInstanceOf(AssertionError.class);
  }

  private static long issued(TriangleAccumulator lots) {
    return lots.triangle().rows().stream().mapToLong(TriangleRow::issued).sum();
  }
}

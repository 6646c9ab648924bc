package dev.laurel.journeys.attribution;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathCountsTest {
  private static final List<TouchpointId> GM = List.of(TouchpointId.of("g"), TouchpointId.of("m"));

  @Test
  void aPathIsReadFromItsText() {
    PathCounts.Builder texts = PathCounts.builder();
    texts.add("g", '>', 2, 1).add(" m > ", '>', 1, 0).add("g\t>>\u2003m", '>', 1, 0);

    assertThat(RemovalEffects.of(texts.build())).isEqualTo(RemovalEffects.of(Paths.toy()));
    assertThat(texts.build().touchpoints()).isEqualTo(GM);
    assertThat(PathCounts.builder().add("  ", '>', 1, 0).build().length(0)).isZero();
    assertThat(PathCounts.builder()
            .add("test drive>\u8a66\u4e57", '>', 1, 0)
            .build()
            .touchpoints())
        .extracting(TouchpointId::value)
        .containsExactly("test drive", "\u8a66\u4e57");
  }

  @Test
  void aPathIsCodesAlready() {
    PathCounts codes = PathCounts.ofCodes(
        GM, new int[] {0, 1, 2, 4}, new int[] {0, 1, 0, 1}, new long[] {2, 1, 1}, new long[] {
          1, 0, 0
        });

    assertThat(codes.journeys()).isEqualTo(5);
    assertThat(RemovalEffects.of(codes)).isEqualTo(RemovalEffects.of(Paths.toy()));
  }

  @Test
  void codesThatCannotBeAreRefused() {
    int[] begins = {0, 1};
    long[] one = {1};
    refused(FailureCode.RANGE, () -> PathCounts.ofCodes(GM, begins, new int[] {2}, one, one));
    refused(FailureCode.RANGE, () -> PathCounts.ofCodes(GM, begins, new int[] {-1}, one, one));
    refused(FailureCode.RANGE, () -> PathCounts.ofCodes(GM, begins, new int[] {0, 1}, one, one));
    refused(
        FailureCode.RANGE,
        () -> PathCounts.ofCodes(
            GM, new int[] {0, 2, 1}, new int[] {0}, new long[] {1, 1}, new long[] {0, 0}));
    refused(
        FailureCode.RANGE,
        () -> PathCounts.ofCodes(GM, begins, new int[] {0}, one, new long[] {Long.MIN_VALUE}));
    refused(
        FailureCode.CONFIG_DUPLICATE,
        () -> PathCounts.ofCodes(List.of(GM.get(0), GM.get(0)), begins, new int[] {0}, one, one));
  }

  @Test
  void aPathThatIsRefusedLeavesNothingBehind() {
    PathCounts.Builder paths = PathCounts.builder();
    refused(FailureCode.TEXT_INVALID, () -> paths.add("g > " + "x".repeat(257), '>', 1, 0));
    refused(FailureCode.RANGE, () -> paths.add("g", '>', -1, 0));
    paths.add("m", '>', 1, 0);

    assertThat(paths.build().rows()).isEqualTo(1);
    assertThat(paths.build().length(0)).isEqualTo(1);
    assertThat(paths.build().touchpoints()).containsExactly(TouchpointId.of("m"));
  }

  @Test
  void whatWasBuiltDoesNotSeeWhatIsAddedLater() {
    PathCounts.Builder paths = PathCounts.builder();
    PathCounts before = paths.add("g > m", '>', 1, 0).build();
    refused(FailureCode.TEXT_INVALID, () -> paths.add("m > \u0000", '>', 1, 0));
    PathCounts after = paths.add("m", '>', 7, 7).build();

    assertThat(before.rows()).isEqualTo(1);
    assertThat(before.journeys()).isEqualTo(1);
    assertThat(before.length(0)).isEqualTo(2);
    assertThat(after.rows()).isEqualTo(2);
    assertThat(after.journeys()).isEqualTo(15);
  }

  /** "Aa" and "BB" have one hash, and so has every text made of as many of them. */
  @Test
  void namesThatCollideAreToldApart() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1 << 10; i++) {
      int bits = i;
      names.add(IntStream.range(0, 10)
          .mapToObj(bit -> ((bits >> bit) & 1) == 0 ? "Aa" : "BB")
          .reduce("", String::concat));
    }
    PathCounts.Builder paths = PathCounts.builder();
    paths.add(String.join(">", names), '>', 1, 0).add(String.join(" > ", names), '>', 0, 1);

    PathCounts counts = paths.build();
    assertThat(counts.touchpoints()).hasSize(1 << 10);
    assertThat(IntStream.range(0, 1 << 11).map(counts::code).boxed())
        .isEqualTo(IntStream.range(0, 1 << 11)
            .map(place -> place & ((1 << 10) - 1))
            .boxed()
            .toList());
  }

  @Test
  void moreNamesThanAreRememberedAreToldApart() {
    PathCounts.Builder paths = PathCounts.builder();
    for (int i = 0; i < 20_000; i++) {
      paths.add("name " + i % 5_000 + " > end", '>', 1, 0);
    }

    PathCounts counts = paths.build();
    assertThat(counts.touchpoints()).hasSize(5_001);
    for (int row = 0; row < counts.rows(); row++) {
      assertThat(counts.touchpoints().get(counts.code(counts.begin(row))).value())
          .isEqualTo("name " + row % 5_000);
    }
  }
}

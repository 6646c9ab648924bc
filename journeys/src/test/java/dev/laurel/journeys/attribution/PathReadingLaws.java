package dev.laurel.journeys.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Paths in text are read quickly as if they were split and looked up one by one. */
class PathReadingLaws {
  /** A path and what stands between its names. */
  record Line(String text, char between) {}

  /** What became of the lines: the names of those that were read, and why others were not. */
  record Read(
      List<TouchpointId> touchpoints, List<List<String>> paths, List<FailureCode> refused) {}

  /** Whatever reads lines. */
  private interface Reading extends Function<List<Line>, Read> {}

  @Property(tries = 2_000)
  void pathsAreReadAsIfTheyWereSplitAndLookedUp(@ForAll("lines") List<Line> lines) {
    readsAsNaively(PathReadingLaws::quickly, lines);
  }

  @Example
  void theLawCatchesAReaderOfBytesThatForgetsWhatTheyDoNotHold() {
    Reading careless = lines -> quickly(lines.stream()
        .map(line -> new Line(
            new String(
                line.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1),
            line.between()))
        .toList());
    List<Line> lines = List.of(new Line("k?", '>'), new Line("k\u0161", '>'));

    readsAsNaively(PathReadingLaws::quickly, lines);
    assertThatThrownBy(() -> readsAsNaively(careless, lines)).isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawCatchesAReaderThatTakesNothingForTheEndOfAName() {
    Reading padded = lines -> quickly(lines.stream()
        .map(line -> new Line(line.text().replace("\u0000", ""), line.between()))
        .toList());
    List<Line> lines = List.of(new Line("ab", '>'), new Line("ab\u0000", '>'));

    readsAsNaively(PathReadingLaws::quickly, lines);
    assertThatThrownBy(() -> readsAsNaively(padded, lines)).isInstanceOf(AssertionError.class);
  }

  @Example
  void theLawCatchesAReaderThatLooksAtTheFirstEightCharactersAlone() {
    Reading cut = lines -> quickly(lines.stream()
        .map(line -> new Line(line.text().substring(0, 8), line.between()))
        .toList());
    List<Line> lines = List.of(new Line("checkout 1", '>'), new Line("checkout 2", '>'));

    readsAsNaively(PathReadingLaws::quickly, lines);
    assertThatThrownBy(() -> readsAsNaively(cut, lines)).isInstanceOf(AssertionError.class);
  }

  private static void readsAsNaively(Reading reading, List<Line> lines) {
    assertThat(reading.apply(lines)).isEqualTo(naively(lines));
  }

  private static Read quickly(List<Line> lines) {
    PathCounts.Builder builder = PathCounts.builder();
    List<FailureCode> refused = new ArrayList<>();
    for (Line line : lines) {
      refusal(() -> builder.add(line.text(), line.between(), 1, 0)).ifPresent(refused::add);
    }
    PathCounts counts = builder.build();
    List<List<String>> paths = IntStream.range(0, counts.rows())
        .mapToObj(row -> IntStream.range(counts.begin(row), counts.end(row))
            .mapToObj(place -> counts.touchpoints().get(counts.code(place)).value())
            .toList())
        .toList();
    return new Read(counts.touchpoints(), paths, refused);
  }

  /** Splits at each separator, strips white space, and takes nothing of a path that is refused. */
  private static Read naively(List<Line> lines) {
    List<TouchpointId> touchpoints = new ArrayList<>();
    List<List<String>> paths = new ArrayList<>();
    List<FailureCode> refused = new ArrayList<>();
    for (Line line : lines) {
      List<TouchpointId> path = new ArrayList<>();
      Optional<FailureCode> refusal =
          refusal(() -> names(line).stream().map(TouchpointId::of).forEach(path::add));
      refusal.ifPresent(refused::add);
      if (refusal.isEmpty()) {
        paths.add(path.stream().map(TouchpointId::value).toList());
        path.stream()
            .filter(one -> !touchpoints.contains(one))
            .distinct()
            .forEach(touchpoints::add);
      }
    }
    return new Read(touchpoints, paths, refused);
  }

  private static List<String> names(Line line) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (char c : (line.text() + line.between()).toCharArray()) {
      if (c == line.between()) {
        names.add(name.toString().strip());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    return names.stream().filter(one -> !one.isEmpty()).toList();
  }

  private static Optional<FailureCode> refusal(Runnable reading) {
    try {
      reading.run();
      return Optional.empty();
    } catch (InvalidValueException refused) {
      return Optional.of(refused.code());
    }
  }

  /**
   * Names shorter, as long as and longer than eight and sixteen characters, some of which begin
   * like others; white space of all kinds around and within; characters beyond ASCII and beyond ISO
   * 8859-1, which share their low bytes with others; what is refused; and separators that change.
   */
  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<String> names = Arbitraries.frequencyOf(
        Tuple.of(
            12,
            Arbitraries.of(
                "a",
                "ab",
                "alpha",
                "epsilon",
                "epsilons",
                "epsilonic",
                "test drive",
                "test  drive",
                "add_to_cart",
                "sixteen letters!",
                "sixteen letters!?",
                "sixteen letters!!")),
        Tuple.of(
            3,
            Arbitraries.of(
                "",
                "k?",
                "k\u0161",
                "ka",
                "\u8a66\u4e57",
                "caf\u00e9",
                "\ud83d\ude97",
                "\u007f",
                "x\u0085",
                "\u00a0a",
                "y".repeat(256),
                "a\tb")),
        Tuple.of(
            1,
            Arbitraries.of("\u0000", "ab\u0000", "\ud83d", "y".repeat(257), "\uffff", "a\u0007")));
    Arbitrary<String> spaces =
        Arbitraries.of("", "", " ", " ", "  ", "\t", "\u2003", "\u001f", "\n", "\u3000 ");
    Arbitrary<String> padded = Combinators.combine(spaces, names, spaces)
        .as((before, name, after) -> before + name + after);
    Arbitrary<Line> line = Combinators.combine(padded.list().ofMaxSize(5), separators())
        .as((path, between) -> new Line(String.join("" + between, path), between));
    // A few lines that come again and again, so that most of them are known by then.
    return Combinators.combine(
            line.list().ofMinSize(1).ofMaxSize(6),
            Arbitraries.integers().between(0, 5).list().ofMaxSize(24))
        .as((few, order) ->
            order.stream().map(index -> few.get(index % few.size())).toList());
  }

  private static Arbitrary<Character> separators() {
    return Arbitraries.frequencyOf(
        Tuple.of(30, Arbitraries.just('>')),
        Tuple.of(
            1, Arbitraries.of(',', '?', ' ', '\t', '\u2192', '\u007f', '\u00e9', 'a', '\u013e')));
  }
}

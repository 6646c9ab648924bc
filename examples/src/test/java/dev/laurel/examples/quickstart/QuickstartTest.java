package dev.laurel.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what compiles and what it prints. */
class QuickstartTest {
  private static final String OUTPUT = """
      r-17 on 2026-03-07: 59 stars
        base: 29 stars, EUR 19.99 at 3 stars = EUR 2.00, exactly 29.985 stars
        saturday: 30 stars, 'base' x 2, exactly 29.985 stars
      """;

  @Test
  void printsTheOutput() {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, UTF_8));
      Quickstart.main(new String[0]);
    } finally {
      System.setOut(before);
    }

    assertThat(out.toString(UTF_8)).isEqualToNormalizingNewlines(OUTPUT);
  }

  @Test
  void theReadmeShowsExactlyTheSnippetAndItsOutput() throws IOException {
    assertThat(between(
            Files.readString(Path.of("..", "README.md")), "<!-- snippet -->", "<!-- end -->"))
        .isEqualTo("```java\n" + snippet() + "```\n\nprints\n\n```text\n" + OUTPUT + "```\n");
  }

  @Test
  void theSnippetIsTenToFifteenLines() throws IOException {
    List<String> lines = snippet().lines().filter(line -> !line.isBlank()).toList();

    assertThat(lines).hasSizeBetween(10, 15);
  }

  private static String snippet() throws IOException {
    Path source = Path.of("src/main/java/dev/laurel/examples/quickstart/Quickstart.java");
    return between(Files.readString(source), "    // snippet", "    // end").indent(-4);
  }

  /** The lines after the one mark and before the other. */
  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length() + 1;
    return text.substring(from, text.indexOf(end, from));
  }
}

package dev.laurel.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that {@code docs/evidence.md} names exists. */
class EvidenceTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern NAME =
      Pattern.compile("`([A-Z]\\w*(?:Test|Laws|Law|Twins|Programs|Rules))(?:\\.(\\w+))?`");

  @Test
  void everyNamedTestExists() throws IOException {
    String evidence = Files.readString(ROOT.resolve("docs/evidence.md"));

    assertThat(missing(evidence)).isEmpty();
    assertThat(NAME.matcher(evidence).results().count()).isGreaterThan(150);
  }

  @Test
  void aNameThatIsGoneIsFound() throws IOException {
    assertThat(missing("`EvidenceTest.everyNamedTestExists`, `EvidenceTest`")).isEmpty();
    assertThat(missing("`EvidenceTest.everyNamedTest`")).hasSize(1);
    assertThat(missing("`EvidencesTest`")).hasSize(1);
  }

  @Test
  void everyRowOfATableNamesATest() throws IOException {
    List<String> rows = Files.readString(ROOT.resolve("docs/evidence.md"))
        .lines()
        .filter(line -> line.startsWith("| ") && !line.matches("\\| (#|Law|Incident|Row) .*"))
        .toList();

    assertThat(rows).hasSizeGreaterThan(100).allMatch(row -> NAME.matcher(row).find());
  }

  private static List<String> missing(String text) throws IOException {
    Map<String, String> sources = sources();
    List<String> missing = new ArrayList<>();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String source = sources.get(names.group(1));
      String part = names.group(2);
      boolean isThere = source != null
          && (part == null
              || Pattern.compile("\\b" + part + "\\b(\\(| \\{| extends | =)")
                  .matcher(source)
                  .find());
      if (!isThere) {
        missing.add(names.group());
      }
    }
    return missing;
  }

  /** The test classes of all modules, by name. */
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("core", "tiers", "journeys", "metrics", "examples")) {
      Path folder = ROOT.resolve(module).resolve("src/test/java");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file :
              files.filter(path -> path.toString().endsWith(".java")).toList()) {
            String name = file.getFileName().toString().replace(".java", "");
            sources.put(name, Files.readString(file));
          }
        }
      }
    }
    return sources;
  }
}

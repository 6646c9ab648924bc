package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe shows what is printed, on a published survey and on the golden strata. */
class SurveyRecipeTest {
  private static final Path RECIPE = Path.of("..", "docs", "recipes", "survey-verdict.md");
  private static final Pattern FILE = Pattern.compile("`(\\w+[.]csv)`:\\s+```csv\\n([^`]+)```");
  private static final Pattern COMMAND = Pattern.compile("    java -jar \\S+ (.+)\\n");
  private static final Pattern PRINTED = Pattern.compile("```text\\n([^`]+)```");

  @TempDir
  private Path folder;

  private String recipe = "";

  @BeforeEach
  void writeTheFiles() throws IOException {
    recipe = Files.readString(RECIPE).replace("\r", "");
    for (MatchResult file : FILE.matcher(recipe).results().toList()) {
      Files.writeString(folder.resolve(file.group(1)), file.group(2));
    }
  }

  private Shell run(int command, String... more) {
    List<String> words = new ArrayList<>();
    for (String word : Splitter.on(' ').split(found(COMMAND).get(command))) {
      words.add(word.endsWith(".csv") ? folder.resolve(word).toString() : word);
    }
    words.addAll(List.of(more));
    return laurel(words.toArray(String[]::new));
  }

  private List<String> found(Pattern pattern) {
    return pattern.matcher(recipe).results().map(each -> each.group(1)).toList();
  }

  @Test
  void theRecipeShowsWhatIsPrinted() {
    List<String> printed = found(PRINTED);

    assertThat(printed).hasSize(2);
    for (int i = 0; i < printed.size(); i++) {
      assertThat(run(i).out()).isEqualToNormalizingNewlines(printed.get(i));
    }
  }

  /**
   * Oracle: scipy 1.17.1; Wilson's interval, chi-squared of each building against the rest without
   * correction, and false_discovery_control of the four.
   */
  @Test
  void thePublishedSurveyHasTheFiguresOfThePeer() throws IOException {
    JsonNode json = new ObjectMapper().readTree(run(0, "--format", "json").out());

    assertThat(json.at("/score/answers").asLong()).isEqualTo(1681);
    assertThat(json.at("/score/value").asDouble()).isEqualTo(668 / 1681.0);
    assertThat(json.at("/score/lower").asDouble()).isCloseTo(.3742488003495183, within(1e-12));
    assertThat(json.at("/score/upper").asDouble()).isCloseTo(.42098415869608646, within(1e-12));
    double[] adjusted = {.8836307691223375, .8836307691223375, 2.913302816779e-7, 3.104964448337e-6
    };
    for (int i = 0; i < adjusted.length; i++) {
      assertThat(json.at("/segments").get(i).at("/pValueAdjusted").asDouble())
          .isCloseTo(adjusted[i], within(1e-9 * adjusted[i]));
    }
  }
}

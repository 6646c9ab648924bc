package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/json-of-commands.md} promises is what commands write, no more and no less. */
class CommandJsonTest {
  private static final Pattern FIELD = Pattern.compile("`([a-zA-Z.*\\[\\]]+)`");

  private static final String SURVEYS = "nps, csat, ces";

  @TempDir
  private Path folder;

  @Test
  void surveysWriteWhatIsDocumented() throws IOException {
    StringBuilder csv = new StringBuilder("respondent,date,score,branch,weight\n");
    for (int month = 1; month <= 9; month++) {
      for (int i = 0; i < 40; i++) {
        int score = month == 9 ? i % 7 : 6 + i % 5;
        csv.append("c-" + i % 39 + ",2025-0" + month + "-0" + (1 + i % 9) + "," + score + ",");
        csv.append(i % 3 == 0 ? "north" : "south").append(",1.5\n");
      }
    }
    csv.append("z,2025-09-09,,north,1\nz,2025-09-09,77,north,1\n");
    String file = file("answers.csv", csv.toString());

    Shell shell = laurel(
        "nps",
        "--responses",
        file,
        "--segment",
        "branch",
        "--weight",
        "weight",
        "--invited",
        "1000",
        "--format",
        "json");

    String asked = file("asked.csv", "branch,people\nnorth,1000\nsouth,1000\nwest,9\n");
    String enough = file("enough.csv", "branch,people\nnorth,1000\nsouth,1000\nnorth,1\n");
    String few = file("few.csv", "branch,people\nnorth,1\nsouth,1\n");
    Set<String> written = written(SURVEYS, shell);
    for (String invitations : List.of(asked, enough, few)) {
      written.addAll(written(SURVEYS, turnout(file, invitations)));
    }

    assertThat(written).isEqualTo(documented(SURVEYS));
  }

  private static Shell turnout(String answers, String invitations) {
    return laurel(
        "nps",
        "--responses",
        answers,
        "--segment",
        "branch",
        "--invitations",
        invitations,
        "--group-size",
        "people",
        "--format",
        "json");
  }

  @Test
  void driversWriteWhatIsDocumented() throws IOException {
    StringBuilder csv = new StringBuilder("score,advice,workshop\n");
    for (int i = 0; i < 60; i++) {
      csv.append(i % 3 + i / 3 % 3).append(',').append(1 + i % 3).append(',');
      csv.append(3 + i / 9 % 2).append('\n');
    }
    String ratings = file("ratings.csv", csv.toString());
    String flat = file("flat.csv", "y,x\n1,2\n1,3\n1,4\n");

    Set<String> written = written(
        "drivers",
        laurel("drivers", ratings, "--outcome", "score", "--scale", "1", "5", "--format", "json"));
    written.addAll(
        written("drivers", laurel("drivers", flat, "--outcome", "y", "--format", "json")));

    assertThat(written).isEqualTo(documented("drivers"));
  }

  @Test
  void customerValueWritesWhatIsDocumented() throws IOException {
    String mapping = file("mapping.json", """
        {"format": "delimited", "datePattern": "yyyy-MM-dd", "amountIs": "total", "columns": {
          "member": {"name": "who"}, "occurredAt": {"name": "when"},
          "amount": {"name": "what"}, "currency": {"constant": "EUR"},
          "category": {"constant": "all"}, "kind": {"constant": "purchase"}}}
        """);
    String once = file("once.csv", "who,when,what\na,2025-01-01,5\nb,2025-01-02,7\n");

    Set<String> written = written("clv", laurel("clv", "--format", "json"));
    written.addAll(written(
        "clv", laurel("clv", "--transactions", once, "--mapping", mapping, "--format", "json")));

    assertThat(written).isEqualTo(documented("clv"));
  }

  @Test
  void attributionWritesWhatIsDocumented() throws IOException {
    String paths = file("paths.csv", """
        path,conversions,null
        mail > page,20,3
        advert > page,2,40
        ,1,1
        """);

    assertThat(written(
            "attribute",
            laurel("attribute", "--paths", paths, "--order", "auto", "--format", "json")))
        .isEqualTo(documented("attribute"));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** The fields in the table of a section. */
  private static Set<String> documented(String section) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "json-of-commands.md"));
    int from = page.indexOf("\n## " + section + "\n");
    int until = page.indexOf("\n## ", from + 1);
    return page.substring(from, until < 0 ? page.length() : until)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf('|', 1)))
        .flatMap(cell -> FIELD.matcher(cell).results().map(MatchResult::group))
        .map(field -> field.replace("`", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The fields of a document, with a star for names that the section does not promise. */
  private static Set<String> written(String section, Shell shell) throws IOException {
    assertThat(shell.err()).isEmpty();
    Set<String> fields = new TreeSet<>();
    collect(new ObjectMapper().readTree(shell.out()), "", documented(section), fields);
    return fields;
  }

  private static void collect(JsonNode node, String path, Set<String> promised, Set<String> into) {
    if (promised.contains(path)) {
      into.add(path);
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String dot = path.isEmpty() ? "" : path + ".";
        boolean isNamed = promised.stream().anyMatch(each -> isWithin(each, dot + field.getKey()));
        collect(field.getValue(), dot + (isNamed ? field.getKey() : "*"), promised, into);
      }
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, path + "[]", promised, into));
    } else {
      into.add(path);
    }
  }

  private static boolean isWithin(String field, String path) {
    return field.equals(path) || field.startsWith(path + ".") || field.startsWith(path + "[");
  }
}

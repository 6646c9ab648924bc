package dev.laurel.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupedLinesTest {
  private static List<String> of(GroupedLines lines, int group) throws IOException {
    List<String> found = new ArrayList<>();
    GroupedLines.Lines rows = lines.of(group);
    while (rows.next()) {
      found.add(rows.number() + ":" + rows.text());
    }
    return found;
  }

  @Test
  void eachGroupHasItsLinesInOrderHoweverLongTheyAre() throws IOException {
    List<List<String>> expected = new ArrayList<>();
    for (int group = 0; group < 7; group++) {
      expected.add(new ArrayList<>());
    }
    Random random = new Random(3);
    try (GroupedLines lines = GroupedLines.open(8)) {
      for (int number = 1; number <= 5_000; number++) {
        int group = random.nextInt(7);
        String text = number % 1_000 == 0
            ? "\ud83d\ude97".repeat(BoundedLines.LONGEST / 2)
            : "ü€".repeat(random.nextInt(60));
        lines.add(group, number, text);
        expected.get(group).add(number + ":" + text);
      }

      for (int group = 0; group < 7; group++) {
        assertThat(of(lines, group)).isEqualTo(expected.get(group));
        assertThat(of(lines, group)).as("again").isEqualTo(expected.get(group));
      }
      assertThat(of(lines, 7)).isEmpty();
    }
  }

  @Test
  void aGroupHasItsLinesFamilyByFamily() throws IOException {
    try (GroupedLines lines = GroupedLines.open(10)) {
      lines.add(13, 1, "a");
      lines.add(3, 2, "b");
      lines.add(4, 3, "c");
      lines.add(13, 4, "d");
      lines.add(-7, 5, "e");

      assertThat(of(lines, 3)).containsExactly("5:e", "2:b", "1:a", "4:d");
      assertThat(of(lines, 4)).containsExactly("3:c");
    }
  }

  @Test
  void manyGroupsHaveSmallPages() throws IOException {
    int count = 100_000;
    try (GroupedLines lines = GroupedLines.open(count)) {
      for (int i = 0; i < 200; i++) {
        lines.add(i % 2 == 0 ? 0 : count - 1, i, "x".repeat(i));
      }

      assertThat(of(lines, 0)).hasSize(100).last().isEqualTo("198:" + "x".repeat(198));
      assertThat(of(lines, count - 1)).hasSize(100).first().isEqualTo("1:x");
    }
  }
}

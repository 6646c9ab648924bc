package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.draw.DrawRecord;
import dev.laurel.core.draw.Ticket;
import dev.laurel.core.draw.TicketId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.program.Submission;
import dev.laurel.examples.story.InsideEdge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawTest {
  private static final String SEED = "lotto 2026-06-03 04 11 17 29 38 45";

  @TempDir
  private Path folder;

  private String rules = "";
  private String tickets = "";

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String name : new String[] {"olivia", "noah", "amelia", "leo", "isla", "oscar"}) {
      lines
          .append(LaurelJson.standard()
              .write(new Ticket(
                  TicketId.of("t-" + name),
                  MemberId.of(name),
                  Instant.parse("2026-05-04T09:00:00Z"))))
          .append('\n');
    }
    lines.append("{\"schemaVersion\":1,\"ticket\":\"?\"}\n");
    lines.append(LaurelJson.standard()
        .write(new Ticket(
            TicketId.of("t-late"), MemberId.of("late"), Instant.parse("2026-07-04T09:00:00Z"))));
    rules = Files.writeString(
            folder.resolve("draw.json"), LaurelJson.standard().write(InsideEdge.may()))
        .toString();
    tickets = Files.writeString(folder.resolve("tickets.jsonl"), lines).toString();
  }

  /**
   * Oracle: the numbers are those of {@code printf '%s\n%s\n%s' may-2026 SEED t-olivia |
   * sha256sum}.
   */
  @Test
  void drawsAmongTheTicketsOfAFileAndSaysWhichWereRefused() {
    Shell shell = laurel("draw", "--draw", rules, "--tickets", tickets, "--seed", SEED);

    assertThat(shell.exit()).isZero();
    assertThat(shell.out()).isEqualTo("""
        draw may-2026 among 6 tickets (2 more refused), list \
        245d3a4859a854a4758862b689a61e9c810f0a9b0e25b691556c4ff0cfab89e0
        number = sha256(draw LF seed LF ticket), smallest first
        5aa781dd71b5db53  t-olivia  olivia  wins Race weekend
        611313e39c350e59  t-amelia  amelia  wins Signed helmet
        676c3c58acf98c4a  t-isla  isla  wins Signed helmet
        a41b813c61f56650  t-oscar  oscar  alternate 1
        """);
    assertThat(shell.err()).contains("line 7: ").contains("line 8: NOT_OPEN");
  }

  @Test
  void writesTheRecordForMachines() {
    Shell shell = laurel(
        "draw",
        "--draw",
        rules,
        "--tickets",
        tickets,
        "--seed",
        SEED,
        "--exclude",
        "olivia",
        "--format",
        "json");

    DrawRecord drawn = LaurelJson.standard().read(shell.out(), DrawRecord.class);
    assertThat(drawn.winners().get(0).member()).isEqualTo(MemberId.of("amelia"));
    assertThat(drawn.steps().get(0).fate())
        .isEqualTo(new DrawRecord.PassedOver(DrawRecord.Reason.EXCLUDED));
  }

  @Test
  void aSeedThatIsTooShortIsOneLineAndExitThree() {
    Shell shell = laurel("draw", "--draw", rules, "--tickets", tickets, "--seed", "short");

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err()).startsWith("laurel: DRAW_INVALID: a seed must be ").hasLineCount(1);
  }

  @Test
  void aMissingFileIsOneLineAndExitThree() {
    Shell shell = laurel("draw", "--draw", "none", "--tickets", tickets, "--seed", SEED);

    assertThat(shell.exit()).isEqualTo(3);
    assertThat(shell.err()).startsWith("laurel: INPUT_UNREADABLE: ");
  }

  @Test
  void withoutOptionsTheDrawOfMayIsHeldAmongThoseWhoDrive() {
    Shell shell = laurel("draw");

    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .startsWith("draw may-2026 among 6 tickets (1 more refused), list 245d3a4859a8")
        .contains("5aa781dd71b5db53  t-olivia  olivia  wins Race weekend\n")
        .endsWith("a41b813c61f56650  t-oscar  oscar  alternate 1\n");
    assertThat(shell.err()).isEqualTo("line 7: NOT_ELIGIBLE\n");
  }

  /** Noah's fact came after his ticket, and of Leo nothing is known. */
  @Test
  void withFactsOnlyThoseEnterWhoWereEligibleWhenTheyDid() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Submission fact : InsideEdge.known()) {
      String line = LaurelJson.standard().write(fact);
      lines.append(
          fact.member().value().equals("noah") ? line.replace("2026-04", "2026-06") : line);
      lines.append('\n');
    }
    String known = lines.toString().replaceFirst(".*drives-leo.*\n", "{}\n");
    String facts = Files.writeString(folder.resolve("facts.jsonl"), known).toString();

    Shell shell =
        laurel("draw", "--draw", rules, "--tickets", tickets, "--seed", SEED, "--facts", facts);

    assertThat(shell.out()).startsWith("draw may-2026 among 4 tickets (4 more refused), ");
    assertThat(shell.err())
        .contains("facts, line 4: ", "1 lines of facts are not known")
        .contains("line 2: NOT_ELIGIBLE", "line 4: NOT_ELIGIBLE")
        .contains("line 7: ", "line 8: NOT_OPEN");
  }

  @Test
  void aRecordRepeatsUnlessSomebodyChangedIt() throws IOException {
    String record = laurel("draw", "--format", "json").out();
    String good = Files.writeString(folder.resolve("record.json"), record).toString();

    Shell same = laurel("draw", "--verify", good);
    assertThat(same.exit()).isZero();
    assertThat(same.out())
        .isEqualTo("draw may-2026 repeats: 4 steps among 6 tickets are as recorded\n");

    String changed = record.replace("\"member\":\"olivia\"", "\"member\":\"friend\"");
    String bad = Files.writeString(folder.resolve("changed.json"), changed).toString();
    Shell other = laurel("draw", "--verify", bad);
    assertThat(other.exit()).isEqualTo(5);
    assertThat(other.err())
        .contains("laurel: HASH_MISMATCH: record of draw 'may-2026' must repeat: ");
  }

  @Test
  void halfADrawIsAWrongCommandLine() {
    assertThat(laurel("draw", "--draw", rules).exit()).isEqualTo(2);
    assertThat(laurel("draw", "--draw", rules, "--tickets", tickets).exit()).isEqualTo(2);
  }
}

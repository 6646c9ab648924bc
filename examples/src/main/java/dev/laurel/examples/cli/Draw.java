package dev.laurel.examples.cli;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.draw.DrawRecord;
import dev.laurel.core.draw.Drawing;
import dev.laurel.core.draw.PrizeDraw;
import dev.laurel.core.draw.Seed;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.examples.output.OutputFormat;
import dev.laurel.examples.story.InsideEdge;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code laurel draw}: holds a prize draw among tickets, so that anybody can repeat it. */
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description = {
      "Draws winners from a published seed, or holds a draw again and compares.",
      "With --facts a ticket needs the draw's condition to hold for its member when it was sold;"
          + " without, that was asked when the ticket was sold.",
      "Without options: the draw of May among drivers of company cars."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:the draw was held, or repeats; single tickets may have been refused",
      " 2:the command line is wrong",
      " 3:the draw, the tickets, the facts or the record cannot be read",
      " 5:with --verify: the record does not repeat"
    })
final class Draw implements Callable<Integer> {
  @Option(
      names = "--draw",
      paramLabel = "FILE",
      description = "The rules, a JSON document; those of the example if left out.")
  private @Nullable Path rules;

  @Option(
      names = "--tickets",
      paramLabel = "FILE",
      description = "Tickets, one JSON line each; those of the example if left out.")
  private @Nullable Path tickets;

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description = "What was learned of members and when, one JSON line each.")
  private @Nullable Path facts;

  @Option(
      names = "--seed",
      paramLabel = "TEXT",
      description = "The published seed; that of the example if left out.")
  private @Nullable String seed;

  @Option(names = "--exclude", description = "A member who may not win; may be repeated.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = "--verify",
      paramLabel = "FILE",
      description = "A record, as json writes it, that is held against the same draw held again.")
  private @Nullable Path verify;

  @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}.")
  private OutputFormat format;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    boolean isExample = rules == null && tickets == null;
    boolean isWhole = rules != null && tickets != null && (seed != null || verify != null);
    if (!isExample && !isWhole) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "a draw of one's own needs --draw, --tickets and --seed, or --verify instead of it");
    }
    try {
      return draw(isExample);
    } catch (MalformedInputException | InvalidValueException failure) {
      throw new Failure(Failure.Exit.INPUT, "DRAW_INVALID", String.valueOf(failure.getMessage()));
    } catch (IOException | UncheckedIOException failure) {
      throw new Failure(
          Failure.Exit.INPUT,
          "INPUT_UNREADABLE",
          "files must be readable: " + failure.getMessage());
    }
  }

  private int draw(boolean isExample) throws IOException {
    Seed published = Seed.of(seed == null ? InsideEdge.SEED : seed);
    PrizeDraw draw;
    try (InputStream in = stream(rules, "inside-edge.draw.json")) {
      draw = LaurelJson.standard().read(in, PrizeDraw.class);
    }
    boolean isChecked = isExample || facts != null;
    DrawTickets sold = new DrawTickets(
        isChecked ? draw : withoutCondition(draw), spec.commandLine().getErr());
    if (isChecked) {
      try (InputStream in = stream(facts, "inside-edge.facts.jsonl")) {
        sold.learn(in);
      }
    }
    try (InputStream in = stream(tickets, "inside-edge.tickets.jsonl")) {
      sold.enter(in);
    }
    Set<MemberId> not = new TreeSet<>();
    excluded.forEach(name -> not.add(MemberId.of(name)));
    return verify == null ? hold(draw, sold, published, not) : compare(draw, sold, not, verify);
  }

  private int hold(PrizeDraw draw, DrawTickets sold, Seed published, Set<MemberId> not) {
    DrawRecord drawn = Drawing.draw(draw, sold.entries(), published, not);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        format == OutputFormat.json
            ? LaurelJson.standard().write(drawn) + "\n"
            : text(drawn, sold.refused()));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private int compare(PrizeDraw draw, DrawTickets sold, Set<MemberId> not, Path file)
      throws IOException {
    DrawRecord found;
    try (InputStream in = Files.newInputStream(file)) {
      found = LaurelJson.standard().read(in, DrawRecord.class);
    }
    try {
      found.verify(draw, sold.entries(), not);
    } catch (InvalidValueException failure) {
      throw new Failure(
          Failure.Exit.REJECTS, failure.code().name(), String.valueOf(failure.getMessage()));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("draw " + found.draw() + " repeats: " + found.steps().size() + " steps among "
        + found.tickets() + " tickets are as recorded");
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  /** A file of the caller's, or the one of the example. */
  private static InputStream stream(@Nullable Path file, String example) throws IOException {
    return file == null
        ? requireNonNull(InsideEdge.class.getResourceAsStream(example), example)
        : Files.newInputStream(file);
  }

  /** The condition was met when the ticket was sold; what was known then is not known here. */
  private static PrizeDraw withoutCondition(PrizeDraw draw) {
    PrizeDraw.Builder open = PrizeDraw.builder().id(draw.id()).name(draw.name());
    open.entries(draw.entries()).addAllPrizes(draw.prizes()).alternates(draw.alternates());
    open.ticketsPerMember(draw.ticketsPerMember());
    draw.seedCommitment().ifPresent(open::seedCommitment);
    return open.build();
  }

  private static String text(DrawRecord drawn, long rejected) {
    StringBuilder text = new StringBuilder();
    text.append("draw ").append(drawn.draw()).append(" among ").append(drawn.tickets());
    text.append(" tickets (").append(rejected).append(" more refused), list ");
    text.append(drawn.ticketsDigest()).append('\n');
    text.append("number = sha256(draw LF seed LF ticket), smallest first\n");
    for (DrawRecord.Step step : drawn.steps()) {
      text.append(step.number(), 0, 16).append("  ").append(step.ticket()).append("  ");
      text.append(step.member()).append("  ").append(fate(step.fate())).append('\n');
    }
    return text.toString();
  }

  private static String fate(DrawRecord.Fate fate) {
    if (fate instanceof DrawRecord.Won won) {
      return "wins " + won.prize();
    } else if (fate instanceof DrawRecord.Alternate alternate) {
      return "alternate " + alternate.place();
    }
    return "passed over: " + ((DrawRecord.PassedOver) fate).reason();
  }
}

package dev.laurel.examples.cli;

import dev.laurel.core.draw.DrawEntries;
import dev.laurel.core.draw.DrawRecord;
import dev.laurel.core.draw.Drawing;
import dev.laurel.core.draw.EntryDecision;
import dev.laurel.core.draw.PrizeDraw;
import dev.laurel.core.draw.Seed;
import dev.laurel.core.draw.Ticket;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.json.JsonLine;
import dev.laurel.core.json.JsonLines;
import dev.laurel.core.json.LaurelJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
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
      "Draws winners from a published seed.",
      "Whether a member was eligible is asked when a ticket is sold; here every ticket is."
    })
final class Draw implements Callable<Integer> {
  @Option(names = "--draw", required = true, description = "The rules, a JSON document.")
  private Path rules;

  @Option(names = "--tickets", required = true, description = "Tickets, one JSON line each.")
  private Path tickets;

  @Option(names = "--seed", required = true, description = "The published seed.")
  private String seed;

  @Option(names = "--exclude", description = "A member who may not win; may be repeated.")
  private @Nullable List<String> excluded;

  @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}.")
  private Format format;

  @Spec
  private CommandSpec spec;

  /** For whom the result is written. */
  enum Format {
    /** For people. */
    text,
    /** For machines. */
    json
  }

  @Override
  public Integer call() {
    try {
      return draw(
          Seed.of(seed), LaurelJson.standard().read(Files.readAllBytes(rules), PrizeDraw.class));
    } catch (MalformedInputException | InvalidValueException failure) {
      throw new Failure(Failure.Exit.INPUT, "DRAW_INVALID", String.valueOf(failure.getMessage()));
    } catch (IOException failure) {
      throw new Failure(
          Failure.Exit.INPUT,
          "INPUT_UNREADABLE",
          "files must be readable: " + rules + ", " + tickets);
    }
  }

  private int draw(Seed published, PrizeDraw draw) throws IOException {
    PrizeDraw open = withoutCondition(draw);
    long[] refused = new long[1];
    DrawEntries entries = entries(open, refused);
    Set<MemberId> not = new TreeSet<>();
    if (excluded != null) {
      excluded.forEach(name -> not.add(MemberId.of(name)));
    }
    DrawRecord drawn = Drawing.draw(open, entries, published, not);
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        format == Format.json
            ? LaurelJson.standard().write(drawn) + "\n"
            : text(drawn, refused[0]));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  /** The condition was met when the ticket was sold; what was known then is not known here. */
  private static PrizeDraw withoutCondition(PrizeDraw draw) {
    PrizeDraw.Builder open = PrizeDraw.builder().id(draw.id()).name(draw.name());
    open.entries(draw.entries()).addAllPrizes(draw.prizes()).alternates(draw.alternates());
    open.ticketsPerMember(draw.ticketsPerMember());
    draw.seedCommitment().ifPresent(open::seedCommitment);
    return open.build();
  }

  private DrawEntries entries(PrizeDraw draw, long[] refused) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    DrawEntries entries = DrawEntries.none(draw.id());
    EarningContext nobody = EarningContext.of(ZoneOffset.UTC);
    try (InputStream in = Files.newInputStream(tickets)) {
      JsonLines<Ticket> lines = LaurelJson.standard().readLines(in, Ticket.class);
      while (lines.hasNext()) {
        JsonLine<Ticket> line = lines.next();
        if (line instanceof JsonLine.Rejected<Ticket> bad) {
          refused[0]++;
          err.println("line " + bad.number() + ": " + bad.message());
        } else if (line instanceof JsonLine.Accepted<Ticket> good) {
          EntryDecision decision = entries.enter(draw, good.value(), nobody);
          entries = decision.entries();
          if (decision instanceof EntryDecision.Refused no) {
            refused[0]++;
            err.println("line " + good.number() + ": " + no.refusal().code());
          }
        }
      }
    }
    err.flush();
    return entries;
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

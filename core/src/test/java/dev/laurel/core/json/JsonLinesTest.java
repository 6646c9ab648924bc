package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.ledger.LedgerEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static final LaurelJson JSON = LaurelJson.standard();

  private static List<LedgerEntry> entries() {
    List<LedgerEntry> entries = new ArrayList<>();
    SomeAccounts.of(1).forEach(step -> entries.addAll(step.entries()));
    return entries;
  }

  @Test
  void aLogIsReadAsItWasWritten() {
    List<LedgerEntry> entries = entries();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JSON.writeLines(entries, out);

    JsonLines<LedgerEntry> lines = read(out.toByteArray());

    List<LedgerEntry> accepted = new ArrayList<>();
    lines.forEachRemaining(line -> {
      assertThat(line.number()).isEqualTo(accepted.size() + 1L);
      accepted.add(((JsonLine.Accepted<LedgerEntry>) line).value());
    });
    assertThat(accepted).isEqualTo(entries);
    assertThat(lines.read()).isEqualTo(entries.size());
    assertThat(lines.rejected()).isZero();
  }

  @Test
  void badLinesAreHandedBackAsTheyCame() {
    String good = JSON.write(entries().get(0));
    byte[] broken = {'{', (byte) 0xff, '}'};
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    in.writeBytes(
        (good + "\r\n\n{\"schemaVersion\":1,\"type\":\"x\"}\n").getBytes(StandardCharsets.UTF_8));
    in.writeBytes(broken);
    in.writeBytes(("\n" + good).getBytes(StandardCharsets.UTF_8));

    JsonLines<LedgerEntry> lines = read(in.toByteArray());
    List<JsonLine<LedgerEntry>> all = new ArrayList<>();
    lines.forEachRemaining(all::add);

    assertThat(all).hasSize(5);
    assertThat(rejected(all.get(1)).code()).isEqualTo(FailureCode.JSON_SYNTAX);
    assertThat(rejected(all.get(1)).text()).isEmpty();
    assertThat(rejected(all.get(2)).code()).isEqualTo(FailureCode.JSON_UNKNOWN_TYPE);
    assertThat(rejected(all.get(2)).path()).isEqualTo("type");
    assertThat(rejected(all.get(2)).text()).isEqualTo("{\"schemaVersion\":1,\"type\":\"x\"}");
    assertThat(rejected(all.get(3)).code()).isEqualTo(FailureCode.JSON_ENCODING);
    assertThat(rejected(all.get(3)).original()).isEqualTo(broken);
    assertThat(rejected(all.get(3)).number()).isEqualTo(4);
    assertThat(all.get(4)).isInstanceOf(JsonLine.Accepted.class);
    assertThat(lines.accepted()).isEqualTo(2);
    assertThat(lines.rejected()).isEqualTo(3);
    assertThat(lines.read()).isEqualTo(lines.accepted() + lines.rejected());
    assertThatThrownBy(lines::next).isInstanceOf(NoSuchElementException.class);
  }

  /** 100 MB on one line, of which only the first is kept. */
  @Test
  void anEndlessLineIsSkipped() {
    InputStream endless = new InputStream() {
      private long left = 100_000_000;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] into, int from, int length) {
        if (left <= 0) {
          return -1;
        }
        java.util.Arrays.fill(into, from, from + length, (byte) 'x');
        left -= length;
        return length;
      }
    };
    JsonLines<LedgerEntry> lines = JSON.readLines(endless, LedgerEntry.class);

    JsonLine.Rejected<LedgerEntry> line =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> rejected(lines.next()));

    assertThat(line.code()).isEqualTo(FailureCode.LINE_TOO_LONG);
    assertThat(line.original()).hasSize(JsonLines.LONGEST_LINE);
    assertThat(lines.hasNext()).isFalse();
  }

  @Test
  void aRejectedLineKeepsItsTextOutOfLogs() {
    JsonLines<LedgerEntry> lines =
        read("{\"surname\":\"Liebermann\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(rejected(lines.next())).asString().doesNotContain("Liebermann");
  }

  @Test
  void anEmptyStreamHasNoLines() {
    JsonLines<LedgerEntry> lines = read(new byte[0]);
    assertThat(lines.hasNext()).isFalse();
    assertThat(lines.read()).isZero();
  }

  @Test
  void aStreamThatBreaksIsNotALine() {
    InputStream broken = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("gone");
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw new IOException("gone");
      }
    };
    assertThatThrownBy(() -> JSON.readLines(broken, LedgerEntry.class).hasNext())
        .isInstanceOf(UncheckedIOException.class);
  }

  private static JsonLine.Rejected<LedgerEntry> rejected(JsonLine<LedgerEntry> line) {
    return (JsonLine.Rejected<LedgerEntry>) line;
  }

  private static JsonLines<LedgerEntry> read(byte[] bytes) {
    return JSON.readLines(new ByteArrayInputStream(bytes), LedgerEntry.class);
  }
}

package dev.laurel.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LaurelTest {

  @Test
  void runs() {
    StringWriter out = new StringWriter();
    int code = Laurel.commandLine().setOut(new PrintWriter(out)).execute("run");
    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("Laurel");
  }
}

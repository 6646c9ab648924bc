package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** I10: in a JVM of its own under other locales and zones, documents are the same bytes. */
class JsonLocaleTest {
  @Test
  void noLocaleShows() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=ISO-8859-9",
            "-Duser.language=tr",
            "-Duser.country=TR",
            Forked.class.getName())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output.lines().toList())
        .containsExactly(
            "tr-TR " + fingerprint(),
            "ar-EG " + fingerprint(),
            "th-TH-u-ca-buddhist-nu-thai " + fingerprint(),
            "fa-IR-u-nu-arabext " + fingerprint());
  }

  static String fingerprint() {
    StringBuilder all = new StringBuilder();
    for (Class<?> type : JsonRoundTripLaws.types()) {
      Object value = JsonRoundTripLaws.any(type, 42);
      String text = LaurelJson.standard().write(value);
      Object read = LaurelJson.standard().read(text, JsonRoundTripLaws.root(type));
      all.append(text).append(read.equals(value)).append('\n');
    }
    return Hashing.sha256().hashString(all, StandardCharsets.UTF_8).toString();
  }

  /** The other JVM. */
  static final class Forked {
    private Forked() {}

    public static void main(String[] arguments) {
      for (String tag :
          List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "fa-IR-u-nu-arabext")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        System.out.println(tag + " " + fingerprint());
      }
    }
  }
}

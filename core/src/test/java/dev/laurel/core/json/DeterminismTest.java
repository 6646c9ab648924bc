package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.json.Lives.Hand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A20, I10, I4: the same lives come to the same bytes wherever and by however many they are led.
 */
class DeterminismTest {
  /** What leads lives: all threads share its rules, its ledger and its readers. */
  private final Lives lives = new Lives();

  /**
   * Languages, regions and calendars that have broken programs, each with an odd zone; and a broken
   * twin that shows on each of them, since it asks the machine for its letters, digits or clock.
   */
  @ParameterizedTest
  @CsvSource({
    "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Apia, LETTERS",
    "-Duser.language=ar -Duser.country=EG -Duser.timezone=America/Sao_Paulo, DIGITS",
    "-Duser.language=th -Duser.country=TH -Duser.timezone=Asia/Kathmandu, CLOCK"
  })
  void theMachineDoesNotShow(String machine, Hand twin) {
    List<String> digests =
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> digestsOn(machine, twin));

    assertThat(digests).hasSize(2);
    assertThat(digests.get(0)).isEqualTo(lives.digest(Hand.SOUND));
    assertThat(digests.get(1)).isNotEqualTo(lives.digest(twin));
  }

  private static List<String> digestsOn(String machine, Hand twin) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, machine.split(" "));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Lives.class.getName(), twin.name()));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  /** What is the same again follows from nothing hidden; the twin's order hangs on addresses. */
  @Test
  void nothingHiddenShows() {
    assertThat(new Lives().digest(Hand.SOUND)).isEqualTo(lives.digest(Hand.SOUND));
    assertThat(new Lives().digest(Hand.IDENTITY)).isNotEqualTo(lives.digest(Hand.IDENTITY));
  }

  @Test
  void threadsDoNotShow() throws Exception {
    assertThreadsDoNotShow(life -> lives.digest(life, Hand.SOUND));
  }

  @Test
  void aTwinThatWorksInAFieldOfAllThreadsIsTold() {
    assertThatThrownBy(() -> assertThreadsDoNotShow(new SharedField()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("life");
  }

  /** Some way to lead the life of a number to its digest. */
  private interface Leading {
    String digest(int life) throws Exception;
  }

  /** The broken twin keeps what it works on in a field; two threads always meet in the midst. */
  private final class SharedField implements Leading {
    private final CyclicBarrier midst = new CyclicBarrier(2);
    private volatile String working = "";

    @Override
    public String digest(int life) throws Exception {
      working = lives.digest(life, Hand.SOUND);
      midst.await(1, TimeUnit.MINUTES);
      return working;
    }
  }

  /** Leads every life twice, four at a time. */
  private void assertThreadsDoNotShow(Leading leading) throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 2 * Lives.COUNT; i++) {
      int life = i % Lives.COUNT;
      calls.add(() -> leading.digest(life));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      var digests = threads.invokeAll(calls);
      for (int i = 0; i < digests.size(); i++) {
        int life = i % Lives.COUNT;
        assertThat(digests.get(i).get())
            .as("life %s", life)
            .isEqualTo(lives.digest(life, Hand.SOUND));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

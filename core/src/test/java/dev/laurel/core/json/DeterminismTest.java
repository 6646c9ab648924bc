package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A20, I10, I4: the same lives come to the same bytes wherever and by however many they are led.
 */
class DeterminismTest {
  /** Languages, regions and calendars that have broken programs, each with an odd zone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Apia",
        "-Duser.language=ar -Duser.country=EG -Duser.timezone=America/Sao_Paulo",
        "-Duser.language=th -Duser.country=TH -Duser.timezone=Asia/Kathmandu"
      })
  void theMachineDoesNotShow(String machine) {
    assertThat(assertTimeoutPreemptively(Duration.ofMinutes(2), () -> digestOn(machine)))
        .isEqualTo(Lives.digest());
  }

  private static String digestOn(String machine) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, machine.split(" "));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lives.class.getName()));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
  }

  @Test
  void threadsDoNotShow() throws InterruptedException, ExecutionException {
    List<Callable<String>> calls = Collections.nCopies(8, Lives::digest);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<String> digest : threads.invokeAll(calls)) {
        assertThat(digest.get()).isEqualTo(Lives.digest());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

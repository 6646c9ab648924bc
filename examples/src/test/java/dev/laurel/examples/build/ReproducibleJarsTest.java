package dev.laurel.examples.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.Ordering;
import dev.laurel.core.points.Points;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.metrics.score.Score;
import dev.laurel.tiers.ladder.Tier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What makes a jar the same bytes whenever and wherever it is built: its entries carry the time of
 * the release, its classes stand in order, and nothing in it tells of the machine.
 */
class ReproducibleJarsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TIMESTAMP =
      Pattern.compile("<project.build.outputTimestamp>(.+)</project.build.outputTimestamp>");

  /** A folder of a build; that of the project alone may have a name that stands in every class. */
  private static final Pattern FOLDER =
      Pattern.compile(Pattern.quote(ROOT.toString()) + "/[a-z]+/(src|target)");

  private static final List<String> TOLD = List.of(
      "Manifest-Version",
      "Created-By",
      "Java-Version",
      "Build-Jdk-Spec",
      "Implementation-Title",
      "Implementation-Version",
      "Automatic-Module-Name");

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(classes = {Points.class, Tier.class, JourneyLog.class, Score.class})
  void theJarsOfTheLibraryTellNothingOfTheirBuild(Class<?> part) throws Exception {
    Path jar = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    assumeTrue(
        jar.startsWith(ROOT) && jar.toString().endsWith(".jar"),
        () -> "only mvn verify packages what is tested; these are classes of " + jar);

    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.size()).isGreaterThan(100);
      assertThat(file.getManifest().getMainAttributes()).containsKey(name("Build-Jdk-Spec"));
    }
    assertTellsNothing(jar);
  }

  private static Object name(String attribute) {
    return new java.util.jar.Attributes.Name(attribute);
  }

  @Test
  void aJarThatTellsOfItsBuildIsFound() throws IOException {
    LocalDateTime release = timestamp();
    String manifest = "Manifest-Version: 1.0\r\n";
    assertTellsNothing(jar(release, manifest, "a/A.class", "a/B.class"));

    for (Path twin : List.of(
        jar(release.plusSeconds(2), manifest, "a/A.class"),
        jar(release, manifest + "Built-By: ann\r\n", "a/A.class"),
        jar(release, manifest, "a/B.class", "a/A.class"),
        jar(release, manifest, "a/A.class", "from " + ROOT.resolve("core/target")))) {
      assertThatThrownBy(() -> assertTellsNothing(twin)).isInstanceOf(AssertionError.class);
    }
  }

  /** A jar of entries that have their own names in them, all of one time. */
  private Path jar(LocalDateTime time, String manifest, String... names) throws IOException {
    Path jar = Files.createTempFile(folder, "twin", ".jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      write(out, time, JarFile.MANIFEST_NAME, manifest);
      for (String name : names) {
        write(out, time, name, name);
      }
    }
    return jar;
  }

  private static void write(ZipOutputStream out, LocalDateTime time, String name, String text)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    out.putNextEntry(entry);
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertTellsNothing(Path jar) throws IOException {
    LocalDateTime release = timestamp();
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.getManifest().getMainAttributes().keySet())
          .allMatch(name -> TOLD.contains(name.toString()), "tells nothing of a machine");
      for (ZipEntry entry : file.stream().toList()) {
        assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(release);
        assertThat(
                new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1))
            .as(entry.getName())
            .doesNotContainPattern(FOLDER);
      }
      classesByFolder(file)
          .forEach((name, classes) ->
              assertThat(classes).as(name).isSortedAccordingTo(Ordering.natural()));
    }
  }

  /** The classes of each folder, in the order in which they stand in the jar. */
  private static Map<String, List<String>> classesByFolder(JarFile jar) {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(".class"))
        .collect(Collectors.groupingBy(name -> name.substring(0, name.lastIndexOf('/') + 1)));
  }

  /** The time of the release, from the parent of all modules. */
  private static LocalDateTime timestamp() throws IOException {
    Matcher timestamp = TIMESTAMP.matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(timestamp.find()).as("the time of the release").isTrue();
    return OffsetDateTime.parse(timestamp.group(1))
        .withOffsetSameInstant(ZoneOffset.UTC)
        .toLocalDateTime();
  }
}

package dev.laurel.examples.cli;

import static dev.laurel.examples.cli.Shell.laurel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.examples.story.AppleChannels;
import dev.laurel.examples.story.Dealership;
import dev.laurel.examples.story.DriversDay;
import dev.laurel.examples.story.OneClick;
import dev.laurel.examples.survey.DealerSurvey;
import dev.laurel.examples.tiers.Apple;
import dev.laurel.examples.tiers.FordPass;
import dev.laurel.examples.tiers.FrequentFlyer;
import dev.laurel.examples.tiers.HotelGuest;
import dev.laurel.examples.tiers.Prime;
import dev.laurel.examples.tiers.StarbucksRewards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts themselves are asserted beside the examples. */
class StoryTest {
  @Test
  void theProgramsWithTiersTellTheirStories() {
    assertThat(laurel("story", "fordpass")).isEqualTo(new Shell(0, FordPass.story(), ""));
    assertThat(laurel("story", "frequent-flyer"))
        .isEqualTo(new Shell(0, FrequentFlyer.story(), ""));
    assertThat(laurel("story", "hotel")).isEqualTo(new Shell(0, HotelGuest.story(), ""));
    assertThat(laurel("story", "apple")).isEqualTo(new Shell(0, Apple.story(), ""));
    assertThat(laurel("story", "prime")).isEqualTo(new Shell(0, Prime.story(), ""));
    assertThat(laurel("story", "starbucks")).isEqualTo(new Shell(0, StarbucksRewards.story(), ""));
  }

  @Test
  void theDealersTellTheirSurvey() {
    assertThat(laurel("story", "dealer-survey")).isEqualTo(new Shell(0, DealerSurvey.tell(), ""));
  }

  @Test
  void theJourneysTellTheirStories() {
    assertThat(laurel("story", "dealership")).isEqualTo(new Shell(0, Dealership.tell(), ""));
    assertThat(laurel("story", "one-click")).isEqualTo(new Shell(0, OneClick.tell(), ""));
    assertThat(laurel("story", "apple-channels")).isEqualTo(new Shell(0, AppleChannels.tell(), ""));
    assertThat(laurel("story", "drivers-day")).isEqualTo(new Shell(0, DriversDay.tell(), ""));
  }

  @Test
  void theDealersYearHasPictures(@TempDir Path folder) throws IOException {
    Shell shell = laurel("story", "dealership", "--pictures", folder.toString());

    assertThat(shell).isEqualTo(new Shell(0, Dealership.tell(), ""));
    assertThat(Files.readString(folder.resolve("dealership-map-1.svg")))
        .contains("<svg ", "Buying a car", "% took it");
    assertThat(folder.resolve("dealership-map-2.svg")).exists();
    assertThat(Files.readString(folder.resolve("dealership-process.svg")))
        .contains("A year at the dealer", ">start<", ">call-back<");
    assertThat(Files.readString(folder.resolve("dealership-flows.mmd")))
        .startsWith("sankey-beta\n\n\"");
    assertThat(Files.readString(folder.resolve("dealership-versions.mmd")).lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("call-backs break journeys"));
  }

  @Test
  void orderingWithOneClickHasPictures(@TempDir Path folder) throws IOException {
    Shell shell = laurel("story", "one-click", "--pictures", folder.toString());

    assertThat(shell).isEqualTo(new Shell(0, OneClick.tell(), ""));
    assertThat(Files.readString(folder.resolve("one-click-map-before.svg")))
        .contains("<svg ", "Ordering", "% took it")
        .doesNotContain(">optional<");
    assertThat(Files.readString(folder.resolve("one-click-map-since.svg"))).contains(">optional<");
    assertThat(Files.readString(folder.resolve("one-click-process-before.svg")))
        .contains(">sign-in<");
    assertThat(Files.readString(folder.resolve("one-click-process-since.svg")))
        .contains("Ordering with one click", ">start<");
    assertThat(Files.readString(folder.resolve("one-click-funnel.mmd")))
        .startsWith("xychart-beta horizontal");
  }

  @Test
  void theChannelsHavePictures(@TempDir Path folder) throws IOException {
    Shell shell = laurel("story", "apple-channels", "--pictures", folder.toString());

    assertThat(shell).isEqualTo(new Shell(0, AppleChannels.tell(), ""));
    assertThat(Files.readString(folder.resolve("apple-channels-touchpoints.svg")))
        .contains("<svg ", ">advice<", ">repair<");
    assertThat(Files.readString(folder.resolve("apple-channels-handovers.svg")))
        .contains("From channel to channel", ">phone<");
    assertThat(Files.readString(folder.resolve("apple-channels-flows.mmd")))
        .startsWith("sankey-beta\n\n\"");
  }

  @Test
  void theDriversWeekHasPictures(@TempDir Path folder) throws IOException {
    Shell shell = laurel("story", "drivers-day", "--pictures", folder.toString());

    assertThat(shell).isEqualTo(new Shell(0, DriversDay.tell(), ""));
    assertThat(Files.readString(folder.resolve("drivers-day-week.svg")))
        .contains("Tesla: serves 73.2 % of the week", "BMW: serves 49.9 % of the week")
        .contains("Waits at the charger", "karaoke, 0.8");
    assertThat(Files.readString(folder.resolve("drivers-day-map.svg"))).contains("Owning a car");
  }

  @Test
  void aStoryWithoutPicturesSaysSo(@TempDir Path folder) {
    assertThat(laurel("story", "prime", "--pictures", folder.toString()))
        .matches(shell -> shell.exit() == 2 && shell.err().contains("dealership, drivers-day"));
  }

  @Test
  void unknownStoriesNameTheKnownOnes() {
    Shell shell = laurel("story", "nobody");

    assertThat(shell.exit()).isEqualTo(4);
    assertThat(shell.err()).contains("STORY_UNKNOWN").contains("fordpass").contains("mercedes-me");
  }
}

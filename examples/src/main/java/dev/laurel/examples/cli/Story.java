package dev.laurel.examples.cli;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.examples.output.OutputFile;
import dev.laurel.examples.story.AppleChannels;
import dev.laurel.examples.story.Dealership;
import dev.laurel.examples.story.DealershipPictures;
import dev.laurel.examples.story.DriversDay;
import dev.laurel.examples.story.InsideEdge;
import dev.laurel.examples.story.MercedesMe;
import dev.laurel.examples.story.OneClick;
import dev.laurel.examples.survey.DealerSurvey;
import dev.laurel.examples.tiers.Apple;
import dev.laurel.examples.tiers.FordPass;
import dev.laurel.examples.tiers.FrequentFlyer;
import dev.laurel.examples.tiers.HotelGuest;
import dev.laurel.examples.tiers.Prime;
import dev.laurel.examples.tiers.StarbucksRewards;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laurel story}: a program that readers know, told in the words of the library. */
@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    description = "Tells what happens in a program that is well known.")
final class Story implements Callable<Integer> {
  private static final ImmutableSortedMap<String, Supplier<String>> STORIES =
      ImmutableSortedMap.<String, Supplier<String>>naturalOrder()
          .put("apple", Apple::story)
          .put("apple-channels", AppleChannels::tell)
          .put("dealer-survey", DealerSurvey::tell)
          .put("dealership", Dealership::tell)
          .put("drivers-day", DriversDay::tell)
          .put("fordpass", FordPass::story)
          .put("frequent-flyer", FrequentFlyer::story)
          .put("hotel", HotelGuest::story)
          .put("inside-edge", InsideEdge::tell)
          .put("mercedes-me", MercedesMe::tell)
          .put("one-click", OneClick::tell)
          .put("prime", Prime::story)
          .put("starbucks", StarbucksRewards::story)
          .build();

  private static final ImmutableSortedMap<String, Supplier<ImmutableSortedMap<String, String>>>
      PICTURES = ImmutableSortedMap.of(
          "apple-channels", AppleChannels::draw,
          "dealership", DealershipPictures::draw,
          "drivers-day", DriversDay::draw,
          "one-click", OneClick::draw);

  @Spec
  private CommandSpec spec;

  @Parameters(
      paramLabel = "STORY",
      completionCandidates = Names.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private String name;

  @Option(
      names = "--pictures",
      paramLabel = "FOLDER",
      description = "Also writes what there is to see, for: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Drawn.class)
  private @Nullable Path pictures;

  /** The names of the stories with pictures. */
  static final class Drawn implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PICTURES.keySet().iterator();
    }
  }

  /** The names of the stories. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return STORIES.keySet().iterator();
    }
  }

  @Override
  public Integer call() {
    Supplier<String> story = STORIES.get(name);
    if (story == null) {
      throw new Failure(
          Failure.Exit.NOT_FOUND,
          "STORY_UNKNOWN",
          "story must be one of " + STORIES.keySet() + ": " + name);
    }
    spec.commandLine().getOut().print(story.get());
    spec.commandLine().getOut().flush();
    if (pictures != null) {
      draw(pictures);
    }
    return CommandLine.ExitCode.OK;
  }

  private void draw(Path folder) {
    Supplier<ImmutableSortedMap<String, String>> drawing = PICTURES.get(name);
    if (drawing == null) {
      throw new ParameterException(
          spec.commandLine(), "--pictures are there of " + PICTURES.keySet() + " alone: " + name);
    }
    drawing
        .get()
        .forEach(
            (file, picture) -> OutputFile.write(folder.resolve(file), to -> to.write(picture)));
  }
}

package dev.laurel.journeys.render;

import dev.laurel.journeys.map.Flow;
import java.util.List;

/**
 * How the flow of a map treats each of its steps, in words: optional, one of 2, again, any order.
 */
final class StepWords implements Flow.Cases<List<String>> {
  private static final StepWords WORDS = new StepWords();

  private StepWords() {}

  /** The words for each step, in the order of the steps; empty for a step that simply comes. */
  static List<String> of(Flow flow) {
    return flow.match(WORDS);
  }

  @Override
  public List<String> one(Flow.One flow) {
    return List.of("");
  }

  @Override
  public List<String> inOrder(Flow.InOrder flow) {
    return within("", flow.parts());
  }

  @Override
  public List<String> choice(Flow.Choice flow) {
    int ways = flow.parts().size();
    return within(ways == 1 ? "" : "one of " + ways, flow.parts());
  }

  @Override
  public List<String> maybe(Flow.Maybe flow) {
    return within("optional", flow.parts());
  }

  @Override
  public List<String> repeated(Flow.Repeated flow) {
    return within("once or more", flow.parts());
  }

  @Override
  public List<String> anyOrder(Flow.AnyOrder flow) {
    return within(flow.parts().size() == 1 ? "" : "any order", flow.parts());
  }

  private static List<String> within(String word, List<Flow> parts) {
    return parts.stream()
        .flatMap(part -> of(part).stream())
        .map(inner -> joined(word, inner))
        .toList();
  }

  private static String joined(String word, String inner) {
    if (word.isEmpty() || inner.contains(word)) {
      return inner;
    }
    return inner.isEmpty() ? word : word + ", " + inner;
  }
}

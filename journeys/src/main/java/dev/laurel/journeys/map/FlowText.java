package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A flow as one line of text, in which a sequence within a sequence does not show. */
final class FlowText implements Flow.Cases<String> {
  private static final FlowText TEXT = new FlowText();

  private FlowText() {}

  static String of(Flow flow) {
    return flow.match(TEXT);
  }

  @Override
  public String one(Flow.One flow) {
    return flow.step().id().toString();
  }

  @Override
  public String inOrder(Flow.InOrder flow) {
    ImmutableList<Flow> parts = flattened(flow);
    return parts.size() == 1 ? of(parts.get(0)) : "inOrder" + joined(parts);
  }

  @Override
  public String choice(Flow.Choice flow) {
    return "choice" + joined(flow.parts());
  }

  @Override
  public String maybe(Flow.Maybe flow) {
    return "maybe" + joined(flow.parts());
  }

  @Override
  public String repeated(Flow.Repeated flow) {
    return "repeated" + joined(flow.parts());
  }

  @Override
  public String anyOrder(Flow.AnyOrder flow) {
    return "anyOrder" + joined(flow.parts());
  }

  private static String joined(ImmutableList<Flow> parts) {
    return parts.stream().map(FlowText::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private static ImmutableList<Flow> flattened(Flow.InOrder flow) {
    ImmutableList.Builder<Flow> flat = ImmutableList.builder();
    for (Flow part : flow.parts()) {
      if (part instanceof Flow.InOrder inner) {
        flat.addAll(flattened(inner));
      } else {
        flat.add(part);
      }
    }
    return flat.build();
  }
}

package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The touchpoints on every way through a flow. */
final class Mandatory implements Flow.Cases<ImmutableSet<TouchpointId>> {
  @Override
  public ImmutableSet<TouchpointId> one(Flow.One flow) {
    return ImmutableSet.of(flow.step().id());
  }

  @Override
  public ImmutableSet<TouchpointId> inOrder(Flow.InOrder flow) {
    return ofAny(flow.parts());
  }

  @Override
  public ImmutableSet<TouchpointId> choice(Flow.Choice flow) {
    Set<TouchpointId> common = flow.parts().get(0).match(this);
    for (Flow part : flow.parts()) {
      common = Sets.intersection(common, part.match(this));
    }
    return ImmutableSet.copyOf(common);
  }

  @Override
  public ImmutableSet<TouchpointId> maybe(Flow.Maybe flow) {
    return ImmutableSet.of();
  }

  @Override
  public ImmutableSet<TouchpointId> repeated(Flow.Repeated flow) {
    return flow.part().match(this);
  }

  @Override
  public ImmutableSet<TouchpointId> anyOrder(Flow.AnyOrder flow) {
    return ofAny(flow.parts());
  }

  private ImmutableSet<TouchpointId> ofAny(List<Flow> parts) {
    Set<TouchpointId> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(part.match(this)));
    return ImmutableSet.copyOf(all);
  }
}

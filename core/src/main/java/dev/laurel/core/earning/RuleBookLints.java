package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;

/** What is legal in a book of rules and yet worth a second look. */
final class RuleBookLints {
  private RuleBookLints() {}

  static ImmutableList<Finding> of(RuleBook book) {
    return ImmutableList.of();
  }
}

package dev.laurel.metrics.trend;

/**
 * A rule that is met on a chart.
 *
 * @param rule the rule
 * @param from the index of the first point of the pattern
 * @param at the index of the point at which it is met
 */
public record Signal(RunRule rule, int from, int at) {}

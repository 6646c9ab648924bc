package dev.laurel.benchmarks.membership;

/**
 * How a life ends.
 *
 * @param balance the stars that can be spent
 * @param accrued the stars that were earned
 * @param redeemed the stars that were spent
 * @param expired the stars that time took
 * @param level the level of the tier
 * @param visits how often the lounge was visited
 * @param refused how often something was refused
 */
record Ending(
    long balance, long accrued, long redeemed, long expired, int level, int visits, int refused) {}

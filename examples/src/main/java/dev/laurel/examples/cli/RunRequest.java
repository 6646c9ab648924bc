package dev.laurel.examples.cli;

import dev.laurel.core.identity.MemberId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a run is to find out.
 *
 * @param asOf the day at whose end the figures stand; the day of the last transaction if empty
 * @param members the members whose statements are wanted
 * @param explain the events whose points are to be explained
 * @param parts into how many groups the members are divided, of which memory holds one at a time;
 *     by the size of the file if empty
 */
record RunRequest(
    Optional<LocalDate> asOf, Set<MemberId> members, Set<String> explain, OptionalInt parts) {}

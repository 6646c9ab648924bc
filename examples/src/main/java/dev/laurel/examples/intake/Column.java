package dev.laurel.examples.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of one meaning stands, and how it is read.
 *
 * @param name the heading, in delimited files with a header
 * @param index the place from 1, in delimited files without one
 * @param from the first character from 1, in fixed-width files
 * @param width the count of characters, in fixed-width files
 * @param constant the same text for every row, where no column holds it
 * @param orElse the text that stands for an empty one
 * @param values the texts of the file and what they mean; a text that is not listed stays as it is
 */
record Column(
    @Nullable String name,
    @Nullable Integer index,
    @Nullable Integer from,
    @Nullable Integer width,
    @Nullable String constant,
    @Nullable String orElse,
    @Nullable Map<String, String> values) {}

package dev.laurel.examples.intake;

/**
 * A row that is a transaction, with the place it came from.
 *
 * @param line the line of the file, counted from 1
 * @param transaction what it says
 * @param original the text as it was read
 */
public record AcceptedRow(long line, Transaction transaction, String original) {}

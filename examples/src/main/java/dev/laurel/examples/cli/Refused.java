package dev.laurel.examples.cli;

/**
 * A row that could be read but not carried out, such as a redemption of more points than there are.
 *
 * @param line the line of the file
 * @param id the name of the transaction
 * @param code the stable name of the reason
 * @param reason what was expected and found
 * @param original the text of the row
 */
record Refused(long line, String id, String code, String reason, String original) {}

package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;

/**
 * Entries sealed with digests, each over the entry and the digest before it, so that no entry can
 * be changed, dropped or slipped in unseen.
 *
 * <p>Optional: an account does not need it. A digest is the SHA-256 of a canonical byte form, in
 * lower-case hexadecimal; the chain starts from 64 zeros.
 *
 * @param links the entries with their digests, oldest first
 */
public record HashChain(List<Link> links) {
  private static final String START = "0".repeat(64);

  /** A chain as it was found, not verified yet. */
  public HashChain {
    links = ImmutableList.copyOf(links);
  }

  /**
   * An entry with its digest.
   *
   * @param entry the entry
   * @param hash the digest of the entry and the digest before it
   */
  public record Link(LedgerEntry entry, String hash) {
    /** A link of these parts. */
    public Link {
      requireNonNull(entry, "entry");
      requireNonNull(hash, "hash");
    }
  }

  /** The chain of these entries. */
  public static HashChain of(List<LedgerEntry> entries) {
    return new HashChain(ImmutableList.of()).append(entries);
  }

  /** The chain with more entries at its end. */
  public HashChain append(List<LedgerEntry> entries) {
    ImmutableList.Builder<Link> longer = ImmutableList.<Link>builder().addAll(links);
    String last = head();
    for (LedgerEntry entry : entries) {
      last = digest(last, entry);
      longer.add(new Link(entry, last));
    }
    return new HashChain(longer.build());
  }

  /** The digest of the last entry, which stands for the whole chain. */
  public String head() {
    return links.isEmpty() ? START : links.get(links.size() - 1).hash();
  }

  /** The entries without their digests. */
  public List<LedgerEntry> entries() {
    return links.stream().map(Link::entry).collect(ImmutableList.toImmutableList());
  }

  /**
   * Checks that sequence numbers follow each other and that every digest is right.
   *
   * @throws InvalidValueException SEQUENCE_GAP, LOG_FORK or HASH_MISMATCH, with the sequence as its
   *     path
   */
  public void verify() {
    String last = START;
    long expected = links.isEmpty() ? 0 : links.get(0).entry().sequence();
    for (Link link : links) {
      long found = link.entry().sequence();
      check(found <= expected, FailureCode.SEQUENCE_GAP, expected, found);
      check(found == expected, FailureCode.LOG_FORK, expected, found);
      last = digest(last, link.entry());
      InvalidValueException.check(
          last.equals(link.hash()),
          FailureCode.HASH_MISMATCH,
          "entries[" + found + "]",
          "entry %s must have the hash %s: %s",
          found,
          last,
          link.hash());
      expected++;
    }
  }

  private static void check(boolean holds, FailureCode code, long expected, long found) {
    InvalidValueException.check(
        holds,
        code,
        "entries[" + found + "]",
        "an entry must follow the one before: expected %s, found %s",
        expected,
        found);
  }

  private static String digest(String before, LedgerEntry entry) {
    return Hashing.sha256()
        .newHasher()
        .putBytes(HashCode.fromString(before).asBytes())
        .putBytes(CanonicalBytes.of(entry))
        .hash()
        .toString();
  }
}

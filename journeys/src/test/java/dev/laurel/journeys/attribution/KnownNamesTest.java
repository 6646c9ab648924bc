package dev.laurel.journeys.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
  private final KnownNames names = new KnownNames('>');
  private final int[] found = new int[64];

  @Test
  void aNameIsKnownOnceItWasLearned() {
    assertThat(names.read("mail > search", found, 0)).isEqualTo(KnownNames.NOT_KNOWN);
    learn("mail > search", 7, 9);
    assertThat(names.read("mail > search", found, 0)).isEqualTo(KnownNames.NOT_KNOWN);
    learn("mail > search", 7, 9);

    assertThat(names.read("mail  > mail", found, 2)).isEqualTo(KnownNames.NOT_KNOWN);
    assertThat(names.read("mail >  mail > > search", found, 2)).isEqualTo(5);
    assertThat(found).startsWith(7, 9, 7, 7, 9, 0);
  }

  @Test
  void namesOfAllLengthsAreToldApart() {
    String longest = "abcdefghijklmnopqrstuvwxyz";
    for (int length = 1; length <= longest.length(); length++) {
      learn(longest.substring(0, length), length);
    }
    for (int length = 1; length <= longest.length(); length++) {
      assertThat(names.read(longest.substring(0, length), found, 0)).isEqualTo(1);
      assertThat(found[0]).isEqualTo(length);
      assertThat(names.read("A" + longest.substring(1, length), found, 0))
          .isEqualTo(KnownNames.NOT_KNOWN);
    }
    assertThat(names.read(longest + longest, found, 0)).isEqualTo(KnownNames.NOT_KNOWN);
  }

  @Test
  void whatIsNoPlainNameOfItsBytesIsNeverLearned() {
    notLearned("k?");
    notLearned("k\u0161");
    notLearned("\tab");
    notLearned("\u2003");
    notLearned("y".repeat(257));
  }

  @Test
  void nothingBehindANameIsNotTakenForItsEnd() {
    learn("ab", 1);
    learn("abcdefgh", 2);

    for (String other : List.of("ab\u0000", "\u0000", "ab\u0000cdefgh", "abcdefgh\u0000")) {
      assertThat(names.read(other, found, 0)).isEqualTo(KnownNames.NOT_KNOWN);
    }
  }

  @Test
  void separatorsThatAreMistakenForOthersAndLongPathsAreNotForHere() {
    assertThat(names.isFor("x".repeat(4_097), '>')).isFalse();
    assertThat(names.isFor("a", '>')).isTrue();
    assertThat(names.isFor("a", ',')).isFalse();
    for (char other : new char[] {' ', '\t', '?', '\u007f', '\u2192'}) {
      assertThat(new KnownNames(other).isFor("a", other)).isFalse();
    }
  }

  @Test
  void theTableIsFullAtSomeTime() {
    int known = 0;
    for (int i = 0; i < 10_000; i++) {
      learn("name " + i, i);
      known += names.read("name " + i, found, 0) == 1 && found[0] == i ? 1 : 0;
    }

    assertThat(known).isBetween(1_000, 2_048);
    assertThat(names.read("name 0", found, 0)).isEqualTo(1);
    assertThat(found[0]).isZero();
  }

  private void notLearned(String path) {
    assertThat(names.read(path, found, 0)).isEqualTo(KnownNames.NOT_KNOWN);
    names.learn(found, 0);
    assertThat(names.read(path, found, 0)).isEqualTo(KnownNames.NOT_KNOWN);
  }

  /** Learns the first name of the path that is not known, these being the codes of all. */
  private void learn(String path, int... codes) {
    assertThat(names.read(path, found, 0)).isEqualTo(KnownNames.NOT_KNOWN);
    System.arraycopy(codes, 0, found, 0, codes.length);
    names.learn(found, 0);
  }
}

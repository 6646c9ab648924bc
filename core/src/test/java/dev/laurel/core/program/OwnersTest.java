package dev.laurel.core.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnersTest {
  private static final MemberId ANNA = MemberId.of("anna");
  private static final MemberId BERT = MemberId.of("bert");

  private final Set<Integer> remembered = new HashSet<>();
  private final Owners<Integer> owners =
      new Owners<>((member, name) -> member.equals(ANNA) && remembered.contains(name));

  @Test
  void aNameIsThatOfWhoeverRemembersIt() {
    remembered.add(1);
    owners.note(1, ANNA);
    owners.note(2, ANNA);
    owners.note(3, BERT);

    assertThat(owners.of(1)).contains(ANNA);
    assertThat(owners.of(2)).isEmpty();
    assertThat(owners.of(3)).isEmpty();
    assertThat(owners.of(4)).isEmpty();
  }

  @Test
  void namesThatNobodyRemembersAreDroppedNowAndThen() {
    for (int name = 0; name < 100_000; name++) {
      remembered.add(name);
      remembered.remove(name - 5_000);
      owners.note(name, ANNA);
      assertThat(owners.size()).isLessThanOrEqualTo(10_001);
    }
    assertThat(owners.of(99_999)).contains(ANNA);
    assertThat(owners.of(95_000)).contains(ANNA);
    assertThat(owners.of(94_999)).isEmpty();
  }
}

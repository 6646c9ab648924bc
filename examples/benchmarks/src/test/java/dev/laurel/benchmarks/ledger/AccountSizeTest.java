package dev.laurel.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountSizeTest {
  @Test
  void aPackedAccountWith24LotsTakesAtMost350BytesAndWritesAtMost12And8ForEach() {
    assertThat(AccountSize.packed().lots()).isEqualTo(24);
    assertThat(AccountSize.perAccount(200_000, i -> AccountSize.packed())).isBetween(200L, 350L);
    assertThat(AccountSize.packed().toBytes()).hasSizeLessThanOrEqualTo(12 + 8 * 24);
  }
}

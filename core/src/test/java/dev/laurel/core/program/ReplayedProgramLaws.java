package dev.laurel.core.program;

import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.testkit.ProgramContract;
import dev.laurel.core.testkit.Programs;

/** A shop whose points expire, and that decides late facts in business order, keeps the laws. */
class ReplayedProgramLaws extends ProgramContract {
  static Program replayed() {
    return Programs.shop(Programs.oneYear(Programs.STARS))
        .lateActivities(LateCommands.REPLAY)
        .build();
  }

  @Override
  protected Program program() {
    return replayed();
  }
}

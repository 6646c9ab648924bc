package dev.laurel.core.program;

import dev.laurel.core.testkit.ProgramContract;
import dev.laurel.core.testkit.Programs;

/** A small shop keeps the laws of programs. */
class ShopProgramLaws extends ProgramContract {
  @Override
  protected Program program() {
    return Programs.shop();
  }
}

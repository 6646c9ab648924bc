package dev.laurel.examples.cli;

import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Statement;
import dev.laurel.examples.intake.RejectedRow;
import java.util.function.Supplier;

/** Where everything that happens in a run goes. */
interface Recorder {
  /** Where nothing is written. */
  Recorder SILENT = new Recorder() {};

  /** A row that is no transaction. */
  default void rejected(RejectedRow row) {}

  /** A transaction that was refused. */
  default void refused(Refused refused) {}

  /** A transaction that was carried out, or what it brought another member. */
  default void done(Effect effect) {}

  /** The statement of a member at the end, made where somebody reads it. */
  default void stands(Supplier<Statement> statement) {}
}

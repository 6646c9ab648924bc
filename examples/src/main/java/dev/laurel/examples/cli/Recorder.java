package dev.laurel.examples.cli;

import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Statement;
import dev.laurel.examples.intake.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

  /** What happens in one group, kept until its turn has come. */
  final class Kept implements Recorder {
    private final List<Consumer<Recorder>> kept = new ArrayList<>();

    @Override
    public void rejected(RejectedRow row) {
      kept.add(to -> to.rejected(row));
    }

    @Override
    public void refused(Refused refused) {
      kept.add(to -> to.refused(refused));
    }

    @Override
    public void done(Effect effect) {
      kept.add(to -> to.done(effect));
    }

    @Override
    public void stands(Supplier<Statement> statement) {
      Statement made = statement.get();
      kept.add(to -> to.stands(() -> made));
    }

    /** Tells another all of it, in the order in which it happened. */
    void tell(Recorder to) {
      kept.forEach(one -> one.accept(to));
    }
  }
}

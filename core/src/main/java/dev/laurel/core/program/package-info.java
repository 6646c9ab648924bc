/**
 * A loyalty program as one value, and the fold that runs it.
 *
 * <pre>
 *   Program ──▶ ProgramVersions ──▶ Loyalty.submit(Member, Submission) ──▶ Outcome
 *                                        │ earning says what an activity is worth
 *                                        └ the ledger keeps what was earned
 *   many members: ProgramRun · late facts re-decided: MemberHistory · "where do I stand": Statement
 * </pre>
 *
 * <p>Invariant: what a purchase still earns after returns is what the rules in force at the
 * purchase give for what is left of it, however the return was split. Start at
 * {@link dev.laurel.core.program.Program}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.program;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;

/**
 * What members do, as facts that never change.
 *
 * <pre>
 *   Activity ──┬─ Purchase   lines, shipping, tenders
 *              ├─ Engagement test drive, review, referral, vehicle event ...
 *              └─ Return     of a purchase: all, some lines, an amount
 * </pre>
 *
 * <p>Each activity has a business time, when it happened, and a recorded time, when it became
 * known.
 *
 * <p>Invariant: the tenders of a purchase pay exactly its total, and what remains of it after
 * returns depends only on what was returned, not on how many returns it took. Start at
 * {@link dev.laurel.core.activity.Purchase}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.activity;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;

/**
 * Who may be asked now, and why not.
 *
 * <pre>
 *   Quarantine (rules) + Contacts of one person + asOf ──▶ Permission: granted | withheld (reasons, until)
 * </pre>
 *
 * <p>Invariant: whoever may not be asked now may be asked at the instant that is given, and not a
 * nanosecond before, unless somebody is in contact with them in between. Start at
 * {@link dev.laurel.metrics.invite.Quarantine}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.invite;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;

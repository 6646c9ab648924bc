/**
 * How members of one version of a loyalty program come into the next, as a value.
 *
 * <pre>
 *   LoyaltyProgram before ─┐
 *   LoyaltyProgram after ──┼─▶ MigrationPlan ──▶ findings: what must be decided, what to know
 *   MigrationTerms: from ──┘        │
 *   when, endings, mappings,        │
 *   promises, exchanges             ├─▶ program(): the versions one after the other
 *                                   ├─▶ applied(life) ──▶ WhatIf: who has what, and what it costs
 *                                   └─▶ migrated(membership): the running memberships
 * </pre>
 *
 * <p>Invariant: a membership that is migrated on the day and goes on is the membership that the
 * whole life comes to under the versions; nobody loses what the plan grants. Start at
 * {@link dev.laurel.tiers.migration.MigrationPlan}.
 */
@LaurelValue
@NullMarked
package dev.laurel.tiers.migration;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;

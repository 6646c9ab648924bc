/** Who stands where: ladders of tiers, how a member climbs and keeps them. */
@NullMarked
package dev.laurel.tiers;

import org.jspecify.annotations.NullMarked;

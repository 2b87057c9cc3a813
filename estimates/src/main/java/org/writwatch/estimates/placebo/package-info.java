/**
 * Doubt without a sampling model: the same number computed where nothing happened.
 *
 * <p>Read {@link RankInference} first.
 */
@NullMarked
package org.writwatch.estimates.placebo;

import org.jspecify.annotations.NullMarked;

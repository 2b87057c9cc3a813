/**
 * When did a series change? Search for unknown dates of change in counts that persist from day to day.
 *
 * <p>Read {@link ChangePointSearch} first; it gives {@link Change}s. Arrays in, positions out: what day a position is,
 * and what a zero means, is the caller's knowledge.
 */
@NullMarked
package org.writwatch.estimates.changepoint;

import org.jspecify.annotations.NullMarked;

/**
 * The statistics: arrays in, estimates and diagnostics out. No input or output, no dates, no law; usable alone.
 *
 * <p>Every estimator is a pure function of its arguments and a seed, gives the same bits on every run, and names the
 * paper of its formula.
 */
@NullMarked
package org.writwatch.estimates;

import org.jspecify.annotations.NullMarked;

/**
 * One series, no comparison: segmented regression with errors that allow for persistence, and the long-run variance
 * those errors and the change-point search stand on. Results here describe; they do not identify an effect.
 */
@NullMarked
package org.writwatch.estimates.timeseries;

import org.jspecify.annotations.NullMarked;

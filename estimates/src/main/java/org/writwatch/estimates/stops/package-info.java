/**
 * Statistics of police stops, as pure functions over arrays: the veil of darkness, outcome, benchmark, search-rate and threshold
 * tests, and the exact counts of standard deviations that courts read. Read {@link org.writwatch.estimates.stops.VeilOfDarkness} and
 * {@link org.writwatch.estimates.stops.CellModel} first.
 */
@org.jspecify.annotations.NullMarked
package org.writwatch.estimates.stops;

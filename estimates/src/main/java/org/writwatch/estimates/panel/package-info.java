/**
 * Tables of units over time, as arrays. Read {@link Observations} first: every design takes one. {@link BalancedPanel} is the
 * view for designs that need every unit in every period; what it had to leave out it reports.
 */
@NullMarked
package org.writwatch.estimates.panel;

import org.jspecify.annotations.NullMarked;

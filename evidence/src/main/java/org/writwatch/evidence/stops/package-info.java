/**
 * Police stops: tables of millions of rows read by column, what is wrong with them said first, daylight put beside each stop, and the
 * designs that the tests of {@code org.writwatch.estimates.stops} are run on. Read
 * {@link org.writwatch.evidence.stops.StopTable} first.
 */
@NullMarked
package org.writwatch.evidence.stops;

import org.jspecify.annotations.NullMarked;

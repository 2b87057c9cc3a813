/**
 * Daylight: where the sun stands, when it sets, when civil dusk ends, and what the clocks of a county showed then. Read
 * {@link org.writwatch.evidence.stops.light.Sun} first.
 */
@NullMarked
package org.writwatch.evidence.stops.light;

import org.jspecify.annotations.NullMarked;

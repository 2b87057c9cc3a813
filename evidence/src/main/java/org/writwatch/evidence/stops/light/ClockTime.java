package org.writwatch.evidence.stops.light;

import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** What the clock on the wall showed at a moment of the sun. */
public final class ClockTime {
    private ClockTime() {}

    /**
     * Minutes after local midnight of the date, as clocks read them: hour times 60 plus minute, with the fraction. The offset is that in
     * force at the moment itself, so days on which clocks change need no special case.
     *
     * @param minutesUtc as {@link Sun#minutes} gives them
     * @return NaN when there is no such moment
     */
    public static double minutes(long epochDay, double minutesUtc, ZoneId zone) {
        if (Double.isNaN(minutesUtc)) {
            return Double.NaN;
        }
        ZoneRules rules = zone.getRules();
        long second = (long) Math.floor((epochDay * 1440 + minutesUtc) * 60);
        int offset = rules.getOffset(java.time.Instant.ofEpochSecond(second)).getTotalSeconds();
        return minutesUtc + offset / 60.0;
    }
}

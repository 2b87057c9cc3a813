package org.writwatch.evidence.stops.light;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;

/**
 * What clocks of one zone showed at moments of many days: {@link ClockTime} with the offset of each day looked up once. On days near a
 * change of clocks the offset is that in force at the moment itself. One thread.
 */
public final class DayClocks {
    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int CHANGES = UNKNOWN + 1;
    private static final long DAY = 86_400;

    private final ZoneId zone;
    private final int firstDay;
    private final int[] offset;

    /** For days from first to last. */
    public DayClocks(ZoneId zone, int firstDay, int lastDay) {
        this.zone = zone;
        this.firstDay = firstDay;
        this.offset = new int[lastDay - firstDay + 1];
        Arrays.fill(offset, UNKNOWN);
    }

    /** As {@link ClockTime#minutes}. */
    public double minutes(int day, double minutesUtc) {
        int seconds = offset[day - firstDay];
        if (seconds == UNKNOWN) {
            seconds = offset(day);
            offset[day - firstDay] = seconds;
        }
        // A day of the sun ends less than two days after its 0:00 UTC.
        return seconds == CHANGES ? ClockTime.minutes(day, minutesUtc, zone) : minutesUtc + seconds / 60.0;
    }

    private int offset(int day) {
        Instant before = Instant.ofEpochSecond((day - 1) * DAY);
        ZoneOffsetTransition next = zone.getRules().nextTransition(before);
        boolean near = next != null && next.toEpochSecond() < (day + 3) * DAY;
        return near ? CHANGES : zone.getRules().getOffset(before).getTotalSeconds();
    }
}

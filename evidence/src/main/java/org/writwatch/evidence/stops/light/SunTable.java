package org.writwatch.evidence.stops.light;

/**
 * One event of the sun over many places and days, from a table of days by half degrees of latitude and tens of degrees of longitude that
 * is filled where it is asked. Between its points the time is that of the cubic through four latitudes, linear in longitude: within a
 * hundredth of a second of {@link Sun#ACCURATE}, since day by day the sun moves almost evenly. Beyond 49 degrees north or south, and for
 * other formulas, each time is computed by itself.
 *
 * <p>One thread.
 */
public final class SunTable {
    private static final double LATITUDES = 0.5;
    private static final double LONGITUDES = 10;
    private static final double FARTHEST = 49;
    private static final int BANDS = (int) (360 / LONGITUDES);

    private final Sun sun;
    private final Sun.Event event;
    private final int firstDay;
    private final double south;
    private final int points;
    private final double[][] rows;

    /**
     * An empty table.
     *
     * @param firstDay days since 1970-01-01
     * @param lastDay not before the first
     * @param south lowest latitude that is asked
     * @param north highest
     */
    public SunTable(Sun sun, Sun.Event event, int firstDay, int lastDay, double south, double north) {
        this.sun = sun;
        this.event = event;
        this.firstDay = firstDay;
        this.south = LATITUDES * (Math.floor(Math.max(-FARTHEST, south) / LATITUDES) - 1);
        // One point below the lowest latitude and two above the highest, which may lie on a point itself.
        this.points = 3 + (int) Math.floor((Math.min(FARTHEST, north) - this.south) / LATITUDES);
        this.rows = new double[Math.multiplyExact(lastDay - firstDay + 1, BANDS)][];
    }

    /**
     * When the event happens, as {@link Sun#minutes} has it.
     *
     * @param day between first and last
     * @param latitude between south and north
     */
    public double minutes(int day, double latitude, double longitude) {
        if (sun != Sun.ACCURATE || !(Math.abs(latitude) < FARTHEST)) {
            return sun.minutes(event, day, latitude, longitude);
        }
        double across = (longitude + 180) / LONGITUDES;
        int band = Math.min(BANDS - 1, (int) across);
        int at = (day - firstDay) * BANDS + band;
        double[] row = rows[at];
        if (row == null) {
            row = filled(day, band * LONGITUDES - 180);
            rows[at] = row;
        }
        double up = (latitude - south) / LATITUDES;
        int k = (int) up;
        double u = up - k;
        double v = across - band;
        double before = -u * (u - 1) * (u - 2) / 6;
        double low = (u + 1) * (u - 1) * (u - 2) / 2;
        double high = -(u + 1) * u * (u - 2) / 2;
        double after = (u + 1) * u * (u - 1) / 6;
        int w = k - 1;
        int e = points + k - 1;
        double west = before * row[w] + low * row[w + 1] + high * row[w + 2] + after * row[w + 3];
        double east = before * row[e] + low * row[e + 1] + high * row[e + 2] + after * row[e + 3];
        return west + v * (east - west);
    }

    private double[] filled(int day, double west) {
        double[] row = new double[2 * points];
        for (int i = 0; i < points; i++) {
            row[i] = sun.minutes(event, day, south + i * LATITUDES, west);
            row[points + i] = sun.minutes(event, day, south + i * LATITUDES, west + LONGITUDES);
        }
        return row;
    }
}

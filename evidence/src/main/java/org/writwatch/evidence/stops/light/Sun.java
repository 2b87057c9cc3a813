package org.writwatch.evidence.stops.light;

/**
 * Times of the sun for a day and a place, in minutes after 0:00 UTC of that date; more than 1440 when the UTC date is already the next
 * (all of the western United States in summer). NaN where the event does not happen: the midnight sun.
 *
 * <p>Places are degrees north and east, so American longitudes are negative. Stateless.
 */
public enum Sun {
    /**
     * Meeus, Astronomical Algorithms (2nd ed. 1998), chapters 22, 25 and 28, as NOAA publishes them: position of the sun within 0.01
     * degree. The event is looked for from 0:00 UTC, then once more at the sun's place at sunset or sunrise. Up to 50 degrees of latitude
     * this is within 3 seconds of the settled value and equals what R's maptools prints; beyond, the search goes on until it settles.
     */
    ACCURATE {
        @Override
        public double minutes(Event event, long epochDay, double latitude, double longitude) {
            double midnight = epochDay + JULIAN_DAY_OF_EPOCH;
            boolean far = Math.abs(latitude) > SETTLE_BEYOND;
            double first = far ? event.altitude() : event.horizon();
            double t = at(SolarPosition.at(midnight), first, event.rising(), latitude, longitude);
            if (Double.isNaN(t) && !far) {
                return Double.NaN;
            }
            double start = Double.isNaN(t) ? 720 - 4 * longitude : t;
            t = start;
            for (int i = 0; i < (far ? SETTLING_STEPS : 1); i++) {
                t = at(
                        SolarPosition.at(midnight + (Double.isNaN(t) ? start : t) / 1440),
                        event.altitude(),
                        event.rising(),
                        latitude,
                        longitude);
            }
            return t;
        }
    },
    /**
     * The short formulas of the suncalc library (Agafonkin), which many published analyses used: about a minute and a quarter late at dusk.
     * For repeating published numbers only.
     */
    SUNCALC {
        @Override
        public double minutes(Event event, long epochDay, double latitude, double longitude) {
            double lw = Math.toRadians(-longitude);
            double phi = Math.toRadians(latitude);
            double d = epochDay + 0.5 - 0.5 + 2440588 - 2451545;
            double n = Math.rint(d - 0.0009 - lw / (2 * Math.PI));
            double ds = 0.0009 + lw / (2 * Math.PI) + n;
            double m = Math.toRadians(357.5291 + 0.98560028 * ds);
            double centre = Math.toRadians(1.9148 * Math.sin(m) + 0.02 * Math.sin(2 * m) + 0.0003 * Math.sin(3 * m));
            double l = m + centre + Math.toRadians(102.9372) + Math.PI;
            double dec = Math.asin(Math.sin(Math.toRadians(23.4397)) * Math.sin(l));
            double noon = 2451545 + ds + 0.0053 * Math.sin(m) - 0.0069 * Math.sin(2 * l);
            double h = Math.toRadians(event.altitude());
            double w = Math.acos((Math.sin(h) - Math.sin(phi) * Math.sin(dec)) / (Math.cos(phi) * Math.cos(dec)));
            double a = 0.0009 + (w + lw) / (2 * Math.PI) + n;
            double set = 2451545 + a + 0.0053 * Math.sin(m) - 0.0069 * Math.sin(2 * l);
            double j = event.rising() ? noon - (set - noon) : set;
            return (j - 2440587.5 - epochDay) * 1440;
        }
    };

    private static final double JULIAN_DAY_OF_EPOCH = 2440587.5;
    private static final double SETTLE_BEYOND = 50;
    private static final int SETTLING_STEPS = 6;

    /**
     * When an event happens.
     *
     * @param epochDay days since 1970-01-01
     * @param latitude degrees north, -90 to 90
     * @param longitude degrees east, -180 to 180
     */
    public abstract double minutes(Event event, long epochDay, double latitude, double longitude);

    private static double at(SolarPosition sun, double altitude, boolean rising, double latitude, double longitude) {
        double hour = sun.hourAngle(altitude, latitude);
        return 720 - 4 * longitude - sun.equationOfTime() + (rising ? -4 : 4) * hour;
    }

    /** Moments of a day, by the altitude of the sun's centre. */
    public enum Event {
        /** Upper edge of the sun on the horizon, refraction of 34 minutes of arc included. */
        SUNRISE(-0.833, true),
        /** The same in the evening. */
        SUNSET(-0.833, false),
        /** Start of civil twilight: 6 degrees below. */
        DAWN(-6, true),
        /** End of civil twilight. */
        DUSK(-6, false);

        private final double altitude;
        private final boolean rising;

        Event(double altitude, boolean rising) {
            this.altitude = altitude;
            this.rising = rising;
        }

        /** Degrees above the horizon. */
        public double altitude() {
            return altitude;
        }

        boolean rising() {
            return rising;
        }

        double horizon() {
            return SUNRISE.altitude;
        }
    }
}

package org.writwatch.evidence.stops.light;

/**
 * Apparent place of the sun (Meeus 1998, chapters 22, 25, 28; accuracy 0.01 degree from 1900 to 2100).
 *
 * @param declination degrees
 * @param equationOfTime minutes by which the sun is ahead of the mean sun
 */
record SolarPosition(double declination, double equationOfTime) {
    /** At a Julian day with its fraction, UTC; the minute between UTC and dynamical time moves dusk by less than 0.1 second. */
    static SolarPosition at(double julianDay) {
        double t = (julianDay - 2451545.0) / 36525;
        double meanLongitude = (280.46646 + t * (36000.76983 + 0.0003032 * t)) % 360;
        double anomaly = Math.toRadians(357.52911 + t * (35999.05029 - 0.0001537 * t));
        double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
        double centre = Math.sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
                + Math.sin(2 * anomaly) * (0.019993 - 0.000101 * t)
                + Math.sin(3 * anomaly) * 0.000289;
        double node = Math.toRadians(125.04 - 1934.136 * t);
        double longitude = Math.toRadians(meanLongitude + centre - 0.00569 - 0.00478 * Math.sin(node));
        double obliquity = Math.toRadians(23
                + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60
                + 0.00256 * Math.cos(node));
        double declination = Math.toDegrees(Math.asin(Math.sin(obliquity) * Math.sin(longitude)));
        double y = Math.tan(obliquity / 2) * Math.tan(obliquity / 2);
        double l = Math.toRadians(meanLongitude);
        double equation = 4
                * Math.toDegrees(y * Math.sin(2 * l)
                        - 2 * eccentricity * Math.sin(anomaly)
                        + 4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * l)
                        - 0.5 * y * y * Math.sin(4 * l)
                        - 1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly));
        return new SolarPosition(declination, equation);
    }

    /** Degrees the earth turns between noon and the moment the sun stands at an altitude; NaN when it never does that day. */
    double hourAngle(double altitude, double latitude) {
        double phi = Math.toRadians(latitude);
        double d = Math.toRadians(declination);
        return Math.toDegrees(Math.acos(
                (Math.sin(Math.toRadians(altitude)) - Math.sin(phi) * Math.sin(d)) / (Math.cos(phi) * Math.cos(d))));
    }
}

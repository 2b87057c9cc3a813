package org.writwatch.evidence.stops;

import java.time.ZoneId;

/**
 * Where stops were made, as far as the sun is concerned.
 *
 * @param latitude degrees north, within the United States and its territories: -15 to 72
 * @param longitude degrees east; American ones are negative, those of Guam and the Marianas positive
 * @param zone whose clocks the stops were timed by
 */
public record Spot(double latitude, double longitude, ZoneId zone) {
    public Spot {
        if (!inside(latitude, longitude)) {
            throw new IllegalArgumentException("not in the United States: " + latitude + ", " + longitude);
        }
    }

    /** Whether coordinates lie in the band of latitude of the United States and its territories. */
    static boolean inside(double latitude, double longitude) {
        return latitude >= -15 && latitude <= 72 && longitude >= -180 && longitude <= 180;
    }
}

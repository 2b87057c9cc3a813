package org.writwatch.evidence.stops.light;

import java.util.List;
import java.util.Optional;
import org.writwatch.facts.Fips;
import org.writwatch.facts.shape.CountyShapes;

/**
 * The middle of a county: the centre of area of its outline as the Census Bureau drew it. Within a county the sun sets up to some minutes
 * apart from east to west, four minutes a degree; coordinates by row are better where they are known.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record CountyCentre(double latitude, double longitude) {
    /** The centre of a county; empty when no outline of it is held. */
    public static Optional<CountyCentre> of(Fips county) {
        List<int[]> rings;
        try {
            rings = CountyShapes.bundled().rings(county);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // Islands beyond the 180th meridian would pull the centre of the Aleutians around the world.
        double west = rings.get(0)[0];
        double area = 0;
        double x = 0;
        double y = 0;
        for (int[] ring : rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                double ax = turned(ring[i], west);
                double bx = turned(ring[i + 2], west);
                double cross = ax * ring[i + 3] - bx * (double) ring[i + 1];
                area += cross;
                x += (ax + bx) * cross;
                y += ((double) ring[i + 1] + ring[i + 3]) * cross;
            }
        }
        // A city so small that its simplified outline encloses nothing: its first corner.
        double longitude = (area == 0 ? west : x / (3 * area)) / 1000;
        double latitude = (area == 0 ? rings.get(0)[1] : y / (3 * area)) / 1000;
        double around = longitude < -180 ? 360 : longitude > 180 ? -360 : 0;
        return Optional.of(new CountyCentre(latitude, longitude + around));
    }

    private static double turned(double x, double near) {
        return x - near > 180_000 ? x - 360_000 : near - x > 180_000 ? x + 360_000 : x;
    }
}

package org.writwatch.papers.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.writwatch.facts.Fips;
import org.writwatch.facts.shape.CountyShapes;

/**
 * Every county on one map, filled by pattern: the states between Canada and Mexico in Albers's equal-area projection (standard
 * parallels 29.5 and 45.5 degrees north; Snyder, Map Projections, USGS Professional Paper 1395, 1987, p. 100), Alaska and
 * Hawaii in the same with parallels of their own, the islands as they lie, each inset at a scale of its own.
 */
public final class CountyMap {
    private static final int WIDTH = 9600;
    private static final int HEIGHT = 6300;

    /** Counties that share a frame and a projection, by the two digits of their state. */
    private enum Part {
        MAIN(29.5, 45.5, 38, -96, 60, 60, 9480, 5500),
        ALASKA(55, 65, 50, -154, 60, 4650, 2000, 1550),
        HAWAII(8, 18, 13, -157, 2200, 5350, 1300, 850),
        CARIBBEAN(0, 0, 0, 0, 7600, 5550, 1500, 500),
        MARIANAS(0, 0, 0, 0, 9200, 4650, 320, 1500),
        SAMOA(0, 0, 0, 0, 6600, 5550, 800, 500);

        private final double south;
        private final double north;
        private final double latitude;
        private final double longitude;
        private final double left;
        private final double top;
        private final double width;
        private final double height;

        Part(
                double south,
                double north,
                double latitude,
                double longitude,
                double left,
                double top,
                double width,
                double height) {
            this.south = south;
            this.north = north;
            this.latitude = latitude;
            this.longitude = longitude;
            this.left = left;
            this.top = top;
            this.width = width;
            this.height = height;
        }

        static Part of(Fips county) {
            return switch (county.code().substring(0, 2)) {
                case "02" -> ALASKA;
                case "15" -> HAWAII;
                case "72", "78" -> CARIBBEAN;
                case "66", "69" -> MARIANAS;
                case "60" -> SAMOA;
                default -> MAIN;
            };
        }

        /** The point in units of the earth's radius, y downwards. */
        double[] project(double lon, double lat) {
            double east = this == ALASKA && lon > 0 ? lon - 360 : lon;
            if (south == north) {
                return new double[] {Math.toRadians(east) * Math.cos(Math.toRadians(lat)), -Math.toRadians(lat)};
            }
            double first = Math.toRadians(south);
            double n = (Math.sin(first) + Math.sin(Math.toRadians(north))) / 2;
            double c = Math.cos(first) * Math.cos(first) + 2 * n * Math.sin(first);
            double rho = Math.sqrt(c - 2 * n * Math.sin(Math.toRadians(lat))) / n;
            double rho0 = Math.sqrt(c - 2 * n * Math.sin(Math.toRadians(latitude))) / n;
            double theta = n * Math.toRadians(east - longitude);
            return new double[] {rho * Math.sin(theta), rho * Math.cos(theta) - rho0};
        }
    }

    private final Map<Fips, List<int[]>> drawn = new TreeMap<>();

    private static final class Held {
        static final CountyMap BUNDLED = new CountyMap(CountyShapes.bundled());
    }

    private CountyMap(CountyShapes shapes) {
        for (Part part : Part.values()) {
            Map<Fips, List<double[]>> projected = new TreeMap<>();
            double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
            for (Fips county : shapes.list()) {
                if (Part.of(county) == part) {
                    List<double[]> rings = new ArrayList<>();
                    shapes.rings(county).forEach(r -> rings.add(project(part, r, box)));
                    projected.put(county, rings);
                }
            }
            double scale = Math.min(part.width / (box[2] - box[0]), part.height / (box[3] - box[1]));
            projected.forEach((county, rings) -> drawn.put(
                    county, rings.stream().map(r -> fit(part, r, box, scale)).toList()));
        }
    }

    /** The one of the outlines that travel with the project. */
    public static CountyMap bundled() {
        return Held.BUNDLED;
    }

    private static double[] project(Part part, int[] ring, double[] box) {
        double[] points = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            double[] p = part.project(ring[i] / 1000.0, ring[i + 1] / 1000.0);
            points[i] = p[0];
            points[i + 1] = p[1];
            box[0] = Math.min(box[0], p[0]);
            box[1] = Math.min(box[1], p[1]);
            box[2] = Math.max(box[2], p[0]);
            box[3] = Math.max(box[3], p[1]);
        }
        return points;
    }

    private static int[] fit(Part part, double[] ring, double[] box, double scale) {
        int[] points = new int[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            points[i] = (int) Math.round(part.left + (ring[i] - box[0]) * scale);
            points[i + 1] = (int) Math.round(part.top + (ring[i + 1] - box[1]) * scale);
        }
        return points;
    }

    /** Every county on the map, in order of FIPS. */
    public List<Fips> counties() {
        return List.copyOf(drawn.keySet());
    }

    /**
     * The map as SVG with one group per pattern.
     *
     * @param title what it shows
     * @param description the same in a sentence, with where the table is
     * @param patterns the counties of each pattern, by the pattern's name: lower-case letters and hyphens
     * @param label what a county is called when pointed at
     */
    public String draw(
            String title, String description, Map<String, List<Fips>> patterns, UnaryOperator<String> label) {
        StringBuilder out = new StringBuilder(1 << 19);
        out.append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" role=\"img\" aria-labelledby=\"map-t map-d\"")
                .append(" viewBox=\"0 0 " + WIDTH + ' ' + HEIGHT + "\"><title id=\"map-t\">")
                .append(escaped(title))
                .append("</title><desc id=\"map-d\">")
                .append(escaped(description))
                .append("</desc><defs>");
        patterns.keySet().forEach(name -> out.append(pattern(name)));
        out.append("</defs>");
        patterns.forEach((name, counties) -> {
            out.append("<g class=\"map-")
                    .append(name)
                    .append("\" fill=\"url(#map-")
                    .append(name)
                    .append(")\">");
            for (Fips county : counties) {
                out.append("<path id=\"c")
                        .append(county.code())
                        .append("\" d=\"")
                        .append(path(county));
                out.append("\"><title>")
                        .append(escaped(label.apply(county.code())))
                        .append("</title></path>");
            }
            out.append("</g>");
        });
        return out.append("</svg>").toString();
    }

    private String path(Fips county) {
        StringBuilder path = new StringBuilder();
        for (int[] ring : drawn.getOrDefault(county, List.of())) {
            path.append('M').append(ring[0]).append(' ').append(ring[1]).append('l');
            for (int i = 2; i < ring.length - 2; i += 2) {
                int dx = ring[i] - ring[i - 2];
                int dy = ring[i + 1] - ring[i - 1];
                path.append(i > 2 && dx >= 0 ? " " : "")
                        .append(dx)
                        .append(dy >= 0 ? " " : "")
                        .append(dy);
            }
            path.append('z');
        }
        return path.toString();
    }

    /** The strokes of a pattern differ in kind and direction, so that they differ without colour too. */
    private static String pattern(String name) {
        String strokes = switch (name) {
            case "yes" -> "<rect class=\"mf\" width=\"60\" height=\"60\"/>";
            case "applied" -> "<circle class=\"mf\" cx=\"30\" cy=\"30\" r=\"13\"/>";
            case "no-longer-listed", "ended" -> "<path class=\"ms\" d=\"M0 60L60 0\"/>";
            case "unknown" -> "<path class=\"ms\" d=\"M0 0L60 60M0 60L60 0\"/>";
            default -> "";
        };
        return "<pattern id=\"map-" + name + "\" width=\"60\" height=\"60\" patternUnits=\"userSpaceOnUse\">"
                + "<rect class=\"mp\" width=\"60\" height=\"60\"/>" + strokes + "</pattern>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package org.writwatch.app.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the bundled outlines from a TopoJSON file of the Census Bureau's cartographic boundaries (layer "counties").
 *
 * <p>Each line between two junctions is simplified by itself (Douglas and Peucker 1973, longitudes shortened by the cosine
 * of the latitude), so that neighbours keep one border. A county that would lose its shape keeps its lines whole.
 */
final class ShapeImport {
    /** How far a left-out point may lie from the line, in degrees of latitude. */
    private static final double TOLERANCE = 0.03;

    /** A county's largest ring keeps at least this share of its area, else its lines stay whole. */
    private static final double KEPT_AREA = 0.7;

    private final List<double[]> whole = new ArrayList<>();
    private final Map<String, List<int[]>> counties = new TreeMap<>();

    private ShapeImport(JsonNode topology) {
        JsonNode scale = topology.path("transform").path("scale");
        JsonNode shift = topology.path("transform").path("translate");
        for (JsonNode arc : topology.path("arcs")) {
            double[] points = new double[arc.size() * 2];
            long x = 0;
            long y = 0;
            for (int i = 0; i < arc.size(); i++) {
                x += arc.get(i).get(0).asLong();
                y += arc.get(i).get(1).asLong();
                points[2 * i] = x * scale.get(0).asDouble() + shift.get(0).asDouble();
                points[2 * i + 1] = y * scale.get(1).asDouble() + shift.get(1).asDouble();
            }
            whole.add(points);
        }
        for (JsonNode county : topology.path("objects").path("counties").path("geometries")) {
            List<int[]> rings = new ArrayList<>();
            boolean one = county.path("type").asText().equals("Polygon");
            for (JsonNode part : county.path("arcs")) {
                if (one) {
                    rings.add(ring(part));
                } else {
                    part.forEach(r -> rings.add(ring(r)));
                }
            }
            counties.put(county.path("id").asText(), rings);
        }
    }

    private static int[] ring(JsonNode arcs) {
        int[] ring = new int[arcs.size()];
        Arrays.setAll(ring, i -> arcs.get(i).asInt());
        return ring;
    }

    /**
     * {@code ShapeImport counties-10m.json FOLDER}: writes {@code lines.csv.gz} and {@code rings.csv.gz}.
     *
     * @throws IOException when the file cannot be read or the folder not written
     */
    public static void main(String[] args) throws IOException {
        ShapeImport shapes =
                new ShapeImport(new ObjectMapper().readTree(Path.of(args[0]).toFile()));
        shapes.write(Path.of(args[1]));
    }

    private void write(Path folder) throws IOException {
        List<double[]> lines = new ArrayList<>();
        whole.forEach(l -> lines.add(simplified(l)));
        counties.values().forEach(rings -> {
            int[] largest = largest(rings);
            if (area(largest, lines) < KEPT_AREA * area(largest, whole)) {
                for (int n : largest) {
                    lines.set(number(n), whole.get(number(n)));
                }
            }
        });
        Map<String, List<int[]>> kept = new TreeMap<>();
        BitSet used = new BitSet();
        counties.forEach((fips, rings) -> {
            int[] largest = largest(rings);
            kept.put(
                    fips,
                    rings.stream()
                            .filter(r -> Arrays.equals(r, largest) || area(r, lines) > TOLERANCE * TOLERANCE)
                            .toList());
            kept.getOrDefault(fips, List.of()).forEach(r -> Arrays.stream(r).forEach(n -> used.set(number(n))));
        });
        StringBuilder rings = new StringBuilder("fips,rings\n");
        kept.forEach((fips, all) -> rings.append(fips)
                .append(',')
                .append(all.stream()
                        .map(r -> Arrays.stream(r)
                                .mapToObj(n -> String.valueOf(renumbered(n, used)))
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("|")))
                .append('\n'));
        StringBuilder text = new StringBuilder("line,points\n");
        used.stream()
                .forEach(n -> text.append(renumbered(n, used))
                        .append(',')
                        .append(Arrays.stream(lines.get(n))
                                .mapToObj(v -> String.valueOf(Math.round(v * 1000)))
                                .collect(Collectors.joining(" ")))
                        .append('\n'));
        zip(folder.resolve("lines.csv.gz"), text);
        zip(folder.resolve("rings.csv.gz"), rings);
    }

    /** A line's number among those that are used, backwards when it was. */
    private static int renumbered(int n, BitSet used) {
        int among = used.get(0, number(n)).cardinality();
        return n >= 0 ? among : -among - 1;
    }

    private static int number(int n) {
        return n >= 0 ? n : -n - 1;
    }

    private static void zip(Path file, StringBuilder text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private int[] largest(List<int[]> rings) {
        int[] largest = rings.get(0);
        for (int[] ring : rings) {
            largest = area(ring, whole) > area(largest, whole) ? ring : largest;
        }
        return largest;
    }

    /** The area of a ring by the shoelace formula, in square degrees. */
    private static double area(int[] ring, List<double[]> lines) {
        double twice = 0;
        for (int n : ring) {
            double[] line = lines.get(number(n));
            double sum = 0;
            for (int i = 0; i + 3 < line.length; i += 2) {
                sum += line[i] * line[i + 3] - line[i + 2] * line[i + 1];
            }
            twice += n >= 0 ? sum : -sum;
        }
        return Math.abs(twice) / 2;
    }

    private static double[] simplified(double[] line) {
        int count = line.length / 2;
        BitSet keep = new BitSet(count);
        keep.set(0);
        keep.set(count - 1);
        mark(line, 0, count - 1, keep);
        double[] kept = new double[keep.cardinality() * 2];
        int at = 0;
        for (int i = keep.nextSetBit(0); i >= 0; i = keep.nextSetBit(i + 1)) {
            kept[at++] = line[2 * i];
            kept[at++] = line[2 * i + 1];
        }
        return kept;
    }

    private static void mark(double[] line, int from, int to, BitSet keep) {
        int farthest = -1;
        double most = TOLERANCE;
        for (int i = from + 1; i < to; i++) {
            double far = distance(line, i, from, to);
            if (far > most) {
                most = far;
                farthest = i;
            }
        }
        if (farthest >= 0) {
            keep.set(farthest);
            mark(line, from, farthest, keep);
            mark(line, farthest, to, keep);
        }
    }

    private static double distance(double[] line, int i, int from, int to) {
        double shorter = Math.cos(Math.toRadians(line[2 * i + 1]));
        double dx = (line[2 * to] - line[2 * from]) * shorter;
        double dy = line[2 * to + 1] - line[2 * from + 1];
        double px = (line[2 * i] - line[2 * from]) * shorter;
        double py = line[2 * i + 1] - line[2 * from + 1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        return Math.hypot(px - along * dx, py - along * dy);
    }
}

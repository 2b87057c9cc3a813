package org.writwatch.evidence.stops;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.CsvRow;
import org.writwatch.facts.problem.BadInput;

/**
 * Stops counted by recorded group and surname, beside the Census table of how bearers of a surname describe themselves: how many drivers
 * recorded in one group are likely of another.
 *
 * <p>The names of a file of stops are never read. Whoever lawfully holds them counts them first: one row a group and surname, no other
 * column, and at least {@value #FEWEST} stops in every row that has a name (rarer ones together in a row without).
 */
public final class SurnameCounts {
    /** Fewer stops than this of one surname could tell who they were. */
    static final int FEWEST = 10;

    private static final List<String> NEEDED = List.of("name", "race", "stops");
    private static final Set<String> ALLOWED = Set.of("name", "race", "stops", "searched", "hit");

    private final Map<String, Group> groups = new TreeMap<>();

    private SurnameCounts() {}

    /** Stops, searches and finds; fractions when weighted by probability. */
    public record Sums(double stops, double searched, double hits) {
        private Sums plus(double n, double s, double h) {
            return new Sums(stops + n, searched + s, hits + h);
        }
    }

    /**
     * A recorded group.
     *
     * @param all everyone in it
     * @param likely bearers of surnames at or above the bar
     * @param weighted everyone, by the probability of the surname
     * @param unknown stops of surnames that the Census table does not list or whose share it suppresses
     */
    public record Group(Sums all, Sums likely, Sums weighted, double unknown) {
        /** All stops of it. */
        public double stops() {
            return all.stops();
        }
    }

    /** Who counts as Hispanic. */
    public enum Rule {
        /** Who is recorded so. */
        RECORDED,
        /** And who is recorded in the reference group with a surname at or above the bar. */
        RELABELLED,
        /** And everyone recorded in the reference group by the probability of the surname. */
        WEIGHTED
    }

    /** Rates of searches, and of finds among searches. NaN where there is nothing to divide by. */
    public record Compared(
            double minoritySearchRate, double referenceSearchRate, double minorityHitRate, double referenceHitRate) {}

    /**
     * Reads both tables.
     *
     * @param counts name, race, stops, and if known searched and hit
     * @param census the Census Bureau's surname table of 2000 or 2010: name and pcthispanic
     * @param above bar of the probability
     * @throws BadInput a column that could tell who was stopped, a surname with few stops, or no such table
     */
    public static SurnameCounts read(Path counts, Path census, double above) {
        Map<String, Double> hispanic = new HashMap<>();
        CsvFile.read(census, List.of("name", "pcthispanic"), row -> {
            String p = row.text("pcthispanic");
            if (!p.startsWith("(")) {
                hispanic.put(plain(row.text("name")), row.number("pcthispanic") / 100);
            }
        });
        SurnameCounts all = new SurnameCounts();
        CsvFile.read(counts, NEEDED, row -> all.add(row, hispanic, above));
        return all;
    }

    private void add(CsvRow row, Map<String, Double> hispanic, double above) {
        for (String column : row.header().keySet()) {
            if (!ALLOWED.contains(column)) {
                throw new BadInput(
                        row.file(),
                        StopFile.say("stops.surname-column-found", column),
                        StopFile.say("stops.surname-column-expected"),
                        StopFile.say("stops.surname-remedy"));
            }
        }
        String name = plain(row.text("name"));
        int stops = row.count("stops");
        int searched = row.header().containsKey("searched") ? row.count("searched") : 0;
        int hits = row.header().containsKey("hit") ? row.count("hit") : 0;
        if ((!name.isEmpty() && stops < FEWEST) || searched > stops || hits > searched) {
            throw new BadInput(
                    row.file() + " row " + row.number(),
                    StopFile.say("stops.surname-few-found", stops, searched, hits),
                    StopFile.say("stops.surname-few-expected", FEWEST),
                    StopFile.say("stops.surname-remedy"));
        }
        Double p = hispanic.get(name);
        double q = p == null ? 0 : p;
        boolean likely = q >= above;
        Sums none = new Sums(0, 0, 0);
        Group old = groups.getOrDefault(row.text("race"), new Group(none, none, none, 0));
        groups.put(
                row.text("race"),
                new Group(
                        old.all().plus(stops, searched, hits),
                        likely ? old.likely().plus(stops, searched, hits) : old.likely(),
                        old.weighted().plus(q * stops, q * searched, q * hits),
                        old.unknown() + (p == null ? stops : 0)));
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    /** Recorded groups by their word. */
    public Map<String, Group> groups() {
        return java.util.Collections.unmodifiableMap(groups);
    }

    /** Rates of those recorded as Hispanic and of the reference group, by a rule. */
    public Compared compared(Rule rule, String reference) {
        Sums none = new Sums(0, 0, 0);
        Group empty = new Group(none, none, none, 0);
        Sums minority = none;
        for (Map.Entry<String, Group> e : groups.entrySet()) {
            if (StopWords.sameGroup("hispanic", e.getKey())) {
                Sums m = e.getValue().all();
                minority = minority.plus(m.stops(), m.searched(), m.hits());
            }
        }
        Group white = groups.getOrDefault(reference, empty);
        Sums moved = rule == Rule.RECORDED ? none : rule == Rule.RELABELLED ? white.likely() : white.weighted();
        Sums a = minority.plus(moved.stops(), moved.searched(), moved.hits());
        Sums b = white.all().plus(-moved.stops(), -moved.searched(), -moved.hits());
        return new Compared(
                a.searched() / a.stops(), b.searched() / b.stops(), a.hits() / a.searched(), b.hits() / b.searched());
    }
}

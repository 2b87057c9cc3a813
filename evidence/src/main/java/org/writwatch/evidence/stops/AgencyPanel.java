package org.writwatch.evidence.stops;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.TooLittle;

/**
 * Quantities of stops by agency and period: the share of the minority among those stopped, its search rate, the differences of search and
 * hit rates from the reference group, and the shares of its stops by purpose. A cell with fewer than {@value #FEWEST} stops (or searches,
 * for finds) of either group has no value.
 */
public final class AgencyPanel {
    /** Fewer than this and a rate of a cell is noise. */
    static final int FEWEST = 30;

    private static final int MOST_PURPOSES = 12;

    /** Length of a period. */
    public enum Period {
        /** Calendar years. */
        YEAR(12),
        /** Quarters of a year. */
        QUARTER(3),
        /** Months. */
        MONTH(1);

        private final int months;

        Period(int months) {
            this.months = months;
        }

        /** Number of the period a day lies in; successive periods have successive numbers. A year has its own number. */
        public int of(LocalDate d) {
            return this == YEAR ? d.getYear() : (d.getYear() * 12 + d.getMonthValue() - 1) / months;
        }
    }

    private final Period period;
    private final List<String> agencies;
    private final List<String> purposes;
    private final Funnel funnel = new Funnel();
    private final int first;
    private final int periods;
    // By agency, period and group (0 the reference, 1 the minority).
    private final double[][][] stops;
    private final double[][][] searches;
    private final double[][][] hits;
    private final double[][][] byPurpose;
    private final boolean searched;
    private final boolean found;

    private AgencyPanel(
            StopTable table, int[] start, String reference, List<String> minority, Period period, boolean withPurpose) {
        this.period = period;
        StopTable.Labels race = table.labels("race");
        boolean[] ref = VeilDesign.marked(table, race, List.of(reference));
        boolean[] min = minority.isEmpty() ? others(race, ref) : VeilDesign.marked(table, race, minority);
        StopTable.Labels agency = table.labels("agency");
        funnel.add("file", table.rows());
        funnel.add("where", start.length);
        int[] rows = Arrays.stream(start)
                .filter(r -> table.day(r) != StopTable.NO_DAY)
                .toArray();
        funnel.add("date", rows.length);
        rows = Arrays.stream(rows)
                .filter(r -> !agency.words().get(agency.of(r)).isEmpty())
                .toArray();
        funnel.add("agency", rows.length);
        rows = Arrays.stream(rows)
                .filter(r -> ref[race.of(r)] || min[race.of(r)])
                .toArray();
        funnel.add("groups", rows.length);
        if (rows.length == 0) {
            throw new TooLittle(StopFile.say("stops.none-left"), StopFile.say("stops.none-counted"));
        }
        int[] of = Arrays.stream(rows)
                .map(r -> period.of(LocalDate.ofEpochDay(table.day(r))))
                .toArray();
        first = Arrays.stream(of).min().orElse(0);
        periods = Arrays.stream(of).max().orElse(0) - first + 1;
        TreeSet<String> names = new TreeSet<>();
        for (int r : rows) {
            names.add(agency.words().get(agency.of(r)));
        }
        agencies = List.copyOf(names);
        int[] place = agency.words().stream().mapToInt(agencies::indexOf).toArray();
        searched = table.has("searched");
        found = searched && table.has("hit");
        double[] s = searched ? table.counts("searched") : new double[0];
        double[] h = found ? table.counts("hit") : new double[0];
        purposes = withPurpose ? purposes(table, rows) : List.of();
        StopTable.Labels purpose = withPurpose ? table.labels("purpose") : race;
        stops = new double[agencies.size()][periods][2];
        searches = new double[agencies.size()][periods][2];
        hits = new double[agencies.size()][periods][2];
        byPurpose = new double[agencies.size()][periods][purposes.size()];
        for (int i = 0; i < rows.length; i++) {
            int r = rows[i];
            int a = place[agency.of(r)];
            int t = of[i] - first;
            int g = min[race.of(r)] ? 1 : 0;
            stops[a][t][g]++;
            if (searched && s[r] > 0) {
                searches[a][t][g]++;
                hits[a][t][g] += found && h[r] > 0 ? 1 : 0;
            }
            int p = withPurpose && g == 1 ? purposes.indexOf(purpose.words().get(purpose.of(r))) : -1;
            if (p >= 0) {
                byPurpose[a][t][p]++;
            }
        }
    }

    /**
     * Counts.
     *
     * @param minority groups, pooled; empty for all but the reference
     * @throws BadInput a group nobody has
     * @throws TooLittle no row is left
     */
    public static AgencyPanel of(
            StopTable table, int[] rows, String reference, List<String> minority, Period period, boolean withPurpose) {
        return new AgencyPanel(table, rows, reference, minority, period, withPurpose);
    }

    private static boolean[] others(StopTable.Labels race, boolean[] reference) {
        boolean[] mark = new boolean[reference.length];
        for (int w = 0; w < mark.length; w++) {
            String word = race.words().get(w).toLowerCase(Locale.ROOT);
            mark[w] = !reference[w] && !word.isEmpty() && !word.equals("unknown");
        }
        return mark;
    }

    private static List<String> purposes(StopTable table, int[] rows) {
        List<String> all = VeilDesign.words(table, "purpose", rows).stream()
                .filter(w -> !w.isEmpty())
                .toList();
        return all.size() > MOST_PURPOSES ? List.of() : all;
    }

    /** Agencies that have a stop. */
    public List<String> agencies() {
        return agencies;
    }

    /** Rows lost on the way. */
    public Funnel funnel() {
        return funnel;
    }

    /** Periods from the first with a stop to the last. */
    public int periods() {
        return periods;
    }

    /** What can be followed: {@code minority_share}, {@code search_rate}, {@code search_gap}, {@code hit_gap}, {@code purpose: word}. */
    public List<String> quantities() {
        List<String> all = new ArrayList<>(List.of("minority_share"));
        if (searched) {
            all.add("search_rate");
            all.add("search_gap");
        }
        if (found) {
            all.add("hit_gap");
        }
        purposes.forEach(p -> all.add("purpose: " + p));
        return all;
    }

    private double value(String quantity, int a, int t) {
        double[] n = stops[a][t];
        double[] s = searches[a][t];
        boolean both = n[0] >= FEWEST && n[1] >= FEWEST;
        if (quantity.equals("minority_share")) {
            return n[0] + n[1] >= FEWEST ? n[1] / (n[0] + n[1]) : Double.NaN;
        } else if (quantity.equals("search_rate")) {
            return n[1] >= FEWEST ? s[1] / n[1] : Double.NaN;
        } else if (quantity.equals("search_gap")) {
            return both ? s[1] / n[1] - s[0] / n[0] : Double.NaN;
        } else if (quantity.equals("hit_gap")) {
            return s[0] >= FEWEST && s[1] >= FEWEST ? hits[a][t][1] / s[1] - hits[a][t][0] / s[0] : Double.NaN;
        }
        int p = purposes.indexOf(quantity.substring("purpose: ".length()));
        return n[1] >= FEWEST ? byPurpose[a][t][p] / n[1] : Double.NaN;
    }

    /**
     * One quantity as a table of {@code agency,period,first_treated,value}; agencies by number, in the order of their names.
     *
     * @param starts first day of an agreement by agency; one that is not there never has one
     */
    public String csv(String quantity, Map<String, LocalDate> starts) {
        StringBuilder s = new StringBuilder("agency,period,first_treated,value\n");
        IntStream.range(0, agencies.size()).forEach(a -> {
            LocalDate start = starts.get(agencies.get(a));
            int from = start == null ? 0 : period.of(start);
            for (int t = 0; t < periods; t++) {
                double v = value(quantity, a, t);
                if (!Double.isNaN(v)) {
                    s.append(a + 1)
                            .append(',')
                            .append(first + t)
                            .append(',')
                            .append(from)
                            .append(',')
                            .append(v);
                    s.append('\n');
                }
            }
        });
        return s.toString();
    }
}

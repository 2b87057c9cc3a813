package org.writwatch.evidence.stops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.TooLittle;

/**
 * Stops, searches and hits counted by group and factors: the cells that outcome, search-rate, benchmark and threshold tests read.
 *
 * <p>A table of single stops counts one each; a table with a column of counts ({@code stops}) counts those, and its searched and hit
 * columns are counts too. Group 0 is the reference; the others follow in the order asked for. Rows are those of the reference or an asked
 * group with every factor present.
 */
public final class CountDesign {
    private final List<String> groups;
    private final List<List<String>> words = new ArrayList<>();
    private final List<int[]> factors = new ArrayList<>();
    private int[] group = new int[0];
    private double[] stops = new double[0];
    private double[] searches = new double[0];
    private double[] hits = new double[0];
    private double[] offset = new double[0];
    private final Funnel funnel = new Funnel();
    private final boolean countRows;

    private CountDesign(List<String> groups, boolean countRows) {
        this.groups = groups;
        this.countRows = countRows;
    }

    /**
     * Counts.
     *
     * @param rows rows of the table to start from
     * @param minority groups beside the reference; empty for all that occur
     * @param names factors: parts, headers or calendar words
     * @param offset column of exposure, summed over rows of counts and the same for every single stop of a cell; null for none
     * @throws BadInput a group nobody has, a count that is none
     * @throws TooLittle no row is left
     */
    public static CountDesign of(
            StopTable table,
            int[] rows,
            String reference,
            List<String> minority,
            List<String> names,
            @Nullable String offset) {
        StopTable.Labels race = table.labels("race");
        List<String> asked = new ArrayList<>(minority);
        if (asked.isEmpty()) {
            boolean[] own = VeilDesign.marked(table, race, List.of(reference));
            for (int w = 0; w < own.length; w++) {
                String word = race.words().get(w);
                if (!own[w] && !word.isEmpty() && !word.toLowerCase(Locale.ROOT).equals("unknown")) {
                    asked.add(word);
                }
            }
            asked.sort(null);
        }
        asked.add(0, reference);
        CountDesign d = new CountDesign(List.copyOf(asked), table.has("stops"));
        d.count(table, race, rows, names, offset);
        return d;
    }

    private void count(StopTable table, StopTable.Labels race, int[] start, List<String> names, @Nullable String by) {
        int[] groupOf = new int[race.words().size()];
        Arrays.fill(groupOf, -1);
        for (int g = groups.size() - 1; g >= 0; g--) {
            boolean[] mark = VeilDesign.marked(table, race, List.of(groups.get(g)));
            for (int w = 0; w < mark.length; w++) {
                groupOf[w] = mark[w] ? g : groupOf[w];
            }
        }
        funnel.add("file", table.rows());
        funnel.add("where", start.length);
        int[] rows = keep(start, "race", r -> !race.words().get(race.of(r)).isEmpty());
        rows = keep(rows, "groups", r -> groupOf[race.of(r)] >= 0);
        for (String n : names) {
            if (VeilDesign.isCalendar(table, n)) {
                rows = keep(rows, "effect " + n, r -> table.day(r) != StopTable.NO_DAY);
            } else {
                StopTable.Labels l = table.labels(n);
                rows = keep(rows, "effect " + n, r -> !l.words().get(l.of(r)).isEmpty());
            }
        }
        double[] exposure = by == null ? null : table.numbers(by);
        if (exposure != null) {
            rows = keep(rows, "offset", r -> countRows ? exposure[r] >= 0 : exposure[r] > 0);
            rows = countRows ? exposed(table, race, groupOf, rows, names, exposure) : rows;
        }
        double[] searched = table.has("searched") ? table.counts("searched") : null;
        if (searched != null && !countRows) {
            rows = keep(rows, "searched", r -> !Double.isNaN(searched[r]));
        }
        if (rows.length == 0) {
            throw new TooLittle(StopFile.say("stops.none-left"), StopFile.say("stops.none-counted"));
        }
        double[] counts = countRows ? table.counts("stops") : null;
        double[] found = table.has("hit") ? table.counts("hit") : null;
        List<int[]> codes = new ArrayList<>();
        for (String n : names) {
            codes.add(VeilDesign.factor(table, n, rows));
            words.add(VeilDesign.words(table, n, rows));
        }
        int[] cell = new int[rows.length];
        long[] packed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            long key = groupOf[race.of(rows[i])];
            for (int f = 0; f < codes.size(); f++) {
                key = Math.addExact(Math.multiplyExact(key, (long) words.get(f).size()), codes.get(f)[i]);
            }
            packed[i] = key;
        }
        long[] ordered = Arrays.stream(packed).distinct().sorted().toArray();
        for (int i = 0; i < rows.length; i++) {
            cell[i] = Arrays.binarySearch(ordered, packed[i]);
        }
        int n = ordered.length;
        stops = new double[n];
        searches = new double[n];
        hits = new double[n];
        offset = new double[by == null ? 0 : n];
        group = new int[n];
        for (int f = 0; f < codes.size(); f++) {
            factors.add(new int[n]);
        }
        for (int i = 0; i < rows.length; i++) {
            int c = cell[i];
            int r = rows[i];
            group[c] = groupOf[race.of(r)];
            for (int f = 0; f < codes.size(); f++) {
                factors.get(f)[c] = codes.get(f)[i];
            }
            double count = counts == null ? 1 : counts[r];
            stops[c] += Double.isNaN(count) ? 0 : count;
            double s = searched == null || Double.isNaN(searched[r]) ? 0 : searched[r];
            searches[c] += s;
            if (found != null && !Double.isNaN(found[r]) && (countRows || s > 0)) {
                hits[c] += found[r];
            }
            if (exposure != null) {
                if (countRows) {
                    offset[c] += exposure[r];
                } else if (offset[c] != 0 && offset[c] != exposure[r]) {
                    throw new BadInput(
                            table.file() + " row " + table.line(r) + ", " + by,
                            StopFile.say("bad.cell-found", Double.toString(exposure[r])),
                            StopFile.say("stops.offset-expected", Double.toString(offset[c])),
                            StopFile.say("bad.fix-remedy"));
                } else {
                    offset[c] = exposure[r];
                }
            }
        }
        for (int c = 0; c < n; c++) {
            if (searches[c] > stops[c] || hits[c] > searches[c]) {
                throw new BadInput(
                        table.file(),
                        StopFile.say(
                                "stops.nesting-found", groups.get(group[c]), (long) stops[c], (long) searches[c], (long)
                                        hits[c]),
                        StopFile.say("stops.nesting-expected"),
                        StopFile.say("bad.fix-remedy"));
            }
        }
    }

    /**
     * The same counts with every group but the reference pooled in one, named by all of them: {@code black+hispanic}. Exposures add up
     * when rows are counts; of single stops, the exposure is that of the whole cell and cannot be pooled.
     */
    public CountDesign pooled() {
        CountDesign d =
                new CountDesign(List.of(groups.get(0), String.join("+", groups.subList(1, groups.size()))), countRows);
        d.words.addAll(words);
        Map<List<Integer>, Integer> place = new LinkedHashMap<>();
        int[] into = new int[group.length];
        for (int c = 0; c < into.length; c++) {
            List<Integer> key = new ArrayList<>(List.of(Math.min(1, group[c])));
            for (int[] f : factors) {
                key.add(f[c]);
            }
            Integer known = place.putIfAbsent(key, place.size());
            into[c] = known == null ? place.size() - 1 : known;
        }
        int n = place.size();
        d.group = new int[n];
        factors.forEach(f -> d.factors.add(new int[n]));
        for (int c = 0; c < into.length; c++) {
            d.group[into[c]] = Math.min(1, group[c]);
            for (int f = 0; f < factors.size(); f++) {
                d.factors.get(f)[into[c]] = factors.get(f)[c];
            }
        }
        d.stops = summed(stops, into, n);
        d.searches = summed(searches, into, n);
        d.hits = summed(hits, into, n);
        d.offset = offset.length == 0 ? offset : summed(offset, into, n);
        funnel.steps().forEach(s -> d.funnel.add(s.filter(), s.left()));
        return d;
    }

    private static double[] summed(double[] of, int[] into, int n) {
        double[] sum = new double[n];
        for (int c = 0; c < into.length; c++) {
            sum[into[c]] += of[c];
        }
        return sum;
    }

    /** Rows of cells whose exposures do not sum to zero. */
    private int[] exposed(
            StopTable table, StopTable.Labels race, int[] groupOf, int[] rows, List<String> names, double[] exposure) {
        List<int[]> codes =
                names.stream().map(n -> VeilDesign.factor(table, n, rows)).toList();
        Map<List<Integer>, Double> sums = new java.util.HashMap<>();
        List<List<Integer>> keys = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            List<Integer> key = new ArrayList<>(List.of(groupOf[race.of(rows[i])]));
            for (int[] c : codes) {
                key.add(c[i]);
            }
            keys.add(key);
            sums.merge(key, exposure[rows[i]], Double::sum);
        }
        int[] kept = java.util.stream.IntStream.range(0, rows.length)
                .filter(i -> sums.getOrDefault(keys.get(i), 0.0) > 0)
                .map(i -> rows[i])
                .toArray();
        funnel.add("exposure", kept.length);
        return kept;
    }

    private int[] keep(int[] rows, String filter, IntPredicate keep) {
        int[] left = Arrays.stream(rows).filter(keep).toArray();
        funnel.add(filter, left.length);
        return left;
    }

    /** Reference first, then the others. */
    public List<String> groups() {
        return groups;
    }

    /** Cells. */
    public int cells() {
        return group.length;
    }

    /** Group of each cell. Not a copy. */
    public int[] group() {
        return group;
    }

    /** Label of a factor per cell. Not a copy. */
    public int[] factor(int f) {
        return factors.get(f);
    }

    /** Words of a factor, by label. */
    public List<String> words(int f) {
        return words.get(f);
    }

    /** Stops per cell. Not a copy. */
    public double[] stops() {
        return stops;
    }

    /** Searches per cell. Not a copy. */
    public double[] searches() {
        return searches;
    }

    /** Hits per cell. Not a copy. */
    public double[] hits() {
        return hits;
    }

    /** Exposure per cell; empty without one. Not a copy. */
    public double[] offset() {
        return offset;
    }

    /** Whether rows of the table are counts of stops. */
    public boolean countRows() {
        return countRows;
    }

    /** Rows lost on the way. */
    public Funnel funnel() {
        return funnel;
    }

    /** Sum over the cells of a group. */
    public double total(double[] of, int g) {
        double s = 0;
        for (int c = 0; c < group.length; c++) {
            s += group[c] == g ? of[c] : 0;
        }
        return s;
    }

    /** Sums by label of the first factor over the cells of a group. */
    public double[] byLabel(double[] of, int g, int f) {
        double[] s = new double[words.get(f).size()];
        for (int c = 0; c < group.length; c++) {
            if (group[c] == g) {
                s[factors.get(f)[c]] += of[c];
            }
        }
        return s;
    }
}

package org.writwatch.app.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.panel.Adoption;
import org.writwatch.estimates.panel.Cohorts;
import org.writwatch.estimates.panel.Labels;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** The rows a specification asks for, as estimators read them, and the way back from their codes to the words of the file. */
final class Sheet {
    /** Names of the columns that play a part, among the covariates under their own names. */
    static final String OUTCOME = "(outcome)";

    static final String START = "(first treated)";
    static final String WEIGHT = "(weight)";
    static final String EXPOSURE = "(offset)";

    /** Fewer treated clusters than this and errors that lean on many clusters are withheld. */
    static final int FEWEST_TREATED_CLUSTERS = 5;

    /** Digits and commas: a decimal comma, or commas between thousands. */
    private static final Pattern COMMA = Pattern.compile("[+-]?[\\d.]*(,\\d+)+");

    final Specification spec;
    final DataTable table;
    final int[] rows;
    final Calendar calendar;
    final Observations observations;
    private final int[] unit;
    private final double[] time;
    private final double @Nullable [] start;

    Sheet(Specification spec, DataTable table) {
        this.spec = spec;
        this.table = table;
        this.rows = spec.where == null ? IntStream.range(0, table.rows()).toArray() : spec.where.rows(table);
        if (rows.length == 0) {
            boolean filtered = spec.where != null && table.rows() > 0;
            throw new BadInput(
                    table.file(),
                    Phrase.of("app", filtered ? "estimate.no-rows.found" : "estimate.only-header.found"),
                    Phrase.of("app", "estimate.no-rows.expected"),
                    Phrase.of("app", filtered ? "estimate.where.remedy" : "estimate.only-header.remedy"));
        }
        DataTable.Column times = table.column(spec.time);
        this.calendar = Calendar.of(times);
        this.time = calendar.numbers(table, times, rows, "estimate.period.expected");
        for (int i = 0; i < rows.length; i++) {
            if (!Double.isFinite(time[i])) {
                throw cell(i, times, "estimate.period.expected");
            }
        }
        this.unit = spec.unit == null ? IntStream.range(0, rows.length).toArray() : labels(spec.unit);
        Observations.Builder b = Observations.of(unit, time);
        b.column(OUTCOME, spec.design.counts() ? counts(spec.outcome) : numbers(spec.outcome));
        this.start = starts();
        if (start != null) {
            b.column(START, start);
        }
        if (spec.weights != null) {
            b.column(WEIGHT, nonNegative(spec.weights));
        }
        if (spec.offset != null) {
            b.column(EXPOSURE, positive(spec.offset));
        }
        for (String c : spec.covariates) {
            b.column(c, numbers(c));
        }
        if (spec.treated != null && !spec.covariates.contains(spec.treated)) {
            b.column(spec.treated, flags(spec.treated));
        }
        Observations read = b.build();
        if (start == null
                && spec.treated != null
                && spec.design.needsStart()
                && !spec.panel.equals("repeated-cross-section")) {
            try {
                read = b.column(START, Adoption.firstTreated(read, spec.treated))
                        .build();
            } catch (NotEstimable e) {
                throw new NotEstimable(e.why(), Estimate.lines(this, String.valueOf(e.getMessage())));
            }
        }
        this.observations = read;
        if (spec.unit != null && !spec.panel.equals("repeated-cross-section")) {
            requireOneRowEach();
        }
    }

    /** First time of treatment per row: 0 for never. */
    private double @Nullable [] starts() {
        if (spec.firstTreated == null) {
            return null;
        }
        DataTable.Column c = table.column(spec.firstTreated);
        double[] s = calendar.numbers(table, c, rows, "estimate.first-treated.expected")
                .clone();
        for (int i = 0; i < s.length; i++) {
            s[i] = Cohorts.never(s[i]) ? 0 : s[i];
        }
        if (spec.unit != null && !spec.panel.equals("repeated-cross-section")) {
            int[] first = new int[1 + IntStream.of(unit).max().orElse(0)];
            Arrays.fill(first, -1);
            for (int i = 0; i < s.length; i++) {
                int f = first[unit[i]];
                if (f < 0) {
                    first[unit[i]] = i;
                } else if (s[f] != s[i]) {
                    throw changed(spec.firstTreated, f, i, "estimate.start.expected");
                }
            }
        }
        return s;
    }

    /** First time of treatment per row, from the column of starts or else from the column of treatment. */
    double[] start() {
        if (start != null && spec.treated == null) {
            return start;
        }
        if (spec.treated != null) {
            return Adoption.firstTreated(observations, spec.treated);
        }
        throw spec.needs("first_treated");
    }

    /** Refuses when no column says when treatment began. */
    void needStart() {
        if (hasStart()) {
            return;
        }
        throw spec.needs("first_treated");
    }

    boolean hasStart() {
        return observations.columns().contains(START);
    }

    private void requireOneRowEach() {
        int periods = observations.times().length;
        int[] period = observations.periodCodes();
        int[] code = observations.unitCodes();
        long[] keys = new long[rows.length];
        boolean ascending = true;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) code[i] * periods + period[i];
            ascending &= i == 0 || keys[i] > keys[i - 1];
        }
        if (ascending) {
            return;
        }
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                long twice = sorted[i];
                int[] both = IntStream.range(0, keys.length)
                        .filter(k -> keys[k] == twice)
                        .limit(2)
                        .toArray();
                throw new BadInput(
                        table.file() + " lines " + line(both[0]) + ", " + line(both[1]),
                        Phrase.of(
                                "app",
                                "estimate.twice.found",
                                unitName(unit[both[0]]),
                                String.valueOf(calendar.said(time[both[0]]))),
                        Phrase.of("app", "estimate.twice.expected"),
                        Phrase.of("app", "estimate.twice.remedy"));
            }
        }
    }

    /** Line of the file of a row of the observations. */
    int line(int i) {
        return table.line(rows[i]);
    }

    /** Labels of a column as whole numbers: the same text, the same number. */
    int[] labels(String column) {
        DataTable.Column c = table.column(column);
        int[] all = new int[rows.length];
        if (c.isText()) {
            int[] order = ranks(c.texts());
            for (int i = 0; i < all.length; i++) {
                if (DataTable.missing(c.text(rows[i]))) {
                    throw cell(i, c, "estimate.label.expected");
                }
                all[i] = order[c.codes()[rows[i]]];
            }
            return all;
        }
        double[] v = new double[all.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = c.numbers()[rows[i]];
            if (Double.isNaN(v[i])) {
                throw cell(i, c, "estimate.label.expected");
            }
        }
        return Labels.codes(v, Labels.distinct(v));
    }

    private static int[] ranks(List<String> texts) {
        List<String> sorted = List.copyOf(new TreeSet<>(texts));
        return texts.stream()
                .mapToInt(t -> java.util.Collections.binarySearch(sorted, t))
                .toArray();
    }

    /** Numbers of a column, not always a copy; a text is refused with its line. */
    double[] numbers(String column) {
        return numbers(column, DataTable::parsed);
    }

    private double[] numbers(String column, Function<String, @Nullable Double> reading) {
        DataTable.Column c = table.column(column);
        if (!c.isText() && rows.length == table.rows()) {
            return c.numbers();
        }
        double[] v = new double[rows.length];
        for (int i = 0; i < v.length; i++) {
            if (!c.isText()) {
                v[i] = c.numbers()[rows[i]];
                continue;
            }
            String text = c.text(rows[i]);
            Double found = DataTable.missing(text) ? (Double) Double.NaN : reading.apply(text);
            if (found == null) {
                throw cell(i, c, COMMA.matcher(text).matches() ? "estimate.number.point" : "estimate.number.expected");
            }
            v[i] = found;
        }
        return v;
    }

    /** A column that says yes or no: a number, or TRUE and FALSE. */
    double[] flags(String column) {
        return numbers(column, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> (Double) 1.0;
            case "false" -> (Double) 0.0;
            default -> DataTable.parsed(text);
        });
    }

    private double[] counts(String column) {
        return checked(column, v -> v < 0, "estimate.count.expected");
    }

    private double[] nonNegative(String column) {
        double[] w = checked(column, v -> v < 0 || Double.isInfinite(v), "estimate.weight.expected");
        if (Arrays.stream(w).noneMatch(v -> v > 0)) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no row has a weight above 0 in " + column);
        }
        return w;
    }

    private double[] positive(String column) {
        return checked(column, v -> v <= 0 || Double.isInfinite(v), "estimate.offset.expected");
    }

    private double[] checked(String column, DoublePredicate wrong, String expected) {
        double[] v = numbers(column);
        for (int i = 0; i < v.length; i++) {
            if (wrong.test(v[i])) {
                throw cell(i, table.column(column), expected);
            }
        }
        return v;
    }

    /** A refusal of one cell, with its line. */
    BadInput cell(int i, String column, String expected) {
        return cell(i, table.column(column), expected);
    }

    private BadInput cell(int i, DataTable.Column c, String expected) {
        return new BadInput(
                table.file() + " line " + line(i),
                Phrase.of("app", "estimate.cell.found", c.text(rows[i]), c.name()),
                Phrase.of("app", expected),
                Phrase.of("app", "estimate.cell.remedy"));
    }

    /** The word of the file for a unit label. */
    String unitName(int label) {
        for (int i = 0; i < unit.length; i++) {
            if (unit[i] == label) {
                return unitOfRow(i);
            }
        }
        return Integer.toString(label);
    }

    /** The word of the file for the unit of a row. */
    String unitOfRow(int i) {
        return spec.unit == null
                ? Integer.toString(line(i))
                : table.column(spec.unit).text(rows[i]);
    }

    double time(int i) {
        return time[i];
    }

    /** Whether errors are clustered by anything but the unit. */
    boolean clustered() {
        return !spec.cluster.isEmpty() && !spec.cluster.equals(java.util.Collections.singletonList(spec.unit));
    }

    /** Labels of the way of clustering that holds the others; of the first when none does. */
    int[] cluster() {
        return outermost()[0];
    }

    /** Refuses a unit that moves between clusters: its errors are those of one cluster. */
    void needOneClusterEach() {
        for (String column : spec.cluster) {
            int[] of = labels(column);
            Map<Integer, Integer> first = new HashMap<>();
            for (int i = 0; i < of.length; i++) {
                Integer f = first.putIfAbsent(unit[i], i);
                if (f != null && of[f] != of[i]) {
                    throw changed(column, f, i, "estimate.cluster.expected");
                }
            }
        }
    }

    private BadInput changed(String column, int first, int then, String expected) {
        DataTable.Column c = table.column(column);
        return new BadInput(
                table.file() + " lines " + line(first) + ", " + line(then),
                Phrase.of(
                        "app",
                        "estimate.start.found",
                        column,
                        unitName(unit[first]),
                        c.text(rows[first]),
                        c.text(rows[then])),
                Phrase.of("app", expected),
                Phrase.of("app", "estimate.cell.remedy"));
    }

    /** How many ways of clustering are left without those that another holds. */
    int waysOfClustering() {
        return outermost().length;
    }

    /** Labels of every way of clustering. */
    int[][] clusters() {
        return spec.cluster.isEmpty()
                ? new int[][] {unit}
                : spec.cluster.stream().map(this::labels).toArray(int[][]::new);
    }

    /** Ways of clustering whose clusters are not all parts of clusters of another: errors by county and state are errors by state. */
    private int[][] outermost() {
        int[][] all = clusters();
        return IntStream.range(0, all.length)
                .filter(i -> IntStream.range(0, all.length)
                        .noneMatch(j -> j != i && within(all[i], all[j]) && (j < i || !within(all[j], all[i]))))
                .mapToObj(i -> all[i])
                .toArray(int[][]::new);
    }

    private static boolean within(int[] part, int[] whole) {
        Map<Integer, Integer> of = new HashMap<>();
        for (int i = 0; i < part.length; i++) {
            Integer before = of.putIfAbsent(part[i], whole[i]);
            if (before != null && before != whole[i]) {
                return false;
            }
        }
        return true;
    }

    /** How many clusters have a treated row; with several ways of clustering, the fewest of them. */
    int treatedClusters() {
        return Arrays.stream(clusters()).mapToInt(this::treatedAmong).min().orElse(0);
    }

    private int treatedAmong(int[] c) {
        double last = Arrays.stream(time).max().orElse(0);
        double[] d = spec.treated == null ? null : observations.column(spec.treated);
        TreeSet<Integer> treated = new TreeSet<>();
        for (int i = 0; i < c.length; i++) {
            boolean on = d != null ? d[i] > 0 : start != null && start[i] != 0 && start[i] <= last;
            if (on) {
                treated.add(c[i]);
            }
        }
        return treated.size();
    }

    /** How many units are treated within the table. */
    int treatedUnits() {
        double last = Arrays.stream(time).max().orElse(0);
        double[] d = spec.treated == null ? null : observations.column(spec.treated);
        TreeSet<Integer> treated = new TreeSet<>();
        for (int i = 0; i < unit.length; i++) {
            if (d != null ? d[i] > 0 : start != null && start[i] != 0 && start[i] <= last) {
                treated.add(unit[i]);
            }
        }
        return treated.size();
    }
}

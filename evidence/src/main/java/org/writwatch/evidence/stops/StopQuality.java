package org.writwatch.evidence.stops;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * What is wrong with a table of stops before any test: looked at first, because a test cannot tell a habit of officers from a habit of
 * their keyboards.
 *
 * @param rows rows of the table
 * @param missing cells missing, by part: group, day, time
 * @param onFives share of times on a multiple of five minutes; 0.2 if minutes are as they fall
 * @param onHalfHours share of times on the hour or half hour; 0.033 if minutes are as they fall
 * @param atMidnight share of times at 00:00; 0.0007 if stops were spread evenly
 * @param gaps months between the first and the last with no stop at all, or fewer than a fifth of the median month
 * @param breaks months in which a word for a group begins or stops being used, or its share moves by more than half
 */
public record StopQuality(
        int rows,
        Missing missing,
        double onFives,
        double onHalfHours,
        double atMidnight,
        List<YearMonth> gaps,
        List<Break> breaks) {
    private static final double FEWEST = 0.2;
    private static final int FEWEST_STOPS = 100;

    public StopQuality {
        gaps = List.copyOf(gaps);
        breaks = List.copyOf(breaks);
    }

    /**
     * Cells missing or unreadable.
     *
     * @param group rows without a group, unknown included
     * @param day rows without a day
     * @param time rows without a time
     */
    public record Missing(long group, long day, long time) {}

    /**
     * A month in which a word's share of stops is another.
     *
     * @param month first month of the new share
     * @param word the word
     * @param before share in the twelve months before
     * @param after share in the twelve months from it
     */
    public record Break(YearMonth month, String word, double before, double after) {}

    /** Looks at rows of a table. */
    public static StopQuality of(StopTable table, int[] rows) {
        long noGroup = 0;
        long noDay = 0;
        long noTime = 0;
        long times = 0;
        long fives = 0;
        long halves = 0;
        long midnight = 0;
        StopTable.Labels race = table.has("race") ? table.labels("race") : null;
        TreeMap<YearMonth, long[]> months = new TreeMap<>();
        int[] ofDay = table.has("date") ? table.dayOfCode() : new int[0];
        YearMonth[] monthOfCode = Arrays.stream(ofDay)
                .mapToObj(d -> d == StopTable.NO_DAY ? null : YearMonth.from(java.time.LocalDate.ofEpochDay(d)))
                .toArray(YearMonth[]::new);
        int groups = race == null ? 1 : race.words().size();
        for (int r : rows) {
            int g = race == null ? 0 : race.of(r);
            if (race != null
                    && (race.words().get(g).isEmpty() || race.words().get(g).equalsIgnoreCase("unknown"))) {
                noGroup++;
            }
            if (table.has("time")) {
                int m = table.minute(r);
                noTime += m < 0 ? 1 : 0;
                times += m < 0 ? 0 : 1;
                fives += m >= 0 && m % 5 == 0 ? 1 : 0;
                halves += m >= 0 && m % 30 == 0 ? 1 : 0;
                midnight += m == 0 ? 1 : 0;
            }
            if (table.has("date")) {
                YearMonth month = monthOfCode[table.column("date").code(r)];
                if (month == null) {
                    noDay++;
                } else {
                    months.computeIfAbsent(month, k -> new long[groups])[g]++;
                }
            }
        }
        double n = Math.max(1, times);
        return new StopQuality(
                rows.length,
                new Missing(noGroup, noDay, noTime),
                fives / n,
                halves / n,
                midnight / n,
                gaps(months),
                race == null ? List.of() : breaks(months, race.words()));
    }

    private static List<YearMonth> gaps(TreeMap<YearMonth, long[]> months) {
        List<YearMonth> gaps = new ArrayList<>();
        if (months.size() < 3) {
            return gaps;
        }
        long[] sizes = months.values().stream()
                .mapToLong(m -> Arrays.stream(m).sum())
                .sorted()
                .toArray();
        double median = sizes[sizes.length / 2];
        YearMonth last = months.lastKey();
        for (YearMonth m = months.firstKey().plusMonths(1); m.isBefore(last); m = m.plusMonths(1)) {
            long[] of = months.get(m);
            if (of == null || Arrays.stream(of).sum() < FEWEST * median) {
                gaps.add(m);
            }
        }
        return gaps;
    }

    private static List<Break> breaks(TreeMap<YearMonth, long[]> months, List<String> words) {
        List<Break> all = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            Break strongest = null;
            for (YearMonth m : months.keySet()) {
                long[] before = sums(months.subMap(m.minusMonths(12), true, m, false), w);
                long[] after = sums(months.subMap(m, true, m.plusMonths(12), false), w);
                if (before[1] < FEWEST_STOPS || after[1] < FEWEST_STOPS) {
                    continue;
                }
                double a = (double) before[0] / before[1];
                double b = (double) after[0] / after[1];
                double error = Math.sqrt((a * (1 - a) + 1e-6) / before[1] + (b * (1 - b) + 1e-6) / after[1]);
                boolean moved = Math.abs(b - a) > 0.5 * Math.max(a, b) && Math.abs(b - a) > 4 * error;
                if (moved && (strongest == null || Math.abs(b - a) > Math.abs(strongest.after - strongest.before))) {
                    strongest = new Break(m, words.get(w), a, b);
                }
            }
            if (strongest != null) {
                all.add(strongest);
            }
        }
        return all;
    }

    private static long[] sums(java.util.SortedMap<YearMonth, long[]> months, int w) {
        long[] s = new long[2];
        for (long[] m : months.values()) {
            s[0] += m[w];
            s[1] += Arrays.stream(m).sum();
        }
        return s;
    }
}

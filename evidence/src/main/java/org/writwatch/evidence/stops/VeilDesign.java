package org.writwatch.evidence.stops;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.writwatch.estimates.stops.VeilRows;
import org.writwatch.evidence.stops.light.DayClocks;
import org.writwatch.evidence.stops.light.Sun;
import org.writwatch.evidence.stops.light.SunTable;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.TooLittle;

/**
 * From a table of stops to a veil-of-darkness comparison.
 *
 * <p>Inter-twilight window: minutes from the earliest to the latest end of civil dusk over the days present; stops between sunset and dusk
 * are left out; a stop after dusk is in the dark, one in the minute of dusk in the light (Pierson et al. 2020). The window is that of all
 * stops with a known group, before minority and reference are picked. Around clock changes: days within so many of a change, the window of
 * each season of each year by itself, with season and, over several years, season times year held fixed.
 */
public final class VeilDesign {
    private final StopTable table;
    private final Settings settings;
    private final Funnel funnel = new Funnel();

    /**
     * What is asked.
     *
     * @param minority words of the minority, pooled; empty for every group but the reference
     * @param reference word of the reference group
     * @param spot where, for rows without coordinates of their own; empty when every row has them
     * @param zone the clocks of all rows; empty when the table says them by row ({@code zone} or {@code county})
     * @param sun which formulas
     * @param clockChange whether only days around clock changes count
     * @param days how many days on each side of a change
     * @param splineDf columns of the spline
     * @param effects factors held fixed: parts, headers, or year, month, season, weekday
     * @param interact factor with a spline per level; empty for none
     */
    public record Settings(
            List<String> minority,
            String reference,
            Optional<Spot> spot,
            Optional<ZoneId> zone,
            Sun sun,
            boolean clockChange,
            int days,
            int splineDf,
            List<String> effects,
            String interact) {
        public Settings {
            minority = List.copyOf(minority);
            effects = List.copyOf(effects);
        }
    }

    /**
     * The comparison.
     *
     * <ul>
     *   <li>{@code rows}: for the estimator
     *   <li>{@code source}: row of the table behind each
     *   <li>{@code funnel}: rows lost on the way
     *   <li>{@code window}: first and last minute of the window over all blocks
     *   <li>{@code names}: of the factors of {@code rows}, in their order
     * </ul>
     */
    public static final class Sample {
        private final VeilRows rows;
        private final int[] source;
        private final Funnel funnel;
        private final int[] window;
        private final List<String> names;

        /** Arrays are kept, not copied. */
        public Sample(VeilRows rows, int[] source, Funnel funnel, int[] window, List<String> names) {
            this.names = List.copyOf(names);
            this.rows = rows;
            this.source = source;
            this.funnel = funnel;
            this.window = window;
        }

        /** The rows. */
        public VeilRows rows() {
            return rows;
        }

        /** The source. Not a copy. */
        public int[] source() {
            return source;
        }

        /** The funnel. */
        public Funnel funnel() {
            return funnel;
        }

        /** Names of the factors. */
        public List<String> names() {
            return names;
        }

        /** The window. Not a copy. */
        public int[] window() {
            return window;
        }
    }

    private VeilDesign(StopTable table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    /**
     * Lays out the comparison.
     *
     * @param rows rows of the table to start from
     * @throws BadInput a group that no row has
     * @throws TooLittle no row is left
     */
    public static Sample of(StopTable table, int[] rows, Settings settings) {
        return new VeilDesign(table, settings).sample(rows);
    }

    private Sample sample(int[] start) {
        funnel.add("file", table.rows());
        funnel.add("where", start.length);
        int[] rows = keep(start, "date", r -> table.day(r) != StopTable.NO_DAY);
        rows = keep(rows, "time", r -> table.minute(r) >= 0);
        StopTable.Labels race = table.labels("race");
        boolean[] missing = new boolean[race.words().size()];
        for (int w = 0; w < missing.length; w++) {
            missing[w] = race.words().get(w).isEmpty()
                    || race.words().get(w).toLowerCase(Locale.ROOT).equals("unknown");
        }
        rows = keep(rows, "race", r -> !missing[race.of(r)]);
        boolean[] reference = marked(race, List.of(settings.reference()));
        boolean[] minority =
                settings.minority().isEmpty() ? others(reference, missing) : marked(race, settings.minority());
        RowPlaces places = new RowPlaces(table, settings.spot(), settings.zone());
        if (!places.fixed()) {
            rows = keep(rows, "place", places::known);
        }
        Blocks blocks = new Blocks(rows, places);
        int[] window = blocks.span();
        rows = keep(rows, "window", blocks::inWindow);
        rows = keep(rows, "twilight", r -> !blocks.inTwilight(r));
        rows = keep(rows, "groups", r -> minority[race.of(r)] || reference[race.of(r)]);
        List<String> names = new ArrayList<>(settings.effects());
        List<int[]> products = new ArrayList<>();
        if (settings.clockChange()) {
            names.remove("season");
            names.add("season");
            int years = (int) Arrays.stream(rows).map(r -> year(r)).distinct().count();
            if (years > 1) {
                names.remove("year");
                names.add("year");
                products.add(new int[] {names.indexOf("season"), names.indexOf("year")});
            }
        }
        int splineBy = -1;
        if (!settings.interact().isEmpty()) {
            if (!names.contains(settings.interact())) {
                names.add(settings.interact());
            }
            splineBy = names.indexOf(settings.interact());
        }
        for (String n : names) {
            if (!isCalendar(table, n)) {
                StopTable.Labels l = table.labels(n);
                rows = keep(rows, "effect " + n, r -> !l.words().get(l.of(r)).isEmpty());
            }
        }
        int[] kept = rows;
        if (kept.length == 0) {
            throw new TooLittle(StopFile.say("stops.none-left"), StopFile.say("stops.none-enough"));
        }
        short[] minute = new short[kept.length];
        boolean[] dark = new boolean[kept.length];
        boolean[] isMinority = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            minute[i] = (short) table.minute(kept[i]);
            dark[i] = blocks.dark(kept[i]);
            isMinority[i] = minority[race.of(kept[i])];
        }
        List<int[]> factors = names.stream().map(n -> factor(n, kept)).toList();
        return new Sample(
                new VeilRows(minute, dark, isMinority, factors, products, splineBy, settings.splineDf()),
                kept,
                funnel,
                window,
                names);
    }

    private static final List<String> CALENDAR = List.of("year", "month", "season", "weekday", "date");

    /** Labels of a factor for rows, numbered from 0 in the order of its words. */
    public static int[] factor(StopTable table, String name, int[] rows) {
        if (isCalendar(table, name)) {
            int[] raw = Arrays.stream(rows)
                    .map(r -> {
                        int day = table.day(r);
                        LocalDate d = LocalDate.ofEpochDay(day);
                        return switch (name) {
                            case "year" -> d.getYear();
                            case "month" -> d.getYear() * 12 + d.getMonthValue();
                            case "weekday" -> d.getDayOfWeek().getValue();
                            case "season" -> d.getMonthValue() <= 7 ? 0 : 1;
                            default -> day;
                        };
                    })
                    .toArray();
            return dense(raw);
        }
        StopTable.Labels l = table.labels(name);
        List<String> sorted = l.words().stream().sorted().toList();
        int[] place = l.words().stream().mapToInt(sorted::indexOf).toArray();
        return dense(Arrays.stream(rows).map(r -> place[l.of(r)]).toArray());
    }

    static boolean isCalendar(StopTable table, String name) {
        return CALENDAR.contains(name) && table.has("date") && !(name.equals("month") && table.has("month"));
    }

    /** The words behind the labels of {@link #factor}, in their order. */
    public static List<String> words(StopTable table, String name, int[] rows) {
        if (!isCalendar(table, name)) {
            StopTable.Labels l = table.labels(name);
            boolean[] seen = new boolean[l.words().size()];
            for (int r : rows) {
                seen[l.of(r)] = true;
            }
            return IntStream.range(0, seen.length)
                    .filter(w -> seen[w])
                    .mapToObj(w -> l.words().get(w))
                    .sorted()
                    .toList();
        }
        return Arrays.stream(rows)
                .mapToObj(r -> calendarWord(name, LocalDate.ofEpochDay(table.day(r))))
                .distinct()
                .sorted()
                .toList();
    }

    private static String calendarWord(String name, LocalDate d) {
        return switch (name) {
            case "year" -> Integer.toString(d.getYear());
            case "month" -> d.toString().substring(0, 7);
            case "weekday" -> Integer.toString(d.getDayOfWeek().getValue());
            case "season" -> d.getMonthValue() <= 7 ? "1 spring" : "2 fall";
            default -> d.toString();
        };
    }

    private int[] factor(String name, int[] rows) {
        return factor(table, name, rows);
    }

    /** Renumbers labels from 0 in ascending order. */
    static int[] dense(int[] raw) {
        int[] distinct = Arrays.stream(raw).distinct().sorted().toArray();
        if (distinct.length == 0) {
            return raw;
        }
        int low = distinct[0];
        int span = distinct[distinct.length - 1] - low + 1;
        if (span > 0 && span <= 1 << 22) {
            int[] place = new int[span];
            for (int i = 0; i < distinct.length; i++) {
                place[distinct[i] - low] = i;
            }
            return Arrays.stream(raw).map(v -> place[v - low]).toArray();
        }
        return Arrays.stream(raw).map(v -> Arrays.binarySearch(distinct, v)).toArray();
    }

    private int[] keep(int[] rows, String filter, java.util.function.IntPredicate keep) {
        int[] left = Arrays.stream(rows).filter(keep).toArray();
        funnel.add(filter, left.length);
        return left;
    }

    /** Words that are among those asked for: by their exact letters, else by their letters in any case, else by what they commonly mean. */
    private boolean[] marked(StopTable.Labels race, List<String> asked) {
        return marked(table, race, asked);
    }

    static boolean[] marked(StopTable table, StopTable.Labels race, List<String> asked) {
        List<String> words = race.words();
        boolean[] mark = new boolean[words.size()];
        for (String a : asked) {
            Predicate<String> same = words.contains(a)
                    ? a::equals
                    : words.stream().anyMatch(a::equalsIgnoreCase)
                            ? a::equalsIgnoreCase
                            : w -> StopWords.sameGroup(a, w);
            boolean found = false;
            for (int w = 0; w < mark.length; w++) {
                if (same.test(words.get(w))) {
                    mark[w] = true;
                    found = true;
                }
            }
            if (!found) {
                throw new BadInput(
                        table.file(),
                        StopFile.say(
                                "stops.groups-found",
                                String.join(
                                        ", ",
                                        race.words().stream()
                                                .filter(w -> !w.isEmpty())
                                                .sorted()
                                                .limit(30)
                                                .toList())),
                        StopFile.say("stops.groups-expected", a),
                        StopFile.say("stops.groups-remedy"));
            }
        }
        return mark;
    }

    private static boolean[] others(boolean[] reference, boolean[] missing) {
        boolean[] mark = new boolean[reference.length];
        for (int w = 0; w < mark.length; w++) {
            mark[w] = !reference[w] && !missing[w];
        }
        return mark;
    }

    private int year(int row) {
        return LocalDate.ofEpochDay(table.day(row)).getYear();
    }

    /** Sunset and dusk of every day at every place, and the window of each block of days. */
    private final class Blocks {
        private static final short NEVER = Short.MAX_VALUE;

        private final RowPlaces places;
        private final Map<Integer, int[]> windows = new LinkedHashMap<>();
        private final int firstDay;
        private final int lastDay;
        private final short[] sunset;
        private final short[] dusk;
        private final Map<ZoneId, DayClocks> clocks = new HashMap<>();

        Blocks(int[] rows, RowPlaces places) {
            this.places = places;
            firstDay = Arrays.stream(rows).map(table::day).min().orElse(0);
            lastDay = Arrays.stream(rows).map(table::day).max().orElse(0);
            int size = places.fixed() ? lastDay - firstDay + 1 : table.rows();
            double south =
                    Arrays.stream(rows).mapToDouble(places::latitude).min().orElse(0);
            double north =
                    Arrays.stream(rows).mapToDouble(places::latitude).max().orElse(0);
            SunTable set = new SunTable(settings.sun(), Sun.Event.SUNSET, firstDay, lastDay, south, north);
            SunTable end = new SunTable(settings.sun(), Sun.Event.DUSK, firstDay, lastDay, south, north);
            sunset = new short[size];
            dusk = new short[size];
            boolean[] known = new boolean[size];
            for (int r : rows) {
                int at = at(r);
                if (!known[at]) {
                    known[at] = true;
                    sunset[at] = minute(Sun.Event.SUNSET, set, r);
                    dusk[at] = minute(Sun.Event.DUSK, end, r);
                }
                int block = block(table.day(r));
                if (block < 0) {
                    continue;
                }
                int dark = dusk[at];
                int[] w = windows.computeIfAbsent(block, b -> new int[] {dark, dark});
                w[0] = Math.min(w[0], dark);
                w[1] = Math.max(w[1], dark);
            }
        }

        /** Where the light of a row stands: by day when all stops are of one place, else by row. */
        private int at(int row) {
            return places.fixed() ? table.day(row) - firstDay : row;
        }

        /** Minute of an event by the clocks of a row's place, {@link #NEVER} where it does not come. */
        private short minute(Sun.Event event, SunTable times, int row) {
            int day = table.day(row);
            double utc = places.fixed()
                    ? settings.sun().minutes(event, day, places.latitude(row), places.longitude(row))
                    : times.minutes(day, places.latitude(row), places.longitude(row));
            double local = clocks.computeIfAbsent(places.zone(row), z -> new DayClocks(z, firstDay, lastDay))
                    .minutes(day, utc);
            return Double.isNaN(local) ? NEVER : (short) Math.floor(local);
        }

        /** All days are one block, unless clock changes are asked for: then the year and season, or -1 for days in neither. */
        private int block(int day) {
            if (!settings.clockChange()) {
                return 0;
            }
            LocalDate d = LocalDate.ofEpochDay(day);
            for (int season = 0; season < 2; season++) {
                if (Math.abs(day - change(d.getYear(), season == 0).toEpochDay()) <= settings.days()) {
                    return d.getYear() * 2 + season;
                }
            }
            return -1;
        }

        boolean inWindow(int row) {
            int block = block(table.day(row));
            if (block < 0) {
                return false;
            }
            int[] w = windows.getOrDefault(block, new int[] {1, 0});
            int m = table.minute(row);
            return m >= w[0] && m <= w[1];
        }

        boolean inTwilight(int row) {
            int m = table.minute(row);
            return m > sunset[at(row)] && m < dusk[at(row)];
        }

        boolean dark(int row) {
            return table.minute(row) > dusk[at(row)];
        }

        int[] span() {
            return new int[] {
                windows.values().stream().mapToInt(w -> w[0]).min().orElse(0),
                windows.values().stream().mapToInt(w -> w[1]).max().orElse(0)
            };
        }
    }

    /**
     * The Sunday clocks change in the United States: since 2007 the second of March and the first of November (Pub. L. 109-58, sec. 110),
     * before that the first of April and the last of October (Pub. L. 99-359).
     */
    static LocalDate change(int year, boolean spring) {
        boolean late = year >= FIRST_YEAR_OF_MARCH;
        if (spring) {
            return LocalDate.of(year, late ? 3 : 4, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(late ? 2 : 1, DayOfWeek.SUNDAY));
        }
        return late
                ? LocalDate.of(year, 11, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY))
                : LocalDate.of(year, 10, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
    }

    private static final int FIRST_YEAR_OF_MARCH = 2007;

    /** Every row of a table. */
    public static int[] all(StopTable table) {
        return IntStream.range(0, table.rows()).toArray();
    }
}

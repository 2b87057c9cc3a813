package org.writwatch.evidence.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.DesignResult;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.Jails;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.table.Observation;
import org.writwatch.evidence.table.Panel;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reading;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;

/** Every table of the page of demonstrations, made again; {@code -Dwritwatch.write=docs} writes them. */
class DemonstrationPagesTest {
    private static final Path PAGE = Path.of("..", "docs", "demonstrations.md");
    private static final Path SPANISH_PAGE = Path.of("..", "docs", "demostraciones.md");
    private static final Period BEFORE = new Period(LocalDate.of(2017, 12, 1), LocalDate.of(2018, 11, 30));
    private static final Period AFTER = new Period(LocalDate.of(2018, 12, 13), LocalDate.of(2019, 12, 12));

    @Test
    void jailsOfMecklenburgAndWake() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| place | design | people per day | 95 % | p |");
        rows.add("|---|---|---|---|---|");
        for (Place place : List.of(Jails.MECKLENBURG, Jails.WAKE)) {
            Finding finding = new Effect(Jails.RECORD).forPlace(place).get(0);
            for (DesignResult d : finding.designs()) {
                rows.add("| " + place.label() + " | " + (d.chosen() ? "**" + d.id() + "**" : d.id()) + " | "
                        + d.difference().map(v -> number(v, 2)).orElse("not run") + " | "
                        + d.interval().map(i -> range(i.low(), i.high(), 2)).orElse("") + " | "
                        + d.p().map(p -> number(p, 3)).orElse("") + " |");
            }
            Answer.Estimated answer = (Answer.Estimated) finding.answer();
            rows.add("| " + place.label() + " | day of the change | "
                    + answer.changeOn().orElseThrow() + " | | |");
        }
        check("carolina-custody", rows);
    }

    @Test
    void jailsThatKeptIt() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| place | people per day before | after |");
        rows.add("|---|---|---|");
        double restBefore = 0;
        double restAfter = 0;
        for (Facility jail : Jails.RECORD.inState(UsState.NC, Facility.Kind.LOCAL_JAIL)) {
            var series = Jails.RECORD.daily().find(jail.code());
            if (series.isEmpty()) {
                continue;
            }
            if (Set.of("MECKLNC", "WAKECNC", "GASTONC", "CABARNC").contains(jail.code())
                    || jail.name().startsWith("Gaston")
                    || jail.name().startsWith("Cabarrus")) {
                rows.add(row(jail.name(), series.get()));
            } else {
                restBefore += series.get().mean(BEFORE);
                restAfter += series.get().mean(AFTER);
            }
        }
        rows.add("| all other local jails of North Carolina | " + number(restBefore, 2) + " | " + number(restAfter, 2)
                + " |");
        for (Facility room : Jails.RECORD.inState(UsState.NC, Facility.Kind.HOLD_ROOM)) {
            Jails.RECORD.daily().find(room.code()).ifPresent(s -> rows.add(row(room.name(), s)));
        }
        String all = String.join("\n", rows);
        assertTrue(all.contains("| 3.49 | 0.00 |") && all.contains("| 6.99 | 0.00 |"), all);
        check("carolina-others", rows);
    }

    @Test
    void crimeReportedInCharlotteAndRaleigh() throws IOException {
        Panel crime = Inputs.table("reported-crime-monthly");
        List<String> rows = new ArrayList<>();
        rows.add("| agency | crime | a month before | change less that of others | 95 % | p | comparison agencies |");
        rows.add("|---|---|---|---|---|---|---|");
        for (String agency : List.of("NC0600100", "NC0920100")) {
            for (String measure : List.of("aggravated_assault", "robbery", "burglary", "murder")) {
                CrimeAfter.of(crime, agency, measure, YearMonth.of(2018, 12), 11, 12)
                        .ifPresent(c -> rows.add("| " + agency + " | " + measure + " | " + number(c.before(), 1) + " | "
                                + number(c.effect(), 2) + " | "
                                + c.interval()
                                        .map(i -> range(i.lower(), i.upper(), 2))
                                        .orElse("")
                                + " | " + number(c.p(), 2) + " | " + c.comparisons() + " |"));
            }
        }
        assertTrue(rows.size() > 4, rows.toString());
        check("carolina-crime", rows);
    }

    @Test
    void stopsByTheSheriff() throws IOException {
        Panel stops = Inputs.table("sheriff-stops");
        Map<Integer, double[]> years = new java.util.TreeMap<>();
        for (Observation cell : stops.of(stops.places().get(0))) {
            double n = cell.reading() instanceof Reading.Counted c
                    ? c.value()
                    : cell.reading() instanceof Reading.Partial p ? p.value() : 0;
            double[] sum = years.computeIfAbsent(cell.period().from().getYear(), y -> new double[2]);
            sum[0] += n;
            sum[1] += cell.group().contains("Hispanic") ? n : 0;
        }
        List<String> rows = new ArrayList<>();
        rows.add("| year | stops | share Hispanic |");
        rows.add("|---|---|---|");
        years.forEach((year, sum) ->
                rows.add("| " + year + " | " + number(sum[0], 0) + " | " + number(100 * sum[1] / sum[0], 0) + " % |"));
        assertEquals(40_297, years.values().stream().mapToDouble(s -> s[0]).sum());
        check("carolina-stops", rows);
    }

    @Test
    void theWaveOf2025() throws IOException {
        Adoptions adoptions = Inputs.adoptions();
        JailWave wave = new JailWave(
                Jails.RECORD,
                adoptions,
                Gazetteer.bundled().listPlaces(),
                YearMonth.of(2023, 1),
                YearMonth.of(2025, 12));
        Set<UsState> without = new TreeSet<>(List.of(UsState.values()));
        adoptions.first().keySet().forEach(f -> f.state().ifPresent(without::remove));
        List<String> rows = header();
        wave.lines(s -> true).forEach(l -> rows.add(row("every state", l)));
        wave.lines(s -> s == UsState.FL || without.contains(s))
                .forEach(l -> rows.add(row("Florida beside states without one", l)));
        check("wave-2025", rows);
        List<String> levels = new ArrayList<>();
        levels.add(
                "| state | local jails listed 2024 | Mar 2025 to Feb 2026 | detainee-days a month 2024 | Mar 2025 to Feb"
                        + " 2026 |");
        levels.add("|---|---|---|---|---|");
        for (UsState state : List.of(UsState.FL, UsState.GA, UsState.IL, UsState.TN, UsState.WA)) {
            var before = wave.level(state, YearMonth.of(2024, 1), YearMonth.of(2024, 12));
            var after = wave.level(state, YearMonth.of(2025, 3), YearMonth.of(2026, 2));
            levels.add("| " + state.english() + " | " + before.facilities() + " | " + after.facilities() + " | "
                    + number(before.detaineeDaysAMonth(), 0) + " | " + number(after.detaineeDaysAMonth(), 0) + " |");
        }
        check("wave-2025-states", levels);
    }

    @Test
    void theWaveOf2005() throws IOException {
        CityWave wave = Inputs.cityWave();
        List<String> rows = header();
        wave.naive(Inputs.newspaper()).forEach(l -> rows.add(row("newspaper's years", l)));
        wave.naive(Inputs.register()).forEach(l -> rows.add(row("our register's dates", l)));
        wave.staggered(Inputs.newspaper(), Map.of()).forEach(l -> rows.add(row("newspaper's years", l)));
        wave.staggered(Inputs.newspaper(), Inputs.live()).forEach(l -> rows.add(row("newspaper's years", l)));
        wave.staggered(Inputs.register(), Map.of()).forEach(l -> rows.add(row("our register's dates", l)));
        check("wave-2005", rows);
    }

    private static List<String> header() {
        List<String> rows = new ArrayList<>();
        rows.add("| dates or states | design | outcome | estimate | error | 95 % | p | treated | comparison | p of the"
                + " time before |");
        rows.add("|---|---|---|---|---|---|---|---|---|---|");
        return rows;
    }

    private static String row(String what, Line l) {
        return "| " + what + " | " + l.design() + " | " + l.outcome() + (l.control() ? " (negative control)" : "")
                + " | "
                + number(l.estimate(), 3) + " | " + number(l.error(), 3) + " | "
                + range(l.end(false), l.end(true), 3) + " | " + number(l.p(), 3) + " | " + l.treated() + " | "
                + l.comparison() + " | " + l.pretest().map(p -> number(p, 3)).orElse("none") + " |";
    }

    private static String row(String name, DailySeries series) {
        return "| " + name + " | " + number(series.mean(BEFORE), 2) + " | " + number(series.mean(AFTER), 2) + " |";
    }

    private static String range(double low, double high, int decimals) {
        return number(low, decimals) + " to " + number(high, decimals);
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    /** What the rows say in Spanish: headers first, then words. */
    private static final List<List<String>> SPANISH = List.of(
            List.of(
                    "| place | design | people per day | 95 % | p |",
                    "| lugar | diseño | personas por día | 95 % | p |"),
            List.of("| place | people per day before | after |", "| lugar | personas por día antes | después |"),
            List.of(
                    "| agency | crime | a month before | change less that of others | 95 % | p | comparison agencies |",
                    "| agencia | delito | al mes antes | cambio menos el de otras | 95 % | p | agencias de comparación |"),
            List.of("| year | stops | share Hispanic |", "| año | paradas | parte hispana |"),
            List.of(
                    "| dates or states | design | outcome | estimate | error | 95 % | p | treated | comparison | p of the time before |",
                    "| fechas o estados | diseño | resultado | estimación | error | 95 % | p | tratados | comparación | p del tiempo anterior |"),
            List.of(
                    "| state | local jails listed 2024 | Mar 2025 to Feb 2026 | detainee-days a month 2024 | Mar 2025 to Feb 2026 |",
                    "| estado | cárceles locales en la lista 2024 | mar 2025 a feb 2026 | días de detención al mes 2024 | mar 2025 a feb 2026 |"),
            List.of("day of the change", "día del cambio"),
            List.of(
                    "all other local jails of North Carolina",
                    "todas las demás cárceles locales de Carolina del Norte"),
            List.of("every state", "todos los estados"),
            List.of("Florida beside states without one", "Florida junto a estados sin acuerdo"),
            List.of("(negative control)", "(control negativo)"),
            List.of("newspaper's years", "años del periódico"),
            List.of("our register's dates", "fechas de nuestro registro"),
            List.of("| none |", "| ninguna |"),
            List.of("| naive |", "| ingenuo |"),
            List.of(" to ", " a "));

    private static String spanish(String rows) {
        String said = rows;
        for (List<String> pair : SPANISH) {
            said = said.replace(pair.get(0), pair.get(1));
        }
        return said;
    }

    /** The rows between the two marks of both pages are these. */
    private static synchronized void check(String table, List<String> rows) throws IOException {
        String made = rows.stream().collect(Collectors.joining("\n", "", "\n"));
        check(PAGE, table, made);
        check(SPANISH_PAGE, table, spanish(made));
    }

    private static void check(Path at, String table, String made) throws IOException {
        String open = "<!-- table: " + table + " -->\n";
        String page = Files.readString(at, StandardCharsets.UTF_8);
        int from = page.indexOf(open) + open.length();
        assertTrue(from >= open.length(), "no table " + table + " in " + at);
        int to = page.indexOf("<!-- end -->", from);
        if ("docs".equals(System.getProperty("writwatch.write"))) {
            Files.writeString(at, page.substring(0, from) + made + page.substring(to), StandardCharsets.UTF_8);
            return;
        }
        assertEquals(made, page.substring(from, to), table);
    }
}

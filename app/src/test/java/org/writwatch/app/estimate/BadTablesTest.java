package org.writwatch.app.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.facts.problem.TooLittle;

/** Tables and specifications as people have them: each gets the right answer, or a refusal that names the rows and says what to do. */
class BadTablesTest {
    private static final String KEYS = "data: table.csv\nunit: unit\ntime: time\noutcome: y\n";
    private static final String START = KEYS + "first_treated: start\n";
    private static final String FLAG = KEYS + "treated: d\n";
    private static final List<String> HEADER = List.of("unit", "time", "y", "start", "d", "z", "w", "state");
    private static final String CS = "design: callaway-santanna\n";

    @TempDir
    Path folder;

    /** Eight units that start at 5 and twelve never treated, eight periods; the effect is 1. */
    private static List<String[]> rows() {
        Random random = new Random(287);
        List<String[]> all = new ArrayList<>();
        for (int u = 0; u < 20; u++) {
            double level = random.nextGaussian();
            for (int t = 1; t <= 8; t++) {
                boolean on = u < 8 && t >= 5;
                double y = 10 + level + 0.3 * t + 0.1 * random.nextGaussian() + (on ? 1 : 0);
                double z = random.nextGaussian();
                all.add(new String[] {
                    "u" + u,
                    Integer.toString(t),
                    Double.toString(y),
                    u < 8 ? "5" : "0",
                    on ? "1" : "0",
                    Double.toString(z),
                    "1",
                    "s" + u % 6
                });
            }
        }
        return all;
    }

    private static String csv(List<String[]> rows) {
        StringBuilder out = new StringBuilder(String.join(",", HEADER)).append('\n');
        rows.forEach(r -> out.append(String.join(",", r)).append('\n'));
        return out.toString();
    }

    /** The table with one cell (line of the file, from 2) changed. */
    private static String cell(int line, String column, String to) {
        List<String[]> all = rows();
        all.get(line - 2)[HEADER.indexOf(column)] = to;
        return csv(all);
    }

    private static String column(String column, UnaryOperator<String> to) {
        List<String[]> all = rows();
        int c = HEADER.indexOf(column);
        all.forEach(r -> r[c] = to.apply(r[c]));
        return csv(all);
    }

    /** Every period, and every start, in another notation. */
    private static String periods(UnaryOperator<String> to) {
        List<String[]> all = rows();
        all.forEach(r -> {
            r[1] = to.apply(r[1]);
            r[3] = r[3].equals("0") ? "0" : to.apply(r[3]);
        });
        return csv(all);
    }

    /** A table, a specification, and what must come of it: an exit status and words of the refusal, or a part of the answer. */
    private record Case(String what, String csv, String spec, int status, String says) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case refused(String what, String csv, String spec, int status, String says) {
        return new Case(what, csv, spec, status, says);
    }

    private static Case answered(String what, String csv, String spec, String says) {
        return new Case(what, csv, spec, 0, says);
    }

    static Stream<Case> cases() {
        String good = csv(rows());
        List<Case> all = new ArrayList<>();
        for (String design : List.of(
                "callaway-santanna",
                "sun-abraham",
                "imputation",
                "two-stage",
                "roth-santanna",
                "bacon",
                "etwfe-poisson",
                "one-place",
                "synthetic-did")) {
            all.add(refused(
                    "treatment that switches off, " + design,
                    cell(9, "d", "0"),
                    FLAG + "design: " + design + "\n",
                    4,
                    "unit u0 is treated from time 5 on but not at time 8 (line 9)"));
            all.add(refused(
                    "a row twice, " + design,
                    good + good.split("\n", -1)[11] + "\n",
                    START + "design: " + design + "\n",
                    3,
                    "table.csv lines 12, 162"));
            all.add(refused(
                    "a start after the last period, " + design,
                    column("start", s -> s.equals("5") ? "99" : "0"),
                    START + "design: " + design + "\n",
                    4,
                    "no unit is treated"));
        }
        for (String design : List.of("callaway-santanna", "sun-abraham", "imputation", "two-stage", "twfe")) {
            String spec = START + "design: " + design + "\n";
            all.add(answered("an infinite outcome, " + design, cell(7, "y", "Inf"), spec, "reason=not_finite"));
            all.add(answered("a missing outcome, " + design, cell(7, "y", "NaN"), spec, "reason=not_finite"));
            all.add(refused("text, " + design, cell(7, "y", "low"), spec, 3, "line 7: found 'low' in the column y"));
            all.add(refused("a negative weight, " + design, cell(7, "w", "-1"), spec + "weights: w\n", 3, "line 7"));
            all.add(refused("an infinite weight, " + design, cell(7, "w", "Inf"), spec + "weights: w\n", 3, "line 7"));
            all.add(refused(
                    "weights of zero, " + design,
                    column("w", w -> "0"),
                    spec + "weights: w\n",
                    4,
                    "no row has a weight"));
            all.add(refused(
                    "a missing cluster, " + design, cell(7, "state", ""), spec + "cluster: state\n", 3, "line 7"));
            all.add(answered("no variation, " + design, column("y", y -> "0"), spec, "do not vary"));
            all.add(refused(
                    "anticipation below zero, " + design, good, spec + "anticipation: -1\n", 3, "spec.yaml line 7"));
            all.add(refused("only a header, " + design, "unit,time,y,start\n", spec, 3, "no row below the header"));
            all.add(answered(
                    "the same covariate twice, " + design,
                    good.replace(",state\n", ",state,z2\n").replaceAll("(?m)^(u.*,)([^,]+)(,1,s\\d)$", "$1$2$3,$2"),
                    spec + "covariates: [z, z2]\n",
                    "what=z2, why=A combination of other columns; left out."));
        }
        for (String design : List.of("poisson", "etwfe-poisson")) {
            String spec = START + "design: " + design + "\n";
            all.add(refused("a negative count, " + design, cell(7, "y", "-3"), spec, 3, "line 7: found '-3'"));
            all.add(refused("nothing but zeros, " + design, column("y", y -> "0"), spec, 4, "all zero"));
        }
        for (String design : List.of("callaway-santanna", "sun-abraham", "imputation", "etwfe-poisson")) {
            all.add(refused(
                    "more anticipation than periods before, " + design,
                    good,
                    START + "anticipation: 4\ndesign: " + design + "\n",
                    4,
                    ""));
        }
        all.add(answered("months", periods(t -> "2020-0" + t), START + CS, "group=2020-05, time=2020-08"));
        all.add(answered("days of months", periods(t -> "2020-0" + t + "-15"), START + CS, "group=2020-05"));
        all.add(answered("last days of months", periods(t -> ends(t)), START + CS, "group=2020-05, time=2020-06"));
        all.add(answered("ends of years", periods(t -> "201" + t + "-12-31"), START + CS, "group=2015, time=2018"));
        all.add(answered("quarters", periods(t -> quarter(t)), START + CS, "group=2020Q1, time=2020Q4"));
        all.add(answered("month numbers over a new year", periods(t -> number(t)), START + CS, "group=202001"));
        all.add(answered("month numbers over a new year", periods(t -> number(t)), START + CS, "event_time=-4"));
        all.add(answered("days", periods(t -> "2020-01-0" + t), START + CS, "group=2020-01-05"));
        all.add(refused(
                "another form of date", periods(t -> t + "/15/2020"), START + CS, 3, "line 2: found '1/15/2020'"));
        all.add(refused(
                "a thirteenth month", periods(t -> "2020-" + (9 + Integer.parseInt(t))), START + CS, 3, "'2020-13'"));
        all.add(refused("a year among months", monthsWithYears(), START + CS, 3, "found '2020' in the column start"));
        all.add(refused("no period", cell(9, "time", ""), START + CS, 3, "line 9: found '' in the column time"));
        all.add(refused("no unit", cell(9, "unit", "NA"), START + CS, 3, "line 9: found 'NA' in the column unit"));
        all.add(refused("two starts", cell(9, "start", "6"), START + CS, 3, "lines 2, 9"));
        all.add(refused("an empty file", "", START + CS, 3, "no row at all"));
        all.add(answered("a byte order mark", "\ufeff" + good, START + CS, "kind=simple"));
        all.add(answered("semicolons", good.replace(',', ';'), START + CS, "kind=simple"));
        all.add(answered("tabs", good.replace(',', '\t'), START + CS, "kind=simple"));
        all.add(refused(
                "a decimal comma", good.replace(',', ';').replace('.', ','), START + CS, 3, "a number with a point"));
        all.add(refused("hexadecimal", cell(7, "y", "0x1p3"), START + CS, 3, "line 7: found '0x1p3'"));
        all.add(refused("a letter after a number", cell(7, "y", "12d"), START + CS, 3, "line 7: found '12d'"));
        all.add(refused("a short row", good + "u0,9\n", START + CS, 3, "row 162"));
        all.add(answered("yes and no", column("d", d -> d.equals("1") ? "TRUE" : "FALSE"), FLAG + CS, "kind=simple"));
        all.add(answered(
                "never in words", column("start", s -> s.equals("0") ? "never" : s), START + CS, "kind=simple"));
        all.add(answered("no start: never", column("start", s -> s.equals("0") ? "" : s), START + CS, "kind=simple"));
        all.add(answered("treatment unknown later on", cell(9, "d", ""), FLAG + CS, "kind=simple"));
        all.add(refused("treatment unknown where it may begin", cell(5, "d", ""), FLAG + CS, 4, "(line 5)"));
        all.add(refused(
                "a unit in two clusters", cell(9, "state", "s9"), START + CS + "cluster: state\n", 3, "lines 2, 9"));
        all.add(answered(
                "one cluster", column("state", s -> "a"), START + "design: twfe\ncluster: state\n", "se=null"));
        all.add(answered(
                "a start between periods", column("start", s -> s.equals("5") ? "4.5" : s), START + CS, "4.5"));
        all.add(answered(
                "gaps",
                csv(rows().stream().filter(r -> !(r[0] + r[1]).equals("u34")).toList()),
                START + CS,
                "{reason=unit_with_gaps, rows=7, first_line=26}"));
        all.add(answered(
                "treated from the first period", alwaysTreated(), START + CS, "reason=always_treated, rows=8"));
        all.add(refused(
                "one period",
                csv(rows().stream().filter(r -> r[1].equals("5")).toList()),
                START + "design: roth-santanna\n",
                4,
                "one period"));
        all.add(refused(
                "covariates that tell the groups apart",
                column("z", z -> z),
                START + CS + "covariates: [d]\nestimator: ipw\nwhere: time IN (4, 5)\n",
                4,
                ""));
        all.add(answered("a county's name", good.replace("state\n", "name\n"), START + CS, "kind=simple"));
        all.add(refused("a person's name", good.replace("state\n", "last_name\n"), START + CS, 3, "last_name"));
        return all.stream();
    }

    private static String ends(String t) {
        return java.time.YearMonth.of(2020, Integer.parseInt(t)).atEndOfMonth().toString();
    }

    private static String quarter(String t) {
        int k = Integer.parseInt(t) - 1;
        return 2019 + k / 4 + "Q" + (k % 4 + 1);
    }

    private static String number(String t) {
        int k = Integer.parseInt(t);
        return k < 5 ? "20190" + (k + 5) : "20200" + (k - 4);
    }

    private static String monthsWithYears() {
        List<String[]> all = rows();
        all.forEach(r -> {
            r[1] = "2020-0" + r[1];
            r[3] = r[3].equals("0") ? "" : "2020";
        });
        return csv(all);
    }

    private static String alwaysTreated() {
        List<String[]> all = rows();
        all.stream().filter(r -> r[0].equals("u0")).forEach(r -> r[3] = "1");
        return csv(all);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredOrRefused(Case c) throws IOException {
        Files.writeString(folder.resolve("table.csv"), c.csv(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("spec.yaml"), c.spec());
        int status;
        String said;
        try {
            said = Estimate.of(folder.resolve("spec.yaml"), Lang.EN, "test")
                    .tree()
                    .toString();
            status = 0;
        } catch (BadInput e) {
            status = 3;
            said = String.valueOf(e.getMessage());
        } catch (TooLittle | NotFound e) {
            status = 4;
            said = String.valueOf(e.getMessage());
        }
        assertEquals(c.status(), status, said);
        assertTrue(said.contains(c.says()), said);
    }

    /** Notation changes names of periods and nothing else. */
    @Test
    void theSameTableInOtherNotationGivesTheSameNumbers() throws IOException {
        double plain = simple(csv(rows()));
        for (UnaryOperator<String> to : List.<UnaryOperator<String>>of(
                t -> "2020-0" + t,
                t -> ends(t),
                t -> quarter(t),
                t -> number(t),
                t -> "201" + t + "-12-31",
                t -> "20200" + t + "15",
                t -> "2020-0" + t + "-01T00:00:00")) {
            assertEquals(plain, simple(periods(to)), 0);
        }
        assertEquals(plain, simple(csv(rows()).replace(',', ';')), 0);
    }

    private double simple(String csv) throws IOException {
        Files.writeString(folder.resolve("table.csv"), csv);
        Files.writeString(folder.resolve("spec.yaml"), START + CS);
        Map<String, Object> tree =
                Estimate.of(folder.resolve("spec.yaml"), Lang.EN, "test").tree();
        List<?> dynamic = (List<?>) tree.get("aggregates");
        assertTrue(
                dynamic.stream().anyMatch(a -> ((Map<?, ?>) a).get("event_time") instanceof Long e && e == -4),
                () -> "event times one apart: " + dynamic);
        return (Double) ((Map<?, ?>) dynamic.get(0)).get("estimate");
    }

    /** A refusal reads as a sentence in both languages. */
    @Test
    void refusalsAreInBothLanguages() throws IOException {
        Files.writeString(folder.resolve("table.csv"), cell(7, "y", "\"1,5\""));
        Files.writeString(folder.resolve("spec.yaml"), START + CS);
        try {
            Estimate.of(folder.resolve("spec.yaml"), Lang.ES, "test");
        } catch (BadInput e) {
            assertTrue(e.message(Lang.ES).contains("con punto"), e.message(Lang.ES));
            return;
        }
        throw new AssertionError("a decimal comma was read");
    }
}

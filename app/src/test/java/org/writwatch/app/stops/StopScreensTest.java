package org.writwatch.app.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.facts.phrase.Lang;

/** Several screens together, the specification curve, and stops around an agreement, on tables in which the truth is planted. */
class StopScreensTest {
    @TempDir
    Path folder;

    /** Evening stops of a year; the minority's odds change by {@code dark} after dark, its odds of a search by {@code search}. */
    private void stops(int n, double dark, double search, long seed) throws IOException {
        StringBuilder s = new StringBuilder("day,clock,group,district,searched,found\n");
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(365));
            int minute = 17 * 60 + random.nextInt(4 * 60);
            double dusk = 1170
                    + 90 * Math.sin((day.getDayOfYear() - 80) * 2 * Math.PI / 365)
                    + (day.isAfter(LocalDate.of(2015, 3, 7)) && day.isBefore(LocalDate.of(2015, 11, 1)) ? 30 : -30);
            double eta = -0.8 + (minute > dusk ? dark : 0);
            boolean minority = random.nextDouble() < 1 / (1 + Math.exp(-eta));
            int district = random.nextInt(3);
            boolean searched = random.nextDouble() < 1 / (1 + Math.exp(2.2 - 0.2 * district - (minority ? search : 0)));
            s.append(day).append(String.format(Locale.ROOT, ",%02d:%02d,", minute / 60, minute % 60));
            s.append(minority ? "hispanic," : "white,")
                    .append(district)
                    .append(',')
                    .append(searched)
                    .append(',');
            s.append(searched && random.nextInt(4) == 0).append('\n');
        }
        Files.writeString(folder.resolve("stops.csv"), s);
    }

    private static final String SPEC =
            "data: stops.csv\ncolumns: {date: day, time: clock, race: group, location: district, "
                    + "searched: searched, hit: found}\nminority: [hispanic]\nreference: white\n"
                    + "place: {county: \"37119\"}\n";

    private Map<String, Object> answer(String spec) throws IOException {
        return Stops.of(Files.writeString(folder.resolve("spec.yaml"), spec), Lang.EN, "test")
                .tree();
    }

    private static Map<?, ?> find(Map<String, Object> answer, String name, String location) {
        for (Object e : (List<?>) answer.get("estimates")) {
            Map<?, ?> one = (Map<?, ?>) e;
            String at = one.get("location") == null ? "" : (String) one.get("location");
            if (name.equals(one.get("name")) && location.equals(at)) {
                return one;
            }
        }
        throw new AssertionError(name + " " + location + " not in " + answer);
    }

    private static double number(Map<?, ?> of, String key) {
        return ((Number) of.get(key)).doubleValue();
    }

    @Test
    void theCurveHoldsTheHeadlineAndEveryOther() throws IOException {
        stops(6000, -0.9, 0, 4);
        Map<String, Object> answer = answer(SPEC + "test: specification-curve\nspline_df: 4\n");
        Map<?, ?> curve = (Map<?, ?>) ((Map<?, ?>) answer.get("diagnostics")).get("curve");
        assertEquals(36, number(curve, "specifications") + number(curve, "refused"));
        assertTrue(number(curve, "same_sign") > 0.95, curve.toString());
        Map<?, ?> headline = find(answer, "is_dark", "");
        assertEquals(true, headline.get("headline"));
        assertTrue(number(headline, "estimate") < -0.4, headline.toString());
        Map<String, Object> alone = answer(SPEC + "test: veil-of-darkness\nspline_df: 4\n");
        assertEquals(number(find(alone, "is_dark", ""), "estimate"), number(headline, "estimate"), 1e-12);
        StopsRun run = new StopsRun(folder);
        assertEquals(
                ExitCode.DONE,
                run.spec(SPEC + "test: specification-curve\nspline_df: 4\n", "--out", "curve"),
                run.err());
        assertTrue(
                Files.readString(folder.resolve("curve/specification-curve.svg"))
                        .contains("<svg"),
                "picture");
    }

    @Test
    void screensThatPointAreCountedAndFalseFlagsAreRare() throws IOException {
        stops(4000, -0.8, 1, 5);
        Map<String, Object> answer = answer(SPEC + "test: convergence\nbootstrap: {draws: 300}\n");
        assertEquals(true, find(answer, "veil_of_darkness", "").get("flagged"));
        assertEquals(true, find(answer, "search_rate", "").get("flagged"));
        for (String screen : List.of("veil_of_darkness", "search_rate", "hit_rate")) {
            double rate = number(find(answer, screen, ""), "false_flag_rate");
            assertTrue(rate < 0.06, screen + " " + rate);
        }
        Map<?, ?> rates = (Map<?, ?>) ((Map<?, ?>) answer.get("diagnostics")).get("false_flag_rate_of_at_least");
        assertTrue(number(rates, "1") > 0.03 && number(rates, "1") < 0.13, rates.toString());
        assertTrue(number(rates, "3") < 0.01, rates.toString());
        stops(4000, 0, 0, 6);
        Map<String, Object> nothing = answer(SPEC + "test: convergence\nbootstrap: {draws: 99}\n");
        assertTrue(number(find(nothing, "screens_flagged", ""), "estimate") <= 1, nothing.toString());
    }

    /** All six screens, a third more Hispanic drivers stopped than their share of exposure, and a chance that is never 0. */
    @Test
    void everyScreenCanJoinAndTheOnesOfOneTableHangTogether() throws IOException {
        stops(3000, -0.9, 1, 7);
        Path file = folder.resolve("stops.csv");
        List<String> lines = Files.readAllLines(file);
        StringBuilder s = new StringBuilder(lines.get(0)).append(",people\n");
        for (String line : lines.subList(1, lines.size())) {
            s.append(line).append(line.contains("hispanic") ? ",20000\n" : ",80000\n");
        }
        Files.writeString(file, s);
        String spec =
                SPEC + "test: convergence\noffset: people\nscreens: [veil_of_darkness, veil_around_clock_changes, "
                        + "search_rate, hit_rate, benchmark, threshold]\nspline_df: 2\nbootstrap: {draws: 99}\n";
        Map<String, Object> answer = answer(spec);
        for (String flagged : List.of("veil_of_darkness", "search_rate", "benchmark")) {
            assertEquals(true, find(answer, flagged, "").get("flagged"), flagged);
        }
        for (String screen : List.of("veil_around_clock_changes", "hit_rate", "threshold", "benchmark")) {
            assertTrue(number(find(answer, screen, ""), "false_flag_rate") < 0.12, screen + answer);
        }
        Map<?, ?> count = find(answer, "screens_flagged", "");
        assertEquals(6, count.get("of"));
        assertTrue(number(count, "p") >= 0.01, count.toString());
        StopsRun run = new StopsRun(folder);
        assertEquals(ExitCode.BAD_INPUT, run.spec(spec.replace("benchmark, threshold", "horoscope")));
        assertTrue(run.err().contains("horoscope"), run.err());
    }

    /** Twelve sheriffs; five sign in 2014 and search Hispanic drivers six points more often from then on. */
    @Test
    void anEffectAroundAnAgreementIsFound() throws IOException {
        StringBuilder s = new StringBuilder("day,group,agency,searched,found,why\n");
        StringBuilder dates = new StringBuilder("agency,start\n");
        Random random = new Random(8);
        for (int a = 0; a < 12; a++) {
            String agency = "Sheriff " + (char) ('A' + a);
            dates.append(agency).append(',').append(a < 5 ? "2014-01-15" : "").append('\n');
            double base = 0.05 + 0.02 * random.nextDouble();
            for (int year = 2011; year <= 2016; year++) {
                for (int i = 0; i < 900; i++) {
                    boolean minority = random.nextInt(3) == 0;
                    double p = base + (minority ? 0.01 + (a < 5 && year >= 2014 ? 0.06 : 0) : 0);
                    boolean searched = random.nextDouble() < p;
                    s.append(LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)));
                    s.append(minority ? ",hispanic," : ",white,")
                            .append(agency)
                            .append(',')
                            .append(searched);
                    s.append(',').append(searched && random.nextInt(4) == 0).append(',');
                    s.append(random.nextBoolean() ? "speed" : "checkpoint").append('\n');
                }
            }
        }
        Files.writeString(folder.resolve("stops.csv"), s);
        Files.writeString(folder.resolve("dates.csv"), dates);
        String spec =
                "data: stops.csv\ncolumns: {date: day, race: group, agency: agency, searched: searched, hit: found, "
                        + "purpose: why}\nminority: [hispanic]\nreference: white\ntest: around-agreement\nagreements: dates.csv\n";
        Map<String, Object> answer = answer(spec);
        Map<?, ?> gap = find(answer, "search_gap", "");
        assertEquals(0.06, number(gap, "estimate"), 0.025, gap.toString());
        assertTrue(number(gap, "p") < 0.01, gap.toString());
        Map<?, ?> share = find(answer, "minority_share", "");
        assertTrue(Math.abs(number(share, "estimate")) < 0.03, share.toString());
        assertTrue(number(share, "mde") > 0, share.toString());
        find(answer, "purpose: checkpoint", "");
        find(answer, "search_gap", "event time -2");
        StopsRun run = new StopsRun(folder);
        assertEquals(ExitCode.DONE, run.spec(spec, "--out", "around"), run.err());
        assertTrue(Files.readString(folder.resolve("around/search-gap.svg")).contains("<svg"), "picture");
        assertTrue(Files.exists(folder.resolve("around/search-gap.yaml")), "specification for estimate");
        // Too few finds in any quarter: that quantity is withheld, the others stand.
        assertEquals(ExitCode.DONE, run.spec(spec + "period: quarter\n", "--json"), run.err());
        assertTrue(run.out().contains("hit_gap") && run.out().contains("30 of each group"), run.out());
        Files.writeString(folder.resolve("dates.csv"), "agency,start\nSheriff Z,2014-01-15\n");
        assertEquals(ExitCode.NO_ANSWER, run.spec(spec));
    }
}

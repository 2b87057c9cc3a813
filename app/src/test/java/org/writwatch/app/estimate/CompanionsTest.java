package org.writwatch.app.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;

/** Other outcomes, negative controls and placebo dates stand beside the headline, and are what the same design says of them alone. */
class CompanionsTest {
    private static final String KEYS = "data: table.csv\nunit: unit\ntime: time\nfirst_treated: start\n";
    private static final List<String> DESIGNS = List.of(
            "callaway-santanna",
            "sun-abraham",
            "imputation",
            "two-stage",
            "roth-santanna",
            "twfe",
            "bacon",
            "etwfe-poisson");

    @TempDir
    Path folder;

    /** Outcomes: y moves by 3 under treatment, y2 moves with y's errors and not by treatment, y3 is noise, n moves by 3 like y. */
    private void table(int treated, boolean months) throws IOException {
        Random random = new Random(5);
        StringBuilder s = new StringBuilder("unit,time,start,y,y2,y3,n\n");
        for (int u = 0; u < treated + 24; u++) {
            for (int t = 1; t <= 8; t++) {
                double e = random.nextGaussian();
                double on = u < treated && t >= 6 ? 3 : 0;
                String period = months ? "2021-0" + t : Integer.toString(t);
                s.append("u" + u + "," + period + "," + (u < treated ? months ? "2021-06" : "6" : "") + ",")
                        .append(20 + e + on)
                        .append(',')
                        .append(20 + 0.9 * e + 0.1 * random.nextGaussian())
                        .append(',')
                        .append(20 + random.nextGaussian())
                        .append(',')
                        .append(20 + random.nextGaussian() + on)
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("table.csv"), s);
    }

    private Map<String, Object> diagnostics(String spec) throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), spec);
        return map(
                Estimate.of(folder.resolve("spec.yaml"), Lang.EN, "test").tree().get("diagnostics"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return (Map<String, Object>) o;
    }

    private static double number(Object row, String key) {
        return ((Number) map(row).get(key)).doubleValue();
    }

    @Test
    void otherOutcomesAreWhatTheDesignSaysOfThemAlone() throws IOException {
        table(8, false);
        for (String design : DESIGNS) {
            String spec = KEYS + "design: " + design + "\naggregate: [simple]\nbands: pointwise\n";
            Map<String, Object> d = diagnostics(spec + "outcome: y\nnegative_controls: [y2, y3]\n");
            for (Object row : (List<?>) d.get("negative_controls")) {
                String outcome = String.valueOf(map(row).get("outcome"));
                Files.writeString(folder.resolve("spec.yaml"), spec + "outcome: " + outcome + "\n");
                Map<String, Object> alone = Estimate.of(folder.resolve("spec.yaml"), Lang.EN, "test")
                        .tree();
                assertTrue(
                        (alone.get("effects") + "" + alone.get("aggregates"))
                                .contains("estimate=" + map(row).get("estimate")),
                        design + " " + row);
            }
        }
    }

    @Test
    void pValuesAreAdjustedForHowManyOutcomesThereAre() throws IOException {
        table(8, false);
        for (String design : List.of("imputation", "twfe")) {
            List<?> rows = (List<?>) diagnostics(KEYS + "design: " + design + "\naggregate: [simple]\noutcome: y\n"
                            + "other_outcomes: [y2, y3]\nbootstrap: {draws: 100}\n")
                    .get("outcomes");
            assertEquals(3, rows.size());
            double y = number(rows.get(0), "p");
            double y2 = number(rows.get(1), "p");
            assertTrue(y < 0.01 && y2 > 0.05, design + " " + rows);
            assertEquals(3 * y, number(rows.get(0), "holm"), 1e-12);
            assertEquals(3 * y, number(rows.get(0), "benjamini_hochberg"), 1e-12);
            assertEquals(1 / 101.0, number(rows.get(0), "romano_wolf"), 1e-12, design);
            assertTrue(number(rows.get(1), "romano_wolf") > 0.05, design + " " + rows);
        }
    }

    @Test
    void onePlaceIsRankedTogetherOnAllOutcomes() throws IOException {
        table(1, true);
        for (String design : List.of("one-place", "synthetic-control", "synthetic-did")) {
            List<?> rows = (List<?>) diagnostics(KEYS + "outcome: y\nother_outcomes: [y3]\ndesign: " + design + "\n")
                    .get("outcomes");
            assertEquals(1 / 25.0, number(rows.get(0), "p"), 1e-12, design);
            assertEquals(2 / 25.0, number(rows.get(0), "holm"), 1e-12, design);
            double together = number(rows.get(0), "romano_wolf");
            assertTrue(1 / 25.0 <= together && together <= 3 / 25.0, design + " " + rows);
        }
    }

    @Test
    void aNegativeControlThatMovesIsSaid() throws IOException {
        table(8, false);
        Map<String, Object> d = diagnostics(
                KEYS + "outcome: y\ndesign: callaway-santanna\nnegative_controls: [n, y3]\naggregate: [simple]\n");
        assertTrue(number(((List<?>) d.get("negative_controls")).get(0), "p") < 0.01);
        assertTrue(String.valueOf(d.get("negative_controls_note")).contains("cannot have moved n,"), d.toString());
        assertFalse(diagnostics(KEYS + "outcome: y\ndesign: imputation\nnegative_controls: [y3]\n")
                .containsKey("negative_controls_note"));
    }

    /** The same as taking the rows before the start and moving the start by hand. */
    @Test
    void aPlaceboDateIsTheDesignOnTheRowsBeforeTheStart() throws IOException {
        for (boolean months : new boolean[] {false, true}) {
            table(8, months);
            String csv = Files.readString(folder.resolve("table.csv"));
            for (String design : months ? DESIGNS.subList(0, 1) : DESIGNS.subList(0, 6)) {
                String spec = KEYS + "outcome: y\naggregate: [simple]\ndesign: " + design + "\n";
                List<?> rows =
                        (List<?>) diagnostics(spec + "placebo_dates: [2, 9]\n").get("placebo_dates");
                assertEquals(1, rows.size(), "nine periods before the start there is nothing");
                assertEquals(months ? "2021-04" : 4L, map(rows.get(0)).get("start"));
                String early = months
                        ? csv.replaceAll("(?m)^u\\d+,2021-0[678].*\\n", "").replace(",2021-06,", ",2021-04,")
                        : csv.replaceAll("(?m)^u\\d+,[678],.*\\n", "").replaceAll("(?m)^(u\\d+,\\d),6,", "$1,4,");
                Files.writeString(folder.resolve("table.csv"), early);
                Files.writeString(folder.resolve("spec.yaml"), spec);
                Map<String, Object> byHand = Estimate.of(folder.resolve("spec.yaml"), Lang.EN, "test")
                        .tree();
                assertTrue(
                        (byHand.get("effects") + "" + byHand.get("aggregates"))
                                .contains("estimate=" + map(rows.get(0)).get("estimate")),
                        design + " " + rows);
                Files.writeString(folder.resolve("table.csv"), csv);
            }
        }
    }
}

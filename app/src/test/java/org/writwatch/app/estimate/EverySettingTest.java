package org.writwatch.app.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.facts.problem.TooLittle;

/** Every design under every key: an answer whose absent numbers have their reasons, or a refusal; a key is used, or said not to be. */
class EverySettingTest {
    private static final List<String> KEYS = List.of(
            "covariates: [x2]",
            "estimator: reg",
            "control_group: notyettreated",
            "base_period: varying",
            "anticipation: 1",
            "panel: repeated-cross-section",
            "weights: w",
            "offset: pop",
            "standard_errors: iid",
            "standard_errors: none",
            "cluster: state",
            "cluster: [unit, state]",
            "cluster: [state, region]",
            "event_window: [-2, 2]",
            "balance_event_time: 1",
            "reference_cohort: 7",
            "horizons: [0, 1]",
            "pretrends: [-2]",
            "bands: pointwise",
            "bootstrap: {draws: 199, kind: multiplier}",
            "bootstrap: {draws: 199, kind: wild-cluster}",
            "bootstrap: {draws: 199, kind: jackknife}",
            "bootstrap: {draws: 199, kind: placebo}",
            "sensitivity: {mbar: [1]}",
            "fixed_effects: [state, time]",
            "aggregate: [group]",
            "confidence: 0.9");

    /** Keys that may leave an answer as it was: what they choose among does not exist there. */
    private static final List<String> MAY_CHANGE_NOTHING =
            List.of("bands: pointwise", "confidence: 0.9", "aggregate: [group]", "panel: repeated-cross-section");

    @TempDir
    Path folder;

    @Test
    void anAnswerExplainsWhatItLacks() throws IOException {
        for (boolean gaps : new boolean[] {false, true}) {
            Files.writeString(folder.resolve("table.csv"), SimulatedPanel.csv(gaps));
            for (Specification.Design design : Specification.Design.values()) {
                if (design == Specification.Design.HONEST) {
                    continue;
                }
                String base = base(design);
                String plain = answer(base, design.word());
                for (String key : gaps ? KEYS.subList(0, 9) : KEYS) {
                    String with = answer(base + key + "\n", design.word() + " " + key);
                    boolean noErrors = design == Specification.Design.BACON && key.startsWith("standard_errors");
                    if (!MAY_CHANGE_NOTHING.contains(key) && !noErrors && !plain.startsWith("refused")) {
                        assertNotEquals(plain, with, design.word() + " passes over " + key + " in silence");
                    }
                }
            }
        }
    }

    @Test
    void aTreatmentColumnSaysWhenItBegan() throws IOException {
        Files.writeString(folder.resolve("table.csv"), SimulatedPanel.csv(false));
        for (String design : List.of("callaway-santanna", "sun-abraham", "imputation", "two-stage", "roth-santanna")) {
            String by = "data: table.csv\nunit: unit\ntime: time\noutcome: y\ndesign: " + design
                    + "\nwhere: g <> 1 AND g <> 20\n";
            assertEquals(numbers(by + "first_treated: g\n"), numbers(by + "treated: d\n"), design);
        }
    }

    @Test
    void countiesWithinStatesAreClustersOfStates() throws IOException {
        Files.writeString(folder.resolve("table.csv"), SimulatedPanel.csv(false));
        for (String design : List.of("callaway-santanna", "imputation", "two-stage")) {
            String base = SimulatedPanel.KEYS + "outcome: y\nwhere: g <> 1\ndesign: " + design + "\n";
            assertEquals(numbers(base + "cluster: state\n"), numbers(base + "cluster: [unit, state]\n"), design);
        }
    }

    @Test
    void reactionsBeforeTheStartAreKeptOutOfTheModel() throws IOException {
        String csv = SimulatedPanel.csv(false);
        StringBuilder early = new StringBuilder();
        for (String line : csv.split("\n", -1)) {
            String[] c = line.split(",", -1);
            if (c.length > 3 && !c[0].equals("unit") && Integer.parseInt(c[1]) == Integer.parseInt(c[2]) - 1) {
                c[3] = Double.toString(Double.parseDouble(c[3]) + 50);
            }
            early.append(String.join(",", c)).append('\n');
        }
        for (String design : List.of("imputation", "two-stage")) {
            String spec = SimulatedPanel.KEYS
                    + "outcome: y\nwhere: g <> 1\naggregate: [simple]\nanticipation: 1\ndesign: " + design + "\n";
            Files.writeString(folder.resolve("table.csv"), csv);
            String before = numbers(spec);
            Files.writeString(folder.resolve("table.csv"), early.toString());
            assertEquals(before, numbers(spec), design + " learns from the period of anticipation");
            assertNotEquals(before, numbers(spec.replace("anticipation: 1\n", "")));
        }
    }

    @Test
    void aDonorLostAfterTheStartIsCountedAgainstTheFinding() throws IOException {
        String csv = SimulatedPanel.csv(false);
        Files.writeString(folder.resolve("table.csv"), csv);
        String spec = SimulatedPanel.KEYS + "outcome: y\ndesign: one-place\ntreated_unit: 39\n";
        Map<?, ?> whole = placebo(spec);
        Files.writeString(folder.resolve("table.csv"), csv.replaceAll("(?m)^0,9,.*\n", ""));
        Map<?, ?> less = placebo(spec);
        int donors = ((Number) whole.get("donors")).intValue();
        assertEquals(donors - 1, ((Number) less.get("donors")).intValue());
        assertEquals(1, less.get("lost_donors"));
        double rank = ((Number) less.get("rank")).doubleValue();
        assertEquals((rank + 1) / (donors + 1), (Double) less.get("p_with_lost"), 1e-12);
        Files.writeString(folder.resolve("table.csv"), csv.replaceAll("(?m)^0,2,.*\n", ""));
        assertEquals(0, placebo(spec).get("lost_donors"), "incomplete before the start is no donor at all");
    }

    private Map<?, ?> placebo(String spec) throws IOException {
        return (Map<?, ?>) ((Map<?, ?>) tree(spec).get("diagnostics")).get("placebo");
    }

    private static String base(Specification.Design design) {
        String outcome =
                design == Specification.Design.POISSON || design == Specification.Design.ETWFE_POISSON ? "count" : "y";
        String rest = design.onePlace()
                ? "treated_unit: 39\n"
                : design == Specification.Design.DRDID ? "where: time IN (3, 5) AND g IN (0, 4)\n" : "where: g <> 1\n";
        return SimulatedPanel.KEYS + "outcome: " + outcome + "\ndesign: " + design.word() + "\n" + rest;
    }

    private String numbers(String spec) throws IOException {
        Map<String, Object> tree = tree(spec);
        return tree.get("effects") + "\n" + tree.get("aggregates");
    }

    private Map<String, Object> tree(String spec) throws IOException {
        Path file = folder.resolve("spec.yaml");
        Files.writeString(file, spec);
        return Estimate.of(file, Lang.EN, "test").tree();
    }

    /** The answer as text; what it lacks must be explained. */
    private String answer(String spec, String what) throws IOException {
        Map<String, Object> tree;
        try {
            tree = tree(spec);
        } catch (BadInput | TooLittle | NotFound e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank(), what);
            return "refused " + e.getMessage();
        }
        List<Object> all = new ArrayList<>((List<?>) tree.get("effects"));
        all.addAll((List<?>) tree.get("aggregates"));
        boolean explained = !((List<?>) tree.get("withheld")).isEmpty();
        for (Object o : all) {
            Map<?, ?> one = (Map<?, ?>) o;
            boolean absent = one.get("estimate") == null || (one.containsKey("se") && one.get("se") == null);
            assertTrue(!absent || explained, () -> what + ": " + one + " lacks a number without a reason");
            for (Object v : one.values()) {
                assertTrue(!(v instanceof Double d) || Double.isFinite(d), () -> what + ": " + one);
            }
        }
        return tree.get("effects") + "\n" + tree.get("aggregates") + tree.get("diagnostics") + tree.get("withheld");
    }
}

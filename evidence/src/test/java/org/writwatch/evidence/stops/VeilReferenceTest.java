package org.writwatch.evidence.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.stops.VeilOfDarkness;
import org.writwatch.evidence.stops.light.Sun;

/** Every veil-of-darkness fit of the reference files, which R's glm, splines and sandwich made. */
class VeilReferenceTest {
    private static final Spot HAMDEN = new Spot(41.3839, -72.9026, ZoneId.of("America/New_York"));
    private static final Spot MINNEAPOLIS = new Spot(44.9778, -93.2650, ZoneId.of("America/Chicago"));
    private static final Spot PROVIDENCE = new Spot(41.8240, -71.4128, ZoneId.of("America/New_York"));

    private final Map<String, StopTable> tables = new java.util.HashMap<>();

    @Test
    void everyFitBetweenTwilights() {
        Set<String> compared = new TreeSet<>();
        for (Map<String, String> row : SharedStops.rows("expected/vod_public.csv")) {
            compare(row, false, 0);
            compared.add(row.get("id"));
        }
        assertEquals(15, compared.size(), compared.toString());
    }

    @Test
    void everyFitAroundClockChanges() {
        int compared = 0;
        for (Map<String, String> row : SharedStops.rows("expected/vod_dst_public.csv")) {
            compare(row, true, Integer.parseInt(row.get("id").replaceAll(".*_df", "")));
            compared++;
        }
        assertEquals(10, compared);
    }

    private void compare(Map<String, String> reference, boolean clockChange, int df) {
        String id = reference.get("id");
        String formula = reference.get("formula");
        StopTable table = table(id);
        List<String> effects = new java.util.ArrayList<>();
        for (String effect : List.of("precinct", "neighborhood", "district", "year")) {
            if (formula.contains("factor(" + effect + ")") && !(clockChange && effect.equals("year"))) {
                effects.add(effect);
            }
        }
        int columns = df > 0 ? df : formula.contains("df = 3") ? 3 : 6;
        VeilDesign.Settings settings = new VeilDesign.Settings(
                List.of(reference
                        .get("minority")
                        .replace("east_african", "East African")
                        .split("\\+")),
                reference.get("reference"),
                java.util.Optional.of(spot(id)),
                java.util.Optional.empty(),
                Sun.ACCURATE,
                clockChange,
                30,
                columns,
                effects,
                "");
        IntPredicate where = row -> true;
        if (id.startsWith("MPL")) {
            where = row -> table.column("problem").text(row).equals("traffic");
        } else if (id.equals("HAM5")) {
            // The reference does not name this filter; violations stopped by general patrol are the rows that fit it.
            where = row -> table.column("reason_code").text(row).equals("V")
                    && table.column("technique").text(row).equals("G");
        } else if (id.equals("RI5")) {
            where = row -> table.column("violation").text(row).equals("Speeding");
        }
        int[] rows = Arrays.stream(VeilDesign.all(table)).filter(where).toArray();
        VeilDesign.Sample sample = VeilDesign.of(table, rows, settings);
        VeilOfDarkness fit = VeilOfDarkness.fit(sample.rows());
        assertEquals(reference.get("n"), Integer.toString(fit.rows()), id);
        assertEquals(reference.get("n_minority"), Long.toString(fit.minority()), id);
        assertEquals(reference.get("n_dark"), Long.toString(fit.dark()), id);
        near(reference, "coef", fit.coefficient(), 1e-6);
        near(reference, "se_model", fit.modelError(), 1e-6);
        near(reference, "deviance", fit.deviance(), 1e-9);
        near(reference, "null_deviance", fit.nullDeviance(), 1e-9);
        near(reference, "se_HC0", fit.hc0(), 1e-6);
        near(reference, "se_HC1", fit.hc1(), 1e-6);
        near(reference, "grogger_ridgeway_K", Math.exp(-fit.coefficient()), 1e-6);
        int clusters = 0;
        for (String by : List.of("officer_id", "date", "precinct", "neighborhood", "district")) {
            String text = reference.get("se_cl_" + by);
            if (text != null && !text.isEmpty()) {
                int[] cluster = VeilDesign.factor(table, by, sample.source());
                near(reference, "se_cl_" + by, fit.clusterError(cluster), 1e-5);
                assertEquals(reference.get("G_" + by), Integer.toString(VeilOfDarkness.clusters(cluster)), id + by);
                clusters++;
            }
        }
        assertTrue(clusters > 0, id);
    }

    private static void near(Map<String, String> reference, String column, double ours, double relative) {
        double theirs = Double.parseDouble(reference.get(column));
        assertEquals(theirs, ours, relative * Math.abs(theirs), reference.get("id") + " " + column);
    }

    private static Spot spot(String id) {
        return id.startsWith("HAM") ? HAMDEN : id.startsWith("MPL") ? MINNEAPOLIS : PROVIDENCE;
    }

    private StopTable table(String id) {
        return tables.computeIfAbsent(id.substring(0, 2), k -> switch (k) {
            case "HA" ->
                StopTable.read(
                        SharedStops.file("ct_hamden_2013_2014.csv"),
                        Map.of("date", "date", "time", "time", "race", "race"),
                        List.of("officer_id", "reason_code", "technique"),
                        Map.of());
            case "MP" ->
                StopTable.read(
                        SharedStops.file("mn_minneapolis_2017.csv"),
                        Map.of("date", "date", "time", "time", "race", "race"),
                        List.of("problem", "precinct", "neighborhood"),
                        Map.of());
            default ->
                StopTable.read(
                        SharedStops.file("ri_state_patrol_2005_2008_sample.csv"),
                        Map.of("date", "stop_date", "time", "stop_time", "race", "driver_race"),
                        List.of("district", "violation"),
                        Map.of());
        });
    }
}

package org.writwatch.app.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.facts.phrase.Lang;

/** Specifications as people write them, against the reference results made with R. Skipped when the records are not on this machine. */
class StopsReferenceTest {
    @TempDir
    Path folder;

    private final Map<String, Map<String, Object>> answers = new HashMap<>();

    static Path shared(String name) {
        Path file = Path.of(System.getProperty("writwatch.shared", "../shared"), "data", "stops", name)
                .toAbsolutePath();
        if (!Files.exists(file)) {
            System.out.println("skipped: the stop records are not on this machine (" + name + ")");
        }
        Assumptions.assumeTrue(Files.exists(file), "stop records");
        return file;
    }

    static List<Map<String, String>> rows(String name) {
        List<Map<String, String>> all = new ArrayList<>();
        CsvFile.read(shared(name), List.of(), row -> {
            Map<String, String> one = new LinkedHashMap<>();
            row.header().keySet().forEach(h -> one.put(h, row.text(h)));
            all.add(one);
        });
        return all;
    }

    private Map<String, Object> answer(String spec) {
        return answers.computeIfAbsent(spec, s -> {
            try {
                Path file = Files.writeString(folder.resolve("spec.yaml"), s);
                return Stops.of(file, Lang.EN, "test").tree();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Map<?, ?> find(Map<String, Object> answer, String name, String group) {
        for (Object e : (List<?>) answer.get("estimates")) {
            Map<?, ?> one = (Map<?, ?>) e;
            if (name.equals(one.get("name")) && (group.isEmpty() || group.equals(one.get("group")))) {
                return one;
            }
        }
        return null;
    }

    private static void near(String text, Object ours, double relative, String what) {
        if (text == null || text.isEmpty()) {
            return;
        }
        double theirs = Double.parseDouble(text);
        double mine = ((Number) ours).doubleValue();
        assertEquals(theirs, mine, relative * Math.max(1e-300, Math.abs(theirs)), what);
    }

    private static double se(Map<?, ?> estimate, String kind) {
        return ((Number) ((Map<?, ?>) estimate.get("se")).get(kind)).doubleValue();
    }

    @Test
    void everyOutcomeNumber() {
        int compared = 0;
        for (Map<String, String> row : rows("expected/outcome_public.csv")) {
            String state = row.get("id").substring(row.get("id").length() - 2);
            Map<String, Object> answer = answer("data: "
                    + shared("opp2017_threshold_public_states.csv")
                    + "\ncolumns: {race: race, location: location, stops: num_stops, searched: num_searches, hit: num_hits}"
                    + "\nwhere: \"state = '" + state
                    + "'\"\ntest: outcome\nminority: [black, hispanic]\nreference: white\n");
            String what = row.get("id") + " " + row.get("test") + " " + row.get("quantity");
            String name = row.get("test").replace("_clusterSE_location_HC1", "");
            boolean clustered = !name.equals(row.get("test"));
            boolean byRace = List.of("black", "hispanic", "white").contains(row.get("quantity"));
            Map<?, ?> ours = find(answer, name, byRace ? row.get("quantity") : "");
            assertNotNull(ours, what);
            near(row.get("value"), ours.get("estimate"), 1e-7, what);
            if (!row.get("se").isEmpty()) {
                near(row.get("se"), se(ours, clustered ? "cluster:location" : "model"), 1e-7, what + " se");
            }
            if (!row.get("p").isEmpty() && Double.parseDouble(row.get("p")) > 1e-300) {
                // R stops its steps at 1e-8, so tails of 1e-156 agree in their logarithm.
                double p = ((Number) ours.get("p")).doubleValue();
                assertEquals(
                        Math.log(Double.parseDouble(row.get("p"))),
                        Math.log(p),
                        1e-7 * Math.max(1, Math.abs(Math.log(p))),
                        what);
            }
            compared++;
        }
        assertEquals(145, compared);
    }

    @Test
    void everyBenchmarkNumber() throws IOException {
        int compared = 0;
        for (Map<String, String> row : rows("expected/benchmark_public.csv")) {
            String id = row.get("id");
            String quantity = row.get("quantity");
            String what = id + " " + row.get("spec") + " " + quantity;
            Map<String, Object> answer = answer(specOf(id));
            double tolerance = id.equals("NYC5") ? 1e-4 : 1e-6;
            if (quantity.equals("dispersion") || quantity.equals("theta")) {
                near(row.get("value"), ((Map<?, ?>) answer.get("diagnostics")).get(quantity), tolerance, what);
                if (quantity.equals("theta")) {
                    near(row.get("se"), ((Map<?, ?>) answer.get("diagnostics")).get("theta_se"), tolerance, what);
                }
                compared++;
                continue;
            }
            String group = quantity.replace("factor(eth)", "").replaceAll("^race", "");
            boolean intercept = quantity.equals("(Intercept)");
            Map<?, ?> ours = intercept
                    ? find(answer, quantity, "")
                    : find(
                            answer,
                            id.startsWith("NYC") || id.startsWith("CTY") || id.equals("MPLB1")
                                    ? family(id)
                                    : "logit_search",
                            group);
            assertNotNull(ours, what + " " + answer);
            near(row.get("value"), ours.get("estimate"), tolerance, what);
            boolean clustered = row.get("spec").contains("cluster");
            String kind = !clustered
                    ? "model"
                    : ((Map<?, ?>) ours.get("se"))
                            .keySet().stream()
                                    .map(String::valueOf)
                                    .filter(k -> k.startsWith("cluster:"))
                                    .findFirst()
                                    .orElseThrow();
            near(row.get("se"), se(ours, kind), tolerance, what + " se");
            compared++;
        }
        assertEquals(87, compared);
    }

    private static String family(String id) {
        return id.equals("NYC3") ? "quasipoisson" : id.equals("NYC5") ? "negative-binomial" : "poisson";
    }

    private String specOf(String id) throws IOException {
        if (id.startsWith("NYC")) {
            return "data: " + shared("nyc_stop_frisk_1998_1999_noised.csv")
                    + "\ncolumns: {race: eth, location: precinct, stops: stops}\noffset: past.arrests\ntest: benchmark"
                    + "\nreference: \"1\"\nminority: [\"2\", \"3\"]\nfamily: " + family(id)
                    + (id.equals("NYC1") ? "\n" : "\neffects: [location]\ncluster: [location]\n");
        }
        if (id.startsWith("CTY")) {
            return "data: " + shared("opp2017_county_rates_public.csv")
                    + "\ncolumns: {race: race, location: county_fips, stops: stops_for_rate}\noffset: population"
                    + "\ntest: benchmark\nreference: white\nminority: [black, hispanic]\neffects: [location]\ncluster: [location]"
                    + "\nwhere: \"county_fips LIKE '" + id.substring(3) + "%' AND stops_for_rate IS NOT NULL\"\n";
        }
        if (id.equals("MPLB1")) {
            return "data: " + minneapolisPopulation()
                    + "\ncolumns: {race: race, location: neighborhood, stops: stops}\noffset: population\ntest: benchmark"
                    + "\nreference: White\nminority: [Black]\neffects: [location]\ncluster: [location]\n";
        }
        if (id.equals("MPLS1")) {
            return "data: " + shared("mn_minneapolis_2017.csv")
                    + "\ncolumns: {race: race, location: precinct, purpose: problem, searched: vehicle_search}"
                    + "\ntest: search-rate\nreference: White\nminority: [Black, East African, Latino, Native American]"
                    + "\neffects: [location, purpose]\ncluster: [neighborhood]\n";
        }
        return "data: " + shared("ri_state_patrol_2005_2008_sample.csv")
                + "\ncolumns: {race: driver_race, location: district, searched: search_conducted}"
                + "\ntest: search-rate\nreference: White\neffects: [location]\n";
    }

    /** Traffic stops by neighbourhood and race beside the population times its share. */
    private Path minneapolisPopulation() throws IOException {
        Map<String, int[]> stops = new HashMap<>();
        for (Map<String, String> row : rows("mn_minneapolis_2017.csv")) {
            if (row.get("problem").equals("traffic")) {
                int[] n = stops.computeIfAbsent(row.get("neighborhood"), k -> new int[2]);
                n[0] += row.get("race").equals("White") ? 1 : 0;
                n[1] += row.get("race").equals("Black") ? 1 : 0;
            }
        }
        StringBuilder csv = new StringBuilder("neighborhood,race,stops,population\n");
        for (Map<String, String> row : rows("mn_minneapolis_neighborhood_demographics.csv")) {
            int[] n = stops.getOrDefault(row.get("neighborhood"), new int[2]);
            double population = Double.parseDouble(row.get("population"));
            for (int g = 0; g < 2; g++) {
                csv.append('"').append(row.get("neighborhood")).append('"');
                csv.append(',')
                        .append(g == 0 ? "White" : "Black")
                        .append(',')
                        .append(n[g])
                        .append(',');
                csv.append(population * Double.parseDouble(row.get(g == 0 ? "white" : "black")))
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("minneapolis.csv"), csv);
    }

    @Test
    void veilOfDarknessBySpecification() {
        Map<String, Object> answer = answer("data: "
                + shared("ri_state_patrol_2005_2008_sample.csv")
                + "\ncolumns: {date: stop_date, time: stop_time, race: driver_race, location: district, purpose: violation}"
                + "\nrecode: {race: {Hispanic: hispanic, White: white}}\nwhere: \"violation = 'Speeding'\""
                + "\ntest: veil-of-darkness\nminority: [hispanic, Black]\nreference: white"
                + "\nplace: {latitude: 41.8240, longitude: -71.4128, zone: America/New_York}\neffects: [location]"
                + "\nstandard_errors: [model, hc0, hc1, cluster]\ncluster: [date, location]\n");
        Map<String, String> reference = rows("expected/vod_public.csv").stream()
                .filter(r -> r.get("id").equals("RI5"))
                .findFirst()
                .orElseThrow();
        Map<?, ?> ours = find(answer, "is_dark", "");
        near(reference.get("coef"), ours.get("estimate"), 1e-6, "RI5");
        near(reference.get("se_model"), se(ours, "model"), 1e-6, "RI5 model");
        near(reference.get("se_cl_date"), se(ours, "cluster:date"), 1e-5, "RI5 date");
        Map<?, ?> counts = (Map<?, ?>) answer.get("counts");
        assertEquals(reference.get("n_dark"), counts.get("dark").toString());
        assertEquals(reference.get("n_minority"), counts.get("minority").toString());
        assertTrue(answer.get("caveats").toString().contains("few-clusters"), "six districts are few");
    }
}

package org.writwatch.app.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;

/** The table that turns each case of the reference results into a specification, and their comparison number by number. */
class ReferenceSpecificationsTest {
    private static final String MP = "unit: countyreal\ntime: year\noutcome: lemp\nfirst_treated: first_treat\n";
    private static final String CASTLE = "unit: sid\ntime: year\noutcome: l_homicide\nfirst_treated: g\n";
    private static final String JEL =
            "unit: county_code\ntime: year\noutcome: crude\nfirst_treated: g\nweights: set_wt\ncontrol_group: notyettreated\n";
    private static final String STAGG =
            "unit: id\ntime: year\noutcome: y\nfirst_treated: year_treated\ndesign: sun-abraham\n";
    private static final String NSW = "unit: id\ntime: year\noutcome: re\ntreated: experimental\ndesign: drdid\n"
            + "covariates: [age, educ, black, married, nodegree, hisp, re74]\nwhere: treated = 0 OR sample = 2\n";
    private static final String CS = "design: callaway-santanna\nbase_period: varying\n";

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void here() {
        String shared = System.getProperty("writwatch.shared", "../../shared");
        data = Path.of(shared, "data", "did");
        if (!Files.isDirectory(data)) {
            System.out.println(
                    "reference results are not on this machine: " + getClass().getSimpleName() + " is skipped");
        }
        assumeTrue(Files.isDirectory(data));
    }

    @Test
    void callawaySantAnna() throws IOException {
        Map<String, String> mp = new LinkedHashMap<>();
        for (String control : List.of("nev", "nyt")) {
            String c = MP + CS + "control_group: " + (control.equals("nev") ? "nevertreated" : "notyettreated") + "\n";
            mp.put("mp_" + control + "_nocov", c);
            for (String m : List.of("dr", "ipw", "reg")) {
                mp.put("mp_" + control + "_lpop_" + m, c + "covariates: [lpop]\nestimator: " + m + "\n");
            }
        }
        mp.put("mp_nev_lpop_dr_again", mp.get("mp_nev_lpop_dr"));
        mp.put("mp_nev_nocov_univ", MP + "design: callaway-santanna\n");
        mp.put("mp_nev_lpop_dr_univ", MP + "design: callaway-santanna\ncovariates: [lpop]\n");
        mp.put("mp_nev_nocov_anticip1", MP + CS + "anticipation: 1\n");
        mp.put("mp_rc_nev_lpop_dr", MP + CS + "covariates: [lpop]\npanel: repeated-cross-section\n");
        mp.put("mp_nev_lpop_dr_bal1", MP + CS + "covariates: [lpop]\nbalance_event_time: 1\n");
        check("cs_mpdta.csv", "mpdta.csv", mp, Set.of("mp_nev_nocov_boot20000"));
        Map<String, String> castle = new LinkedHashMap<>();
        castle.put("castle_nev", CASTLE + CS);
        castle.put("castle_nyt", CASTLE + CS + "control_group: notyettreated\n");
        castle.put(
                "castle_nyt_univ_w",
                CASTLE + "design: callaway-santanna\ncontrol_group: notyettreated\nweights: popwt\n");
        castle.put(
                "castle_nyt_reg_cov",
                CASTLE + CS + "control_group: notyettreated\nestimator: reg\ncovariates: [poverty, unemployrt]\n");
        check("cs_castle.csv", "castle.csv", castle, Set.of());
    }

    @Test
    void countyMortality() throws IOException {
        String cs = JEL + "design: callaway-santanna\n";
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("jel_2xT_w", cs + "estimator: reg\nwhere: g IN (0, 2014)\n");
        cases.put("jel_GxT_w", cs);
        cases.put("jel_GxT_w_dr", cs + "covariates: [perc_female, perc_white, perc_hispanic, unemp]\n");
        cases.put("jel_GxT_w_clstate", cs + "cluster: st\n");
        check("cs_county_mortality.csv", "county_mortality.csv", cases, Set.of());
    }

    @Test
    void fixest() throws IOException {
        Map<String, String> stagg = new LinkedHashMap<>();
        stagg.put("stagg_sunab", STAGG);
        stagg.put("stagg_sunab_iid", STAGG + "standard_errors: iid\n");
        stagg.put("stagg_sunab_x1", STAGG + "covariates: [x1]\n");
        Set<String> castle = Set.of(
                "castle_sunab_w",
                "castle_twfe",
                "castle_twfe_iid",
                "castle_twfe_hc1",
                "castle_twfe_w",
                "castle_twfe_es",
                "castle_pois",
                "castle_pois_es");
        check("fixest.csv", "base_stagg.csv", stagg, with(castle, "mp_sunab", "based_es", "jel_pois"));
        String twfe = CASTLE + "design: twfe\n";
        String counts =
                "unit: sid\ntime: year\noutcome: homicide_c\noffset: population\nfirst_treated: g\ndesign: poisson\n";
        Map<String, String> c = new LinkedHashMap<>();
        c.put("castle_sunab_w", CASTLE + "design: sun-abraham\nweights: popwt\n");
        c.put("castle_twfe", twfe + "treated: post\n");
        c.put("castle_twfe_iid", twfe + "treated: post\nstandard_errors: iid\n");
        c.put("castle_twfe_hc1", twfe + "treated: post\nstandard_errors: hc1\n");
        c.put("castle_twfe_w", twfe + "treated: post\nweights: popwt\n");
        c.put("castle_twfe_es", twfe);
        c.put("castle_pois", counts + "treated: post\n");
        c.put("castle_pois_es", counts);
        check("fixest.csv", "castle.csv", c, with(stagg.keySet(), "mp_sunab", "based_es", "jel_pois"));
        Set<String> rest = with(with(stagg.keySet(), castle.toArray(String[]::new)), "based_es");
        check("fixest.csv", "mpdta.csv", Map.of("mp_sunab", MP + "design: sun-abraham\n"), with(rest, "jel_pois"));
        String jel = "unit: county_code\ntime: year\noutcome: deaths\noffset: pop\nfirst_treated: g\ndesign: poisson\n"
                + "event_window: [-6, 100]\nbin_ends: true\ncluster: st\n";
        check("fixest.csv", "county_mortality.csv", Map.of("jel_pois", jel), with(rest, "mp_sunab"));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new java.util.HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void imputationAndItsKin() throws IOException {
        String bjs = "design: imputation\n";
        Map<String, String> c = new LinkedHashMap<>();
        c.put("castle_bjs", CASTLE + bjs);
        c.put("castle_bjs_h", CASTLE + bjs);
        c.put("castle_bjs_cov", CASTLE + bjs + "covariates: [poverty]\n");
        check("bjs_imputation.csv", "castle.csv", c, Set.of("mp_bjs", "mp_bjs_h", "castle_bjs_w"));
        check(
                "bjs_imputation.csv",
                "mpdta.csv",
                Map.of("mp_bjs", MP + bjs, "mp_bjs_h", MP + bjs),
                with(c.keySet(), "castle_bjs_w"));
        String did2s = "design: two-stage\n";
        check(
                "did2s.csv",
                "castle.csv",
                Map.of("castle_did2s", CASTLE + did2s, "castle_did2s_es", CASTLE + did2s),
                Set.of("mp_did2s", "mp_did2s_es"));
        check(
                "did2s.csv",
                "mpdta.csv",
                Map.of("mp_did2s", MP + did2s, "mp_did2s_es", MP + did2s),
                Set.of("castle_did2s", "castle_did2s_es"));
        check(
                "staggered.csv",
                "mpdta.csv",
                Map.of("mp_staggered", MP + "design: roth-santanna\n"),
                Set.of("mp_staggered_cs"));
        String bacon = "unit: sid\ntime: year\noutcome: l_homicide\ntreated: post\ndesign: bacon\n";
        check(
                "bacon.csv",
                "castle.csv",
                Map.of("castle_bacon", bacon, "castle_bacon_binary", bacon),
                Set.of("mp_bacon"));
        check(
                "bacon.csv",
                "mpdta.csv",
                Map.of("mp_bacon", MP + "design: bacon\n"),
                Set.of("castle_bacon", "castle_bacon_binary"));
    }

    @Test
    void drdid() throws IOException {
        Map<String, String> words =
                Map.of("drimp", "improved", "trad", "traditional", "or", "reg", "stdipw", "ipw", "ipw", "ipw-raw");
        Map<String, String> cases = new LinkedHashMap<>();
        words.forEach((name, word) -> {
            cases.put("nsw_" + name + "_panel", NSW + "estimator: " + word + "\n");
            cases.put("nsw_" + name + "_rc", NSW + "panel: repeated-cross-section\nestimator: " + word + "\n");
        });
        check("drdid_nsw.csv", "nsw_long.csv", cases, Set.of());
    }

    @Test
    void oneTreatedPlace() throws IOException {
        String prop = "unit: State\ntime: Year\noutcome: PacksPerCapita\ntreated: treated\n";
        Map<String, Object> sdid =
                run("california_prop99.csv", prop + "design: synthetic-did\nbootstrap: {kind: placebo}\n");
        Map<String, Object> sc =
                run("california_prop99.csv", prop + "design: synthetic-control\nbootstrap: {kind: placebo}\n");
        Map<String, Object> did = run("california_prop99.csv", prop + "design: one-place\n");
        int compared = 0;
        for (Map<String, String> row : expected("synthdid.csv")) {
            String q = row.get("quantity");
            Map<String, Object> tree = q.startsWith("sdid") ? sdid : q.startsWith("sc") ? sc : did;
            if (!row.get("case").equals("prop99")) {
                continue;
            }
            String rest = q.substring(q.indexOf('_') + 1);
            Object got = switch (rest) {
                case "tau" -> number(tree, "effects", "estimate", "kind", "att");
                case "placebo_se_exact", "placebo_se_published_style" -> diagnostic(tree, "placebo", "sd");
                case "placebo_p" -> diagnostic(tree, "placebo", "p");
                case "omega" -> number(tree, "effects", "estimate", "kind", "weight", "unit", row.get("k1"));
                case "lambda" -> number(tree, "effects", "estimate", "kind", "weight", "time", row.get("k1"));
                default -> number(tree, "effects", "estimate", "kind", "placebo", "unit", row.get("k1"));
            };
            close(q + " " + row.get("k1"), row, (Double) got);
            compared++;
        }
        System.out.println("synthdid.csv: " + compared + " numbers within tolerance");
        Map<String, Map<String, Object>> florida = new LinkedHashMap<>();
        for (Map<String, String> row : expected("one_treated_unit.csv")) {
            String q = row.get("quantity");
            String outcome = q.substring(0, q.indexOf('_', 2));
            String spec = "unit: state\ntime: year\noutcome: " + outcome
                    + "\nfirst_treated: g\ntreated_unit: Florida\ndesign: one-place\noffset: population\n";
            if (!florida.containsKey(outcome)) {
                florida.put(outcome, run("castle.csv", spec));
            }
            Map<String, Object> tree = florida.get(outcome);
            Object got = switch (q.substring(outcome.length() + 1)) {
                case "att" -> number(tree, "effects", "estimate", "kind", "att");
                case "perm_p" -> diagnostic(tree, "placebo", "p");
                case "ferman_pinto_p" -> diagnostic(tree, "ferman_pinto", "p");
                case "conley_taber_ci" ->
                    diagnostic(tree, "conley_taber", row.get("k1").equals("lo") ? "lower" : "upper");
                default -> number(tree, "effects", "estimate", "kind", "placebo", "unit", row.get("k1"));
            };
            close(q + " " + row.get("k1"), row, (Double) got);
        }
        assertEquals(3, florida.size());
    }

    @Test
    void honest() throws IOException {
        for (String name : List.of("bc", "lw")) {
            String data = "event_study: "
                    + this.data.resolve("honestdid_" + name + ".csv").toAbsolutePath() + "\n";
            String design = data + "design: honest\n";
            String bounds = name.equals("bc") ? "[0, 0.1, 0.2, 0.3]" : "[0, 0.005, 0.01, 0.02, 0.04]";
            Path file = folder.resolve("honest.yaml");
            String relative = "sensitivity: {type: relative-magnitude, mbar: [0, 0.5, 1, 1.5, 2]}\n";
            Files.writeString(file, design + relative);
            Map<String, Object> magnitudes = Estimate.of(file, Lang.EN, "test").tree();
            Map<String, Object> smooth = Map.of();
            if (name.equals("bc")) {
                Files.writeString(file, design + "sensitivity: {type: smoothness, m: " + bounds + "}\n");
                smooth = Estimate.of(file, Lang.EN, "test").tree();
            }
            int compared = 0;
            for (Map<String, String> row : expected("honestdid_" + name + ".csv")) {
                if (row.get("tol_rel").isEmpty() || row.get("tol_rel").equals("NA")) {
                    continue;
                }
                String of = row.get("case");
                String end = row.get("quantity").endsWith("lb") ? "lower" : "upper";
                Double got = of.contains("RM")
                        ? number(magnitudes, "effects", end, "of", "relative-magnitude", "mbar", row.get("k1"))
                        : of.contains("SD")
                                ? number(
                                        smooth,
                                        "effects",
                                        end,
                                        "method",
                                        of.endsWith("FLCI") ? "FLCI" : "C-LF",
                                        "m",
                                        row.get("k1"))
                                : number(magnitudes, "effects", end, "of", "original");
                close(of + " " + row.get("k1"), row, got);
                compared++;
            }
            System.out.println("honestdid_" + name + ".csv by specification: " + compared + " within tolerance");
            assertTrue(((List<?>) magnitudes.get("aggregates")).size() == 6, "the average as well");
        }
    }

    private void check(String expected, String table, Map<String, String> cases, Set<String> elsewhere)
            throws IOException {
        Map<String, Map<String, Object>> trees = new LinkedHashMap<>();
        int compared = 0;
        for (Map<String, String> row : expected(expected)) {
            String name = row.get("case");
            if (elsewhere.contains(name)
                    || row.get("tol_rel").isEmpty()
                    || row.get("tol_rel").equals("NA")) {
                continue;
            }
            assertTrue(cases.containsKey(name), "no specification for " + name);
            if (!trees.containsKey(name)) {
                trees.put(name, run(table, cases.get(name)));
            }
            close(name + " " + row, row, got(trees.get(name), row));
            compared++;
        }
        assertTrue(compared > 0);
        System.out.println(expected + " by specification: " + compared + " within tolerance");
    }

    private static void close(String what, Map<String, String> row, Double got) {
        String text = row.get("value");
        if (text.equals("NA") || text.isEmpty()) {
            assertTrue(got == null, what + " got " + got);
            return;
        }
        double want = Double.parseDouble(text);
        double tolerance = Double.parseDouble(row.get("tol_rel"));
        boolean iterated = row.get("case").contains("bjs") || row.get("case").contains("did2s");
        double allowed = Math.max(tolerance * Math.max(Math.abs(want), 1e-3), iterated ? 3e-7 * Math.abs(want) : 0);
        assertTrue(got != null && Math.abs(got - want) <= allowed, () -> what + " wanted " + want + " got " + got);
    }

    private static Double got(Map<String, Object> tree, Map<String, String> row) {
        String q = row.get("quantity");
        String k1 = row.get("k1");
        String k2 = row.get("k2");
        String value = q.endsWith("_se") || q.equals("se") || q.equals("simple_se") ? "se" : "estimate";
        String base = q.replace("_se", "");
        if (q.endsWith("_se_neyman")) {
            value = "se_neyman";
            base = q.replace("_se_neyman", "");
        }
        base = base.endsWith("_est") ? base.substring(0, base.length() - 4) : base;
        String[] parts = k1.split(":+", -1);
        return switch (base) {
            case "att_gt" -> number(tree, "effects", value, "kind", "att_gt", "group", k1, "time", k2);
            case "agg_simple_overall", "simple" -> number(tree, "aggregates", value, "kind", "simple");
            case "agg_dynamic", "es" -> number(tree, "aggregates", value, "kind", "dynamic", "event_time", k1);
            case "agg_group" -> number(tree, "aggregates", value, "kind", "group", "group", k1);
            case "agg_calendar" -> number(tree, "aggregates", value, "kind", "calendar", "time", k1);
            case "agg_dynamic_overall", "agg_group_overall", "agg_calendar_overall" ->
                number(tree, "aggregates", value, "kind", "overall", "of", base.split("_", -1)[1]);
            case "cohort" -> number(tree, "aggregates", value, "kind", "overall", "of", "group");
            case "calendar" -> number(tree, "aggregates", value, "kind", "overall", "of", "calendar");
            case "n_units" ->
                Double.valueOf(map(tree.get("counts")).get("units").toString());
            case "nobs" ->
                Double.valueOf(map(tree.get("counts")).get("rows_used").toString());
            case "pretest_W" ->
                (Double) map(map(tree.get("diagnostics")).get("pretest")).get("statistic");
            case "pretest_p" ->
                (Double) map(map(tree.get("diagnostics")).get("pretest")).get("p");
            case "sunab_att" ->
                k1.equals("ATT")
                        ? number(tree, "aggregates", value, "kind", "simple")
                        : number(tree, "effects", value, "kind", "coefficient", "name", k1);
            case "sunab_period" ->
                parts.length == 1
                        ? number(tree, "effects", value, "kind", "coefficient", "name", k1)
                        : number(tree, "aggregates", value, "kind", "dynamic", "event_time", parts[1]);
            case "sunab_cohort" ->
                parts.length == 1
                        ? number(tree, "effects", value, "kind", "coefficient", "name", k1)
                        : number(tree, "aggregates", value, "kind", "group", "group", parts[1]);
            case "sunab_raw" ->
                parts.length == 1
                        ? number(tree, "effects", value, "kind", "coefficient", "name", k1)
                        : number(tree, "effects", value, "kind", "cell", "event_time", parts[1], "cohort", parts[3]);
            case "coef" -> number(tree, "effects", value, "kind", "coefficient", "name", k1);
            case "twfe" -> number(tree, "aggregates", "estimate", "kind", "overall", "of", "twfe");
            case "type_weight" -> number(tree, "aggregates", "weight", "kind", "overall", "of", k1);
            case "type_estimate" -> number(tree, "aggregates", "estimate", "kind", "overall", "of", k1);
            case "estimate", "weight" -> number(tree, "effects", base, "kind", "bacon", "treated", k1, "untreated", k2);
            default ->
                k1.isEmpty() || k1.equals("treat") || k1.startsWith("tr::") || k1.startsWith("post01::")
                        ? number(tree, "effects", value, "kind", "att")
                        : number(tree, "aggregates", value, "kind", "dynamic", "event_time", k1.replace("rel::", ""));
        };
    }

    private Map<String, Object> run(String table, String spec) throws IOException {
        Path file = folder.resolve("spec.yaml");
        Files.writeString(file, "data: " + data.resolve(table).toAbsolutePath() + "\n" + spec);
        return Estimate.of(file, Lang.EN, "test").tree();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object o) {
        return (Map<String, Object>) o;
    }

    private static Object diagnostic(Map<String, Object> tree, String name, String key) {
        return map(map(tree.get("diagnostics")).get(name)).get(key);
    }

    private static Double number(Map<String, Object> tree, String list, String value, String... keys) {
        for (Object o : (List<?>) tree.get(list)) {
            Map<String, Object> one = map(o);
            boolean all = true;
            for (int i = 0; i < keys.length; i += 2) {
                all &= keys[i + 1].equals(String.valueOf(one.get(keys[i])));
            }
            if (all) {
                return (Double) one.get(value);
            }
        }
        return null;
    }

    private List<Map<String, String>> expected(String file) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("expected").resolve(file));
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i].replace("\"", ""));
            }
            rows.add(row);
        }
        return rows;
    }
}

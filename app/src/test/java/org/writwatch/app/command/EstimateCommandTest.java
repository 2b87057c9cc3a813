package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;

class EstimateCommandTest {
    private static final String KEYS = "data: table.csv\nunit: county\ntime: month\noutcome: y\nfirst_treated: start\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    /** Units a, b, ... over six months; the first ones start in the fourth month and go up by exactly 2. */
    private String table(int treated, int others) {
        StringBuilder s = new StringBuilder("county,month,y,start,state\n");
        for (int u = 0; u < treated + others; u++) {
            boolean on = u < treated;
            for (int t = 1; t <= 6; t++) {
                double y = u + 0.5 * t + (u * 7 + t * 5) % 3 * 0.01 + (on && t >= 4 ? 2 : 0);
                s.append((char) ('a' + u))
                        .append(",2024-0")
                        .append(t)
                        .append(',')
                        .append(y)
                        .append(',');
                s.append(on ? "2024-04" : "")
                        .append(',')
                        .append(u % 2 == 0 ? "NC" : "VA")
                        .append('\n');
            }
        }
        return s.toString();
    }

    @Test
    void findsThePlantedEffectWithPeriodsAsDates() throws IOException {
        assertEquals(ExitCode.DONE, run(table(6, 8), KEYS + "design: callaway-santanna\n", "--json"));
        String flat = out.toString().replaceAll("\\s+", "");
        assertTrue(
                flat.startsWith(
                        "{\"design\":\"callaway-santanna\",\"effects\":[{\"kind\":\"att_gt\",\"group\":\"2024-04\""),
                flat);
        assertTrue(flat.matches(".*\"kind\":\"simple\",\"estimate\":(2\\.00|1\\.99).*"), flat);
        assertTrue(flat.contains("\"treated_units\":6"), flat);
        assertTrue(flat.matches(".*\"data_sha256\":\"[0-9a-f]{64}\".*"), flat);
    }

    @Test
    void withholdsErrorsOfFewTreatedClusters() throws IOException {
        assertEquals(ExitCode.DONE, run(table(4, 8), KEYS + "design: twfe\n", "--json"));
        String flat = out.toString().replaceAll("\\s+", "");
        assertTrue(flat.contains("\"se\":null,\"lower\":null,\"upper\":null"), flat);
        assertTrue(flat.contains("Only4treatedclusters"), flat);
        assertTrue(!flat.matches(".*\"se\":[0-9].*"), flat);
    }

    @Test
    void ranksOnePlaceAndSaysWhatItsDonorsCannotSay() throws IOException {
        String spec = KEYS + "design: one-place\ntreated_unit: a\n";
        assertEquals(ExitCode.DONE, run(table(1, 8), spec, "--json"));
        String flat = out.toString().replaceAll("\\s+", "");
        assertTrue(flat.contains("\"donors\":8,\"smallest_p\":0.111"), flat);
        assertTrue(flat.contains("8comparisonplaces;19areneeded"), flat);
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run(table(1, 8), spec, "--lang", "es"));
        assertTrue(out.toString().contains("8 lugares de comparación"), out.toString());
        assertEquals(ExitCode.NO_ANSWER, run(table(1, 8), KEYS + "design: one-place\ntreated_unit: zz\n"));
        for (String design : new String[] {"synthetic-did", "synthetic-control"}) {
            out.getBuffer().setLength(0);
            assertEquals(ExitCode.DONE, run(table(1, 8), KEYS + "design: " + design + "\n", "--format", "csv"));
            assertTrue(out.toString().contains("\nweight,,,,,,b,"), out.toString());
        }
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run(table(1, 0), KEYS + "design: interrupted-time-series\n", "--json"));
        assertTrue(out.toString().contains("level_change"), out.toString());
    }

    @Test
    void badTablesAreRefusedByLine() throws IOException {
        String good = table(6, 8);
        String spec = KEYS + "design: callaway-santanna\n";
        assertEquals(ExitCode.BAD_INPUT, run(good + "a,2024-06,1,2024-04,NC\n", spec));
        assertTrue(err.toString().contains("table.csv lines 7, 86"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(
                ExitCode.BAD_INPUT,
                run(good.replaceFirst("a,2024-02,([0-9.]+),2024-04", "a,2024-02,$1,2024-05"), spec));
        assertTrue(err.toString().contains("lines 2, 3"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(ExitCode.BAD_INPUT, run(good.replaceFirst("a,2024-02,[0-9.]+", "a,2024-02,many"), spec));
        assertTrue(err.toString().contains("table.csv line 3"), err.toString());
        assertTrue(err.toString().contains("many"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(ExitCode.BAD_INPUT, run(good.replaceFirst("a,2024-02", "a,Easter"), spec));
        assertTrue(err.toString().contains("Easter"), err.toString());
        assertEquals(ExitCode.BAD_INPUT, run(good, spec.replace("outcome: y", "outcome: z")));
        assertEquals(ExitCode.BAD_INPUT, run(good, spec + "weights: state\n"));
    }

    @Test
    void noDesignPrintsErrorsItDoesNotGive() throws IOException {
        String two = KEYS + "standard_errors: none\nwhere: month IN ('2024-03', '2024-04')\ndesign: drdid\nestimator: ";
        for (String estimator : new String[] {"twfe", "dr", "reg", "ipw"}) {
            out.getBuffer().setLength(0);
            assertEquals(ExitCode.DONE, run(table(6, 8), two + estimator + "\n", "--json"), err.toString());
            String flat = out.toString().replaceAll("\\s+", "");
            assertTrue(flat.contains("\"se\":null,\"lower\":null,\"upper\":null"), flat);
            assertTrue(!flat.matches(".*\"(se|lower|upper)\":-?[0-9].*"), flat);
        }
        String one = KEYS + "standard_errors: none\ntreated_unit: a\ndesign: ";
        for (String design : new String[] {"one-place", "synthetic-control", "interrupted-time-series"}) {
            out.getBuffer().setLength(0);
            assertEquals(ExitCode.DONE, run(table(1, 30), one + design + "\n", "--json"), err.toString());
            String flat = out.toString().replaceAll("\\s+", "");
            String effects = flat.substring(0, flat.indexOf("\"diagnostics\""));
            assertTrue(!effects.matches(".*\"(se|lower|upper)\":-?[0-9].*"), effects);
        }
        for (String design : new String[] {"callaway-santanna", "sun-abraham", "imputation", "two-stage", "twfe"}) {
            out.getBuffer().setLength(0);
            String spec = KEYS + "standard_errors: none\nsensitivity: {mbar: [1]}\ndesign: " + design + "\n";
            assertEquals(ExitCode.DONE, run(table(6, 8), spec, "--json"), err.toString());
            String flat = out.toString().replaceAll("\\s+", "");
            assertTrue(!flat.matches(".*\"(se|lower|upper)\":-?[0-9].*"), flat);
            assertTrue(flat.contains("sensitivitytotrends"), flat);
        }
    }

    @Test
    void sensitivityStandsBesideTheDesignThatWasRun() throws IOException {
        String spec = KEYS + "design: callaway-santanna\nsensitivity: {type: smoothness, m: [0, 0.01], method: flci}\n";
        assertEquals(ExitCode.DONE, run(table(6, 8), spec, "--json"), err.toString());
        String flat = out.toString().replaceAll("\\s+", "");
        assertTrue(flat.matches(".*\"of\":\"smoothness\",\"target\":\"average\",\"estimate\":(2|1\\.9).*"), flat);
        assertTrue(flat.contains("\"breakdown_first\":{\"of\":\"smoothness\",\"m\":"), flat);
        out.getBuffer().setLength(0);
        run(table(6, 8), spec + "base_period: varying\n", "--json");
        assertTrue(out.toString().contains("sensitivity needs base_period: universal"), out.toString());
    }

    @Test
    void theFolderHoldsPicturesNumbersRowsAndAScriptForR() throws IOException {
        String spec = KEYS + "design: callaway-santanna\nwhere: state IN ('NC', 'VA')\n";
        assertEquals(ExitCode.DONE, run(table(6, 8), spec, "--out", "made"), err.toString());
        Path made = folder.resolve("made");
        String study = Files.readString(made.resolve("event-study.svg"));
        assertTrue(study.startsWith("<svg") && study.endsWith("</svg>"), study);
        assertEquals(5, study.split("<circle", -1).length - 1 - 1, "five event times and the base");
        String panels = Files.readString(made.resolve("group-time.svg"));
        assertTrue(panels.contains(">2024-04<"), panels);
        assertEquals(85, Files.readAllLines(made.resolve("rows.csv")).size());
        String script = Files.readString(made.resolve("reproduce.R"));
        assertTrue(script.contains("att_gt(yname = \"y\", tname = \"month\", idname = \"county\""), script);
        assertTrue(script.contains("base_period = \"universal\""), script);
        assertTrue(Files.readString(made.resolve("answer.json")).contains("\"simple\""));
        byte[] pdf = Files.readAllBytes(made.resolve("estimate.pdf"));
        assertEquals("%PDF", new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(ExitCode.DONE, run(table(6, 8), spec, "--out", "again"), err.toString());
        assertEquals(
                Files.readString(made.resolve("MANIFEST.sha256")),
                Files.readString(folder.resolve("again").resolve("MANIFEST.sha256")),
                "the same bytes");
        assertEquals(
                ExitCode.DONE,
                run(table(1, 30), KEYS + "design: synthetic-control\ntreated_unit: a\n", "--out", "one"),
                err.toString());
        for (String name : new String[] {"weights.svg", "placebos.svg", "gaps.svg"}) {
            assertTrue(Files.readString(folder.resolve("one").resolve(name)).contains("<title"), name);
        }
    }

    /** Every design says what it would be in R, and names the columns of the file there. */
    @Test
    void everyDesignHasItsScript() throws IOException {
        String[][] designs = {
            {"sun-abraham", "sunab(`start`, `month`)"},
            {"imputation", "did_imputation(d, yname = \"y\""},
            {"two-stage", "did2s(d, yname = \"y\""},
            {"roth-santanna", "staggered(d, i = \"county\""},
            {"twfe", "feols(`y` ~ treated_now | `county` + `month`"},
            {"poisson", "fepois(`y` ~ treated_now"},
            {"etwfe-poisson", "etwfe(fml = `y` ~ 0, tvar = `month`, gvar = `start`"},
            {"bacon", "bacon(`y` ~ treated_now"},
            {"one-place", "did_estimate(p$Y, p$N0, p$T0)"},
            {"interrupted-time-series", "NeweyWest(m, lag = "}
        };
        for (String[] d : designs) {
            boolean one = d[0].equals("one-place") || d[0].startsWith("interrupted");
            String spec = KEYS + "design: " + d[0] + "\n" + (one ? "treated_unit: a\n" : "");
            assertEquals(ExitCode.DONE, run(table(one ? 1 : 6, 30), spec, "--r-script", "try.R"), d[0] + err);
            String script = Files.readString(folder.resolve("try.R"));
            assertTrue(script.contains(d[1]), script);
        }
    }

    @Test
    void countsUnderStaggeredStartsAreRatios() throws IOException {
        StringBuilder t = new StringBuilder("county,month,y,start,people\n");
        for (int u = 0; u < 18; u++) {
            int start = u % 3 == 0 ? 0 : u % 3 == 1 ? 3 : 5;
            for (int m = 1; m <= 6; m++) {
                double mean = (100 + u) * (1 + 0.1 * m) * (start > 0 && m >= start ? 1.5 : 1);
                t.append(u)
                        .append(',')
                        .append(m)
                        .append(',')
                        .append(mean)
                        .append(',')
                        .append(start)
                        .append(',');
                t.append(100 + u).append('\n');
            }
        }
        String spec = KEYS + "offset: people\ndesign: etwfe-poisson\n";
        assertEquals(ExitCode.DONE, run(t.toString(), spec, "--json"), err.toString());
        String flat = out.toString().replaceAll("\\s+", "");
        assertTrue(
                flat.matches(
                        ".*\"kind\":\"cell\",\"cohort\":3,\"time\":4,\"event_time\":1,.*\"ratio\":1\\.(5|4999999)[0-9]*.*"),
                flat);
        assertTrue(flat.matches(".*\"of\":\"log-ratio\",\"estimate\":0\\.405465.*"), flat);
        assertEquals(ExitCode.BAD_INPUT, run(t.toString().replace(",100\n", ",0\n"), spec));
        assertTrue(err.toString().contains("table.csv line 2"), err.toString());
    }

    @Test
    void whatTheDesignCouldHaveFoundStandsBesideIt() throws IOException {
        String one = KEYS + "treated_unit: a\ndesign: synthetic-control\n";
        assertEquals(ExitCode.DONE, run(table(1, 30), one, "--json"), err.toString());
        String flat = out.toString().replaceAll("\\s+", "");
        for (String key : new String[] {"detectable", "leave_one_out", "augmented"}) {
            assertTrue(flat.contains("\"" + key + "\":{"), key + " in " + flat);
        }
        assertTrue(
                flat.contains("\"what\":\"placebo_date\""), "three periods before are too few for a date between them");
        assertTrue(flat.matches(".*\"augmented\":\\{\"effect\":(1\\.9|2|2\\.0).*"), flat);
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run(table(6, 8), KEYS + "design: callaway-santanna\n", "--json"), err.toString());
        assertTrue(out.toString().contains("slope_80"), out.toString());
        out.getBuffer().setLength(0);
        String wild = KEYS + "design: twfe\nbootstrap: {kind: wild-cluster}\n";
        assertEquals(ExitCode.DONE, run(table(6, 5), wild, "--json"), err.toString());
        flat = out.toString().replaceAll("\\s+", "");
        assertTrue(flat.contains("\"clusters\":11,\"patterns\":2048"), flat);
        out.getBuffer().setLength(0);
        run(table(6, 5), wild + "fixed_effects: [unit]\n", "--json");
        assertTrue(out.toString().contains("wild cluster bootstrap is for twfe"), out.toString());
    }

    @Test
    void badEventStudiesAreRefusedByLine() throws IOException {
        String good = "time,is_pre,beta,sigma_1,sigma_2\n-2,1,0.1,0.04,0.01\n0,0,1,0.01,0.04\n";
        String spec = "event_study: table.csv\ndesign: honest\n";
        assertEquals(ExitCode.DONE, run(good, spec, "--json"), err.toString());
        assertTrue(out.toString().contains("\"relative-magnitude\""), out.toString());
        assertEquals(ExitCode.BAD_INPUT, run(good.replace("0.01,0.04", "0.02,0.04"), spec));
        assertTrue(err.toString().contains("table.csv line 3"), err.toString());
        assertEquals(ExitCode.BAD_INPUT, run(good.replace("-2,1", "2,1"), spec));
        assertEquals(ExitCode.BAD_INPUT, run(good.replace("0.1,0.04", "x,0.04"), spec));
        assertEquals(ExitCode.BAD_INPUT, run(good.replace("sigma_2", "sigma_3"), spec));
        assertEquals(ExitCode.BAD_INPUT, run(good, spec + "sensitivity: {mbar: [-1]}\n"));
        assertEquals(ExitCode.BAD_INPUT, run(good, spec + "sensitivity: {typ: smoothness}\n"));
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS + "design: twfe\nevent_study: table.csv\n"));
        assertEquals(ExitCode.NO_ANSWER, run(good.replace("0,0,1", "0,1,1"), spec));
    }

    @Test
    void badSpecificationsAreRefusedByLine() throws IOException {
        String good = table(6, 8);
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS + "design: magic\n"));
        assertTrue(err.toString().contains("spec.yaml line 6"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS + "design: twfe\nanticipaton: 1\n"));
        assertTrue(err.toString().contains("anticipation"), err.toString());
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS + "design: twfe\nwhere: y >\n"));
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS + "design: twfe\nwhere: y > 1000\n"));
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS + "design: twfe\nconfidence: 95\n"));
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS + "design: imputation\nstandard_errors: hc1\n"));
        assertEquals(ExitCode.BAD_INPUT, run(good, KEYS.replace("table.csv", "none.csv") + "design: twfe\n"));
        assertEquals(ExitCode.NO_ANSWER, run(table(8, 0), KEYS + "design: callaway-santanna\n"));
        assertTrue(err.toString().contains("What would be enough"), err.toString());
        assertEquals(ExitCode.USAGE, run(good, KEYS, "--format", "xml"));
    }

    @Test
    void filterIsSqlsWithItsUnknowns() throws IOException {
        String spec = KEYS + "standard_errors: none\ndesign: poisson\nfixed_effects: [unit]\nwhere: ";
        assertEquals(84, rows(spec + "state IN ('NC', 'VA')"));
        assertEquals(42, rows(spec + "state <> 'NC'"));
        assertEquals(36, rows(spec + "start IS NOT NULL"));
        assertEquals(36, rows(spec + "NOT (start = '2023-01')"));
        assertEquals(28, rows(spec + "month LIKE '2024-_1' OR month = '2024-05' AND NOT state = 'XX' OR FALSE"));
        assertEquals(14 * 3, rows(spec + "month BETWEEN '2024-02' AND '2024-04'"));
        assertEquals(84, rows(spec + "y * 2 - y >= -1 + 0"));
    }

    private int rows(String spec) throws IOException {
        out.getBuffer().setLength(0);
        run(table(6, 8), spec + "\n", "--json");
        String flat = out.toString().replaceAll("\\s+", "");
        int at = flat.indexOf("\"rows\":");
        return at < 0 ? -1 : Integer.parseInt(flat.substring(at + 7, flat.indexOf(',', at)));
    }

    private int run(String table, String spec, String... options) throws IOException {
        Files.writeString(folder.resolve("table.csv"), table);
        Files.writeString(folder.resolve("spec.yaml"), spec);
        Surroundings here = new Surroundings(
                new PrintWriter(out, true), new PrintWriter(err, true), folder, Map.of("LANG", "C"), false);
        String[] args = new String[options.length + 2];
        args[0] = "estimate";
        args[1] = "spec.yaml";
        System.arraycopy(options, 0, args, 2, options.length);
        return CommandLines.run(here, args);
    }
}

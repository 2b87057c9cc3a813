package org.writwatch.app.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;

/** The worked example of each method page, run as it stands there. */
class MethodPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "methods");

    @TempDir
    Path folder;

    @Test
    void everyPageHasItsParts() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<Path> all = pages.filter(p -> p.toString().endsWith(".md")).toList();
            assertTrue(all.size() >= 15, "pages " + all);
            for (Path page : all) {
                String text = Files.readString(page);
                for (String part : List.of("Estimand", "Assumes", "Formula", "Refuses", "Worked example")) {
                    assertTrue(text.contains("**" + part + ".**"), page + " lacks " + part);
                }
                assertTrue(text.contains("```yaml\n"), page + " lacks a specification");
            }
        }
    }

    @Test
    void theExamplesGiveTheNumbersOfTheirPages() throws IOException {
        Path data = Path.of(System.getProperty("writwatch.shared", "../../shared"), "data", "did");
        if (!Files.isDirectory(data)) {
            System.out.println("reference data are not on this machine: the examples of the method pages are skipped");
        }
        assumeTrue(Files.isDirectory(data));
        Map<String, Object> gt = run("group-time.md", data);
        assertEquals(-0.0145, number(gt, "effects", "group", "2004", "time", "2004"), 5e-5);
        assertEquals(-0.1069, number(gt, "effects", "group", "2004", "time", "2007"), 5e-5);
        assertTrue(String.valueOf(gt.get("diagnostics")).contains("p=0.2326"), String.valueOf(gt.get("diagnostics")));
        Map<String, Object> honest = run("honest.md", data);
        assertEquals(0.196, number(honest, "effects", "of", "original", "target", "first"), 5e-4);
        Map<String, Object> place = run("one-place.md", data);
        assertEquals(-15.6, number(place, "effects", "kind", "att", "interval", "placebo"), 0.05);
        Map<String, Object> counts = run("staggered-counts.md", data);
        assertTrue(number(counts, "aggregates", "of", "log-ratio", "kind", "overall") > 0);
    }

    /** A number of a page: where it stands in the answer, and how the page writes it. */
    private record Stated(String page, String list, String key, String is, String written) {}

    @Test
    void numbersOnThePagesAreThoseOfTheirExamples() throws IOException {
        Path data = Path.of(System.getProperty("writwatch.shared", "../../shared"), "data", "did");
        assumeTrue(Files.isDirectory(data), "reference data are not on this machine");
        for (Stated n : List.of(
                new Stated("two-by-two", "effects", "kind", "att", "−901"),
                new Stated("sun-abraham", "aggregates", "kind", "simple", "0.108"),
                new Stated("sun-abraham", "aggregates", "event_time", "-9", "−0.459"),
                new Stated("imputation", "aggregates", "kind", "simple", "0.080"),
                new Stated("two-stage", "aggregates", "kind", "simple", "0.080"),
                new Stated("random-timing", "aggregates", "kind", "simple", "−0.0471"),
                new Stated("twfe", "effects", "name", "post", "0.082"),
                new Stated("poisson", "effects", "name", "post", "0.060"),
                new Stated("bacon", "aggregates", "of", "twfe", "0.082"),
                new Stated("bacon", "aggregates", "of", "Treated vs Untreated", "0.088"),
                new Stated("synthetic", "effects", "kind", "att", "−19.6"),
                new Stated("interrupted-series", "effects", "name", "level_change", "−20.1"),
                new Stated("interrupted-series", "effects", "name", "trend_change", "−1.49"))) {
            String page = Files.readString(PAGES.resolve(n.page() + ".md"));
            String result = page.substring(page.lastIndexOf("```"));
            assertTrue(result.contains(n.written()), n.page() + " does not say " + n.written());
            double found = number(run(n.page() + ".md", data), n.list(), n.key(), n.is(), n.key(), n.is());
            double half = 0.5 * Math.pow(10, -(n.written() + ".").split("\\.", -1)[1].length());
            assertEquals(Double.parseDouble(n.written().replace('−', '-')), found, half * 1.0001, n.toString());
        }
        String synthetic = String.valueOf(run("synthetic.md", data).get("diagnostics"));
        assertTrue(synthetic.contains("p=0.0769") && synthetic.contains("effect=46.74"), synthetic);
        Map<String, Object> none = run("change-point.md", data);
        assertEquals(List.of(), none.get("effects"));
        assertTrue(String.valueOf(none.get("withheld")).contains("30"), "says why");
    }

    private Map<String, Object> run(String page, Path data) throws IOException {
        String text = Files.readString(PAGES.resolve(page));
        int from = text.indexOf("```yaml\n") + 8;
        String spec = text.substring(from, text.indexOf("```", from))
                .replaceFirst("(data|event_study): ", "$1: " + data.toAbsolutePath() + "/");
        Path file = folder.resolve("spec.yaml");
        Files.writeString(file, spec);
        return Estimate.of(file, Lang.EN, "test").tree();
    }

    private static double number(Map<String, Object> tree, String list, String... keys) {
        for (Object o : (List<?>) tree.get(list)) {
            Map<?, ?> one = (Map<?, ?>) o;
            if (String.valueOf(one.get(keys[0])).equals(keys[1])
                    && String.valueOf(one.get(keys[2])).equals(keys[3])) {
                return (Double) one.get("estimate");
            }
        }
        throw new AssertionError("no " + List.of(keys) + " in " + tree.get(list));
    }
}

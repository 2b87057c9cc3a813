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
            assertTrue(all.size() >= 4, "pages " + all);
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

package org.writwatch.law.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Law;
import org.writwatch.law.load.LawFiles;

class LawSchemasTest {
    @Test
    void everyBundledFileKeepsToItsSchema() {
        TreeMap<String, List<String>> faults = new TreeMap<>();
        for (String name : LawSchemas.files().keySet()) {
            List<String> found = LawSchemas.faults(LawFiles.bundled(), name);
            if (!found.isEmpty()) {
                faults.put(name, found);
            }
        }
        assertEquals(new TreeMap<>(), faults);
    }

    @Test
    void noBundledFileIsWithoutASchema() throws IOException, URISyntaxException {
        URL data = Law.class.getResource("data");
        Path folder = Path.of(data.toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> held = files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> !f.equals("spanish.csv")) // a table: SpanishTest holds it
                    .sorted()
                    .toList();
            assertEquals(held, List.copyOf(new TreeSet<>(LawSchemas.files().keySet())));
        }
    }

    @Test
    void anUnknownKeyAWrongWordAndAMissingSourceAreRefused() {
        String text = "code: QQQ\nname: Nowhere\nas_of: 2026-11-24\nwrit: {value: x, confidence: sure, extra: 1}\n";
        List<String> faults = LawSchemas.faults("jurisdiction", YamlMap.read("QQ.yaml", new StringReader(text)));
        String all = String.join("\n", faults);
        for (String part : new String[] {"code", "'extra'", "'source'", "confidence", "'court'"}) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
    }

    @Test
    void aMatterHasASchemaToo() {
        String good =
                "claim: D\njurisdiction: NC\nas_of: 2026-11-24\nfacts: {request_date: 2026-08-03, denied: unknown}\n";
        assertEquals(List.of(), LawSchemas.faults("matter", YamlMap.read("m.yaml", new StringReader(good))));
        assertEquals(
                2,
                LawSchemas.faults(
                                "matter",
                                YamlMap.read("m.yaml", new StringReader("claim: Z\nwho: me\njurisdiction: NC")))
                        .stream()
                        .filter(f -> f.contains("claim") || f.contains("who"))
                        .map(f -> f.substring(0, f.indexOf(':')))
                        .distinct()
                        .count());
    }
}

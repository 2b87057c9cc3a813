package org.writwatch.facts.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.facts.Source;

class BundleTest {
    private static final String HEADER = "file,publisher,title,licence,retrieved,original,original_sha256,command\n";

    @Test
    void everyFileOfThisModuleIsListed() throws IOException {
        assertEquals(List.of(), Bundle.unlisted(Path.of("src/main/resources")));
    }

    @Test
    void aListedFileHasItsSourceAndItsRows() {
        Bundle bundle = Bundle.of("facts");
        Source source = bundle.source("gazetteer/agencies.csv");
        assertEquals("facts/gazetteer/agencies.csv", source.id());
        assertEquals("Federal Bureau of Investigation", source.publisher());
        assertTrue(source.sha256().isPresent());
        try (Stream<Row> rows = bundle.rows("gazetteer/counties.csv")) {
            Row first = rows.findFirst().orElseThrow();
            assertEquals("Autauga County", first.text("name"));
            assertEquals(2, first.line());
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> first.text("population"));
            assertTrue(e.getMessage().contains("gazetteer/counties.csv line 2: no column 'population'"));
            assertThrows(IllegalStateException.class, () -> first.integer("name"));
        }
        assertThrows(IllegalStateException.class, () -> bundle.open("phrases_en.properties"));
        assertThrows(IllegalStateException.class, () -> Bundle.of("nosuchmodule"));
    }

    @Test
    void aShortRowIsADefectThatNamesItsLine() {
        byte[] table = "a,b\n1,2\n3\n".getBytes(StandardCharsets.UTF_8);
        try (Stream<Row> rows = Bundle.rows(new ByteArrayInputStream(table), "t.csv")) {
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> rows.forEach(r -> r.text("b")));
            assertTrue(e.getMessage().startsWith("t.csv: ") && e.getMessage().contains("line 3"), e.getMessage());
        }
    }

    @Test
    void everyKindOfFaultIsReported(@TempDir Path root) throws IOException {
        Path module = Files.createDirectories(root.resolve("org/writwatch/x/fonts"));
        Path x = module.getParent();
        Files.writeString(x.resolve("phrases_en.properties"), "a=b\n");
        Files.createDirectories(root.resolve("META-INF"));
        Files.writeString(root.resolve("META-INF/index"), "");
        assertEquals(List.of(), Bundle.unlisted(root));
        Files.writeString(x.resolve("a.csv"), "a\n");
        Files.writeString(module.resolve("b.ttf"), "b");
        assertEquals(
                List.of(
                        "org/writwatch/x/a.csv: no line in a sources.csv beside or above it",
                        "org/writwatch/x/fonts/b.ttf: no line in a sources.csv beside or above it"),
                Bundle.unlisted(root));
        Files.writeString(x.resolve("sources.csv"), HEADER + "a.csv,We,A,CC BY 4.0,,,,\n");
        Files.writeString(module.resolve("sources.csv"), HEADER + "b.ttf,They,B,OFL-1.1,2026-01-02,x,,\n");
        assertEquals(List.of(), Bundle.unlisted(root));
        Files.writeString(
                x.resolve("sources.csv"),
                HEADER + "a.csv,We,A,GPL-3.0,,,,\na.csv,We,A,CC BY 4.0,,,,\ngone.csv,We,A,CC BY 4.0,,,,\n");
        assertEquals(
                List.of(
                        "org/writwatch/x/sources.csv line 2: licence 'GPL-3.0' may not be bundled",
                        "org/writwatch/x/sources.csv line 3: lists 'a.csv' twice",
                        "org/writwatch/x/sources.csv line 4: lists 'gone.csv', which is not there"),
                Bundle.unlisted(root));
        Files.writeString(x.resolve("sources.csv"), HEADER + "*,We,A,CC BY 4.0,,,,\nlaw/*,We,A,CC BY 4.0,,,,\n");
        assertEquals(
                List.of("org/writwatch/x/sources.csv line 3: lists 'law/*', which is not there"),
                Bundle.unlisted(root));
        Files.writeString(x.resolve("sources.csv"), HEADER + "a.csv,We,A,CC BY 4.0,2026-11,,,\n");
        assertTrue(Bundle.unlisted(root).get(1).contains("'retrieved' is a day, YYYY-MM-DD"));
        Files.writeString(x.resolve("sources.csv"), HEADER + "a.csv,We,A,,,,,\n");
        assertTrue(Bundle.unlisted(root).get(1).contains("'licence' is empty"), Bundle.unlisted(root)::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPL-3.0-or-later",
                "LGPL 2.1",
                "CC BY-NC 4.0",
                "CC BY-ND 4.0",
                "Non-commercial use only",
                "GNU General Public License",
                "unknown",
                "ODbL 1.0",
                "All rights reserved",
                " "
            })
    void licencesThatBindOrForbidAreNotBundled(String licence) {
        assertFalse(BundleCheck.mayBePassedOn(licence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public domain (U.S. government work)",
                "CC BY 4.0",
                "Apache-2.0",
                "OFL-1.1 (OFL.txt)",
                "ISC",
                "BSD-2-Clause",
                "MIT",
                "public record",
                "CC0 1.0"
            })
    void openLicencesAre(String licence) {
        assertTrue(BundleCheck.mayBePassedOn(licence));
    }
}

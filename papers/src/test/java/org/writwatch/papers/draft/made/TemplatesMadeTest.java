package org.writwatch.papers.draft.made;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.docx.XmlText;

/** The templates are what their texts make; {@code -Dwritwatch.write=templates} makes them again. */
class TemplatesMadeTest {
    private static final Path TEXTS = Path.of("src/main/templates");
    private static final Path MADE = Path.of("src/main/resources/org/writwatch/papers/draft");

    static List<String> names() {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".txt") && !f.startsWith("part-"))
                    .map(f -> f.substring(0, f.length() - 4))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyTemplateIsWhatItsTextMakes() throws IOException {
        boolean write = "templates".equals(System.getProperty("writwatch.write"));
        for (String name : names()) {
            byte[] made = TemplateMaker.make(TEXTS, name);
            Path file = MADE.resolve(name + ".docx");
            if (write) {
                Files.write(file, made);
            }
            assertArrayEquals(made, Files.readAllBytes(file), name);
        }
        assertTrue(names().size() >= 18, () -> names().toString());
    }

    /** No citation outside the law's own data: a template cites nothing by itself. */
    @Test
    void theyCiteNothingByThemselves() {
        for (String name : names()) {
            String words = XmlText.written(
                            DocxWriter.template(name).find("word/document.xml").orElseThrow())
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("\\{\\{[^}]*}}", " ");
            for (String sign :
                    List.of("\u00a7", "U.S.C", "C.F.R", "Stat.", " v. ", "N.E.", "F.3d", "F.4th", "Rule 1")) {
                assertFalse(words.contains(sign), () -> name + " cites by itself: " + sign);
            }
        }
    }
}

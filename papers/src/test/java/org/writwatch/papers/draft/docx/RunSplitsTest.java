package org.writwatch.papers.draft.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.records.BundledTemplatesTest;

/**
 * What the filling gets to see of a template is the same however a word processor cut its runs: the same marks, each a run
 * of its own with the same type, and the same words of the same type between them. Twenty ways to cut each template in
 * every build, a thousand with {@code -Dwritwatch.heavy=true}. That the same runs print the same is held on whole drafts
 * by {@code SuitTemplatesTest} and {@code BundledTemplatesTest}.
 */
class RunSplitsTest {
    private static final int SPLITS = Boolean.getBoolean("writwatch.heavy") ? 1000 : 20;
    private static final Path MADE = Path.of("src/main/resources/org/writwatch/papers/draft");

    static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(MADE)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".docx"))
                    .map(f -> f.substring(0, f.length() - 5))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theFillingSeesTheSameHoweverTheRunsAreCut(String template) {
        for (String part : List.of("word/document.xml", "word/header1.xml", "word/footer1.xml")) {
            String whole =
                    XmlText.written(DocxWriter.template(template).find(part).orElseThrow());
            String seen = seen(template, part, whole);
            boolean cutAtAll = false;
            for (int seed = 0; seed < SPLITS; seed++) {
                String cut = BundledTemplatesTest.cut(whole, new Random(seed));
                cutAtAll |= !cut.equals(whole);
                int at = seed;
                assertEquals(seen, seen(template, part, cut), () -> template + " " + part + ", seed " + at);
            }
            assertTrue(cutAtAll || !whole.contains("<w:t"), () -> template + " " + part + " was never cut");
        }
    }

    @Test
    void aChangeOfWordsOrTypeIsSeen() {
        String xml = XmlText.written(
                DocxWriter.template("demand-letter").find("word/document.xml").orElseThrow());
        String seen = seen("demand-letter", "word/document.xml", xml);
        for (String changed : List.of(
                xml.replaceFirst("\\{\\{agency}}", "{{agenc}}"),
                xml.replaceFirst("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t"))) {
            assertNotEquals(seen, seen("demand-letter", "word/document.xml", changed));
        }
    }

    /** Every paragraph as the filling gets it: runs of one type joined, each mark alone. */
    private static String seen(String template, String part, String xml) {
        DocxFile file = DocxWriter.template(template);
        file.put(part, xml);
        Document document = file.find(part).orElseThrow();
        MarkRuns.isolate(document);
        StringBuilder seen = new StringBuilder();
        NodeList paragraphs = document.getElementsByTagNameNS(Ooxml.W, "p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            String before = "";
            for (Element run : Ooxml.children((Element) paragraphs.item(i), "r")) {
                StringBuilder words = new StringBuilder();
                Ooxml.children(run).stream()
                        .filter(c -> !Ooxml.is(c, "rPr"))
                        .forEach(c ->
                                words.append(Ooxml.is(c, "t") ? c.getTextContent() : "<" + c.getLocalName() + ">"));
                String type = Ooxml.find(run, "rPr").map(RunSplitsTest::type).orElse("");
                boolean mark = words.indexOf("{{") >= 0;
                if (mark || !type.equals(before)) {
                    seen.append("\n[").append(type).append("] ");
                }
                seen.append(words);
                before = mark ? "a mark" : type;
            }
            seen.append("\n----\n");
        }
        return seen.toString();
    }

    private static String type(Element properties) {
        StringBuilder type = new StringBuilder();
        Ooxml.children(properties)
                .forEach(c -> type.append(c.getLocalName())
                        .append('=')
                        .append(Ooxml.attribute(c, "val").orElse(""))
                        .append(' '));
        return type.toString();
    }
}

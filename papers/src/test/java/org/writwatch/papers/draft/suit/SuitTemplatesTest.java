package org.writwatch.papers.draft.suit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.XmlText;
import org.writwatch.papers.draft.records.BundledTemplatesTest;

/** Each template of a package says the same however a word processor cuts its runs. */
class SuitTemplatesTest {
    /** Ways to cut each template: two in every build, a thousand in the heavy run ({@code -Dwritwatch.heavy=true}). */
    private static final int SPLITS = Boolean.getBoolean("writwatch.heavy") ? 1000 : 2;

    private static final List<String> MATTERS = List.of("A TX", "C NC", "C NY", "D US", "F MO", "G MN", "H US");

    @Test
    void everyTemplateSaysTheSameHoweverItsRunsAreCut() {
        Map<String, Draft> drafts = new TreeMap<>();
        for (String which : MATTERS) {
            Papers papers = Matters.papers(Matters.of(which.substring(0, 1), which.substring(2)), Filing.empty());
            papers.names().stream().filter(n -> !n.equals("memorandum")).forEach(n -> {
                Draft draft = papers.draft(n, List.of());
                drafts.putIfAbsent(draft.template(), draft);
            });
        }
        assertTrue(drafts.size() >= 14, () -> drafts.keySet().toString());
        drafts.forEach((name, draft) -> {
            String whole = XmlText.written(
                    DocxWriter.template(name).find("word/document.xml").orElseThrow());
            String said = Docx.all(DocxWriter.write(draft));
            for (int seed = 0; seed < SPLITS; seed++) {
                DocxFile cut = DocxWriter.template(name);
                cut.put("word/document.xml", BundledTemplatesTest.cut(whole, new Random(seed)));
                int at = seed;
                assertEquals(said, Docx.all(DocxWriter.write(draft, cut)), () -> name + ", seed " + at);
            }
        });
    }
}

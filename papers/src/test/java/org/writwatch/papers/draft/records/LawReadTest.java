package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.UsState;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;

/** No paper prints the law files' own shorthand for where a text was read. */
class LawReadTest {
    @Test
    void saysWhereInPlainWords() {
        assertEquals(
                List.of("copy of the codes at github.com/saint1415/us-statutes, made on February 15, 2026"),
                LawRead.places("github:saint1415/us-statutes branch data @7dd72f1 (crawl 2026-02-15):"
                        + " florida/content/a.json ; github:saint1415/us-statutes branch data @7dd72f1"
                        + " (crawl 2026-02-15): florida/content/b.json"));
        assertEquals(
                List.of("copy of the code at github.com/UniCourt/cic-code-nc, 2022-23 release", "law.justia.com"),
                LawRead.places("github:UniCourt/cic-code-nc (2022-23 release): transforms/nc.html ;"
                        + " http://law.justia.com/cases/north-carolina/17-433.html"));
        assertEquals(
                List.of("copy at github.com/DCCouncil/law-xml", "example.gov"),
                LawRead.places("github:DCCouncil/law-xml: us/dc.xml ; https://www.example.gov/a b (2023 text)"));
        assertEquals(List.of("a book"), LawRead.places("a book"));
    }

    @Test
    void noStatePrintsTheShorthand() {
        for (UsState state : List.of(UsState.FL, UsState.NC, UsState.TX, UsState.OH, UsState.NY, UsState.CA)) {
            PetitionInputs in = Samples.unripe(Samples.in(state));
            String said = Docx.all(DocxWriter.write(Petition.of(in)));
            assertFalse(said.contains("github:"), said);
            assertTrue(said.contains("Where the law was read"), said);
        }
    }
}

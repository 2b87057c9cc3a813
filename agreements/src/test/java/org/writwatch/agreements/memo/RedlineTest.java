package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was done to a form is found word for word; what was only read badly is no difference. */
class RedlineTest {
    private static MemorandumReading open(MemoPdf pdf) throws IOException {
        return MemorandumReader.with(OcrUse.NEVER, Optional.empty()).open("memo.pdf", pdf.bytes());
    }

    private static List<Departure> departures(MemoPdf pdf) throws IOException {
        return open(pdf).redline().departures().stream()
                .filter(d -> d.kind() != Departure.Kind.FILLED)
                .toList();
    }

    @Test
    void anUntouchedFormHasNoDifferences() throws IOException {
        for (Forms.Entry form : Forms.bundled().list()) {
            assertEquals(List.of(), departures(MemoPdf.on(form.form().template())), form.title());
        }
    }

    @Test
    void aChangedNumberAWordPutInAndASentenceStruckAreFound() throws IOException {
        List<Departure> found = departures(MemoPdf.on("JEM-2025")
                .changed(t -> t.replace("a minimum score of 70-percent", "a minimum score of 60-percent")
                        .replace("ICE will certify in writing", "ICE will not certify in writing")
                        .replaceFirst("ICE will conduct a background investigation[^.]*\\.", "")));
        assertEquals(3, found.size(), found.toString());
        Departure struck = found.get(0);
        assertEquals(Departure.Kind.STRUCK, struck.kind());
        assertEquals("IV.B", struck.clause());
        assertTrue(struck.form().startsWith("ICE will conduct a background investigation"), struck.form());
        assertEquals("", struck.read());
        Departure score = found.get(1);
        assertEquals(Departure.Kind.CHANGED, score.kind());
        assertEquals("IV.C", score.clause());
        assertEquals(List.of("70-percent", "60-percent"), List.of(score.form(), score.read()));
        assertTrue(score.sure());
        Departure not = found.get(2);
        assertEquals(Departure.Kind.ADDED, not.kind());
        assertEquals("IV.D", not.clause());
        assertEquals("not", not.read());
    }

    @Test
    void anAddedParagraphStandsAlone() throws IOException {
        String more = "The Sheriff shall report to the county commissioners every month how many people were held.";
        MemorandumReading reading = open(MemoPdf.on("WSO-2025").changed(t -> t.replace("= VI |", more + "\n= VI |")));
        Redline.Section section = reading.redline().sections().stream()
                .filter(s -> s.clause().equals("V.C"))
                .findFirst()
                .orElseThrow();
        Redline.Paragraph last = section.paragraphs().get(section.paragraphs().size() - 1);
        assertEquals(1, last.pieces().size());
        assertEquals(Redline.Kind.ADDED, last.pieces().get(0).kind());
        assertEquals(more, last.pieces().get(0).text());
    }

    @Test
    void anAddendumBehindTheLastPageIsAdded() throws IOException {
        String addendum =
                "ADDENDUM TO MODIFY MEMORANDUM OF AGREEMENT. ICE and the agency agree that no person shall be held "
                        + "under this agreement past the hour at which that person would have been released, and that the agency "
                        + "may leave this agreement at any time without notice.\n";
        List<Departure> found =
                departures(MemoPdf.on("WSO-2025").changed(t -> t + "\nJane Doe\n" + "~\n".repeat(48) + addendum));
        assertEquals(1, found.size(), found.toString());
        assertEquals(Departure.Kind.ADDED, found.get(0).kind());
        assertTrue(
                found.get(0).read().startsWith("ADDENDUM TO MODIFY"),
                found.get(0).read());
        Memorandum loudoun = Memoranda.bundled()
                .findByFile("LoudounCountySO_WSO_MOA_032625.pdf")
                .orElseThrow();
        assertTrue(Memoranda.bundled().reading(loudoun).redline().departures().stream()
                .anyMatch(d -> d.kind() == Departure.Kind.ADDED
                        && d.page() == 11
                        && d.read().startsWith("ADDENDUM")));
    }

    @Test
    void blanksAreFilledNotChanged() throws IOException {
        MemorandumReading reading = open(MemoPdf.on("TFM-2025").agency("Juniper County Sheriff's Office"));
        List<Departure> filled = reading.redline().departures();
        assertTrue(filled.stream().allMatch(d -> d.kind() == Departure.Kind.FILLED), filled.toString());
        assertEquals("Juniper County Sheriff's Office", filled.get(0).read());
        assertEquals(
                "Somewhere",
                reading.contacts().get(reading.contacts().size() - 1).text());
        assertTrue(reading.contacts().stream().anyMatch(c -> c.role() == Contact.Role.PUBLIC_INFORMATION));
    }

    @Test
    void brokenLettersAreNoDifference() throws IOException {
        assertEquals(
                List.of(),
                departures(MemoPdf.on("TFM-2025")
                        .changed(t -> t.replace("performance", "perfonnance").replace("of the", "ofthe"))));
    }

    @Test
    void whatTravelsWithTheProgramGivesTheSameRedline() throws IOException {
        MemorandumReading reading = open(MemoPdf.on("JEM-2020")
                .changed(t -> t.replace("48 hours of the LEA", "96 hours of the LEA"))
                .signed("Date: June 11, 2020~Date: June 9, 2020", "Jane Doe~John Roe", "Assistant Director~Sheriff"));
        MemorandumReading back = HeldReading.read(reading.memorandum(), HeldReading.write(reading));
        assertEquals(
                reading.redline().departures().stream()
                        .filter(d -> d.kind() != Departure.Kind.FILLED)
                        .toList(),
                back.redline().departures().stream()
                        .filter(d -> d.kind() != Departure.Kind.FILLED)
                        .toList());
        assertEquals(reading.signatories(), back.signatories());
        assertEquals(Optional.of("John Roe"), back.signatories().get(0).name());
        assertEquals(Optional.of("Sheriff"), back.signatories().get(0).title());
        assertEquals(reading.clauses().size(), back.clauses().size());
        assertFalse(HeldReading.write(reading).contains("Somewhere\n,,"), "contacts stay out");
        assertTrue(back.contacts().stream()
                .allMatch(c -> c.role() == Contact.Role.COUNSEL
                        || c.text().equals("\u2026")
                        || c.text().equals("Somewhere")));
    }

    @Test
    void everyHeldMemorandumHasItsReading() {
        Memoranda memoranda = Memoranda.bundled();
        for (Memorandum m : memoranda.list()) {
            MemorandumReading reading = memoranda.reading(m);
            assertTrue(reading.clauses().size() > 20, m.file());
            assertTrue(reading.recognition().confidence() > 0.15, m.file());
            for (Departure d : reading.redline().departures()) {
                assertTrue(d.page() <= m.pages(), m.file() + " " + d);
            }
        }
        Memorandum oklahoma = memoranda
                .findByFile("OklahomaDeptPublicSafety_TFM_MOA_02.18.25.pdf")
                .orElseThrow();
        assertTrue(memoranda.reading(oklahoma).redline().departures().stream()
                .anyMatch(d -> d.kind() == Departure.Kind.STRUCK && d.form().equals("the authority") && d.page() == 1));
    }
}

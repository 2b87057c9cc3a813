package org.writwatch.papers.memo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.writwatch.agreements.memo.DutyCalendar;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.facts.phrase.Lang;

class RedlineFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 18);
    private static final Memorandum OKLAHOMA = Memoranda.bundled()
            .findByFile("OklahomaDeptPublicSafety_TFM_MOA_02.18.25.pdf")
            .orElseThrow();
    private static final RedlineView VIEW = new RedlineView(
            Memoranda.bundled().reading(OKLAHOMA), "Oklahoma Department of Public Safety, OK", List.of(), DAY);

    @Test
    void thePageMarksWhatWasStruckPutInAndFilled() {
        String page = RedlineHtml.of(VIEW, Lang.EN);
        assertTrue(page.contains("<del>whom</del> <ins>who</ins>"), "a changed word");
        assertTrue(page.contains("<del>the authority</del>"), "a struck phrase");
        assertTrue(page.contains("<ins>receipt of the</ins>"), "an added phrase");
        assertTrue(page.contains("<span class=\"filled\">Oklahoma Department of Public Safety,</span>"));
        assertTrue(page.contains("[p. 9]"), "the page of the file stands beside the words");
        assertTrue(page.contains("changed (VI, page 3)"), "each difference with clause and page");
        assertFalse(page.contains("http://") || page.contains("<script"), "nothing is loaded or run");
        assertEquals(page, RedlineHtml.of(VIEW, Lang.EN));
        assertTrue(RedlineHtml.of(VIEW, Lang.ES).contains("cambiado (VI, página 3)"));
        assertTrue(RedlineHtml.of(VIEW, Lang.ES).contains("<html lang=\"es\">"));
    }

    @Test
    void theDocumentHoldsRealTrackedChanges() throws IOException {
        byte[] bytes = RedlineDocx.of(VIEW, Lang.EN);
        assertArrayEquals(bytes, RedlineDocx.of(VIEW, Lang.EN));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            int added = 0;
            int struck = 0;
            StringBuilder deleted = new StringBuilder();
            for (var paragraph : document.getParagraphs()) {
                CTP p = paragraph.getCTP();
                added += p.sizeOfInsArray();
                struck += p.sizeOfDelArray();
                for (var del : p.getDelList()) {
                    del.getRList().forEach(r -> r.getDelTextList().forEach(t -> deleted.append(t.getStringValue())));
                }
            }
            int changes = (int)
                    VIEW.departures().stream().filter(d -> !d.read().isEmpty()).count();
            assertEquals(changes + 2, added, "each added run and the two of the legend");
            assertTrue(struck >= 4 && deleted.toString().contains("whom"), deleted.toString());
            assertEquals(1, document.getStyles().getStyle("Filled") == null ? 0 : 1);
        }
    }

    @Test
    void theCalendarRepeatsWhatRepeatsAndKeepsIds() {
        Memorandum clay =
                Memoranda.bundled().findByFile("287gJEM_ClayCoFl2020-03-11.pdf").orElseThrow();
        DutyCalendar calendar = DutyCalendar.of(clay, Optional.of(LocalDate.of(2020, 3, 11)), DAY);
        String ics = DutyIcs.of(clay, calendar, "", Lang.EN);
        assertTrue(ics.startsWith("BEGIN:VCALENDAR\r\n") && ics.endsWith("END:VCALENDAR\r\n"));
        String plain = ics.replace("\r\n ", "");
        assertTrue(plain.contains(
                "DTSTART;VALUE=DATE:20270311\r\nDTEND;VALUE=DATE:20270312\r\nRRULE:FREQ=YEARLY;INTERVAL=1"));
        assertTrue(plain.contains("BEGIN:VTODO"), "a hold limit has no date and is still there");
        assertTrue(plain.contains("V.B\\, page 5"), "clause and page");
        ics.lines().forEach(l -> assertTrue(l.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75, l));
        assertEquals(ics, DutyIcs.of(clay, calendar, ics, Lang.EN), "nothing changed, nothing counted up");
        DutyCalendar later = DutyCalendar.of(clay, Optional.of(LocalDate.of(2020, 3, 12)), DAY);
        String moved = DutyIcs.of(clay, later, ics, Lang.EN);
        assertTrue(moved.contains("SEQUENCE:1"), "a moved date is a new turn of the same event");
        assertEquals(
                ics.lines().filter(l -> l.startsWith("UID:")).toList(),
                moved.lines().filter(l -> l.startsWith("UID:")).toList());
    }
}

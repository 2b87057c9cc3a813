package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small pairs: what stands in the file, and what it means. All seen in real files. */
class NoiseTest {
    @Test
    void foldsGlyphsThatScannersSwap() {
        assertEquals(Fold.key("perform"), Fold.key("perfonn"));
        assertEquals(Fold.key("termination"), Fold.key("tennination"));
        assertEquals(Fold.key("§1357(g)"), Fold.key("§13S7{g)"));
        assertEquals(Fold.key("DOJ"), Fold.key("D0J,"));
        assertNotEquals(Fold.key("48"), Fold.key("72"));
        assertNotEquals(Fold.key("30"), Fold.key("90"));
        assertEquals("", Fold.key("•"));
    }

    @Test
    void editsAreCountedUpToTheirLimit() {
        assertEquals(3, Fold.edits("kitten", "sitting", 5));
        assertEquals(3, Fold.edits("kitten", "sitting", 2));
        assertEquals(0, Fold.edits("", "", 0));
        assertEquals(2, Fold.edits("", "ab", 4));
    }

    @Test
    void mendsFontsWithoutACharacterMap() {
        assertEquals("See", GlyphShift.mend("6HH"));
        assertEquals("Name", GlyphShift.mend("1DPH"));
        assertEquals("____", GlyphShift.mend("BBBB"));
        assertEquals("ICE", GlyphShift.mend("ICE"));
        assertEquals("9,", GlyphShift.mend("9,"), "a day of the month is no shifted VI");
        assertEquals("B", GlyphShift.mend("B"));
        assertEquals("(DHS)", GlyphShift.mend("(DHS)"));
    }

    @Test
    void readsRevisionMarksThroughTheirNoise() {
        assertEquals(
                Optional.of(LocalDate.of(2025, 2, 15)), Revision.of(List.of("Oconee 6 Revised 02115/2025"), Set.of()));
        assertEquals(Optional.of(LocalDate.of(2025, 2, 12)), Revision.of(List.of("Revised 02/1212025"), Set.of()));
        assertEquals(
                Optional.of(LocalDate.of(2025, 3, 7)),
                Revision.of(List.of("Revised 03/07/2025", "Revised 03/07/2026", "Revised 03/0712025"), Set.of()));
        assertEquals(Optional.empty(), Revision.of(List.of("Revised 03/07/2025", "Revised 02/12/2025"), Set.of()));
        assertEquals(Optional.empty(), Revision.of(List.of("the complaint procedure was revised in 2025"), Set.of()));
        assertEquals(
                Optional.of(LocalDate.of(2025, 2, 14)),
                Revision.of(List.of("OWYHEE COUNTY SHERIFF'S OFFICE Rev 2/14/25 5"), Set.of()));
        assertTrue(Revision.marks("OFFICE Rev 2/14/25 10"));
        assertFalse(Revision.marks("The procedure is revised annually"));
        List<String> scanned = List.of(
                "Revised 02/16/2026",
                "4 Revised 02/16/2025",
                "6 Revised 02/15/2025",
                "Revised 02/16/2026",
                "Revised 02/46/2026");
        LocalDate known = LocalDate.of(2025, 2, 15);
        assertEquals(Optional.of(known), Revision.of(scanned, Set.of(known)), "one mark says it, the others nearly");
        assertEquals(Optional.empty(), Revision.of(scanned, Set.of(LocalDate.of(2025, 2, 12))), "no mark says it");
        assertTrue(Revision.marks("Hamilton County 8 Revised 02/15/2025"));
    }

    @Test
    void readsDatesAsTheyAreWritten() {
        assertEquals(List.of(LocalDate.of(2025, 3, 18)), PrintedDate.all("Date: 3/18/25"));
        assertEquals(List.of(LocalDate.of(2025, 3, 26)), PrintedDate.all("Date: March 26, 2025"));
        assertEquals(List.of(LocalDate.of(2020, 1, 22)), PrintedDate.all("Date: JAN 2 2 2020"));
        assertEquals(List.of(LocalDate.of(2019, 10, 15)), PrintedDate.all("OCT 1 5 2019"));
        assertEquals(List.of(LocalDate.of(2020, 6, 9)), PrintedDate.all("Date: 2020.06.09 16:25:40 -04'00'"));
        assertEquals(List.of(), PrintedDate.all("Date: 13/45/2025, 5- I I - 2-o -z.o, 256-332-8824"));
    }

    @Test
    void readsTheRecognisersTable() {
        String tsv = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
                + "1\t1\t0\t0\t0\t0\t0\t0\t1700\t2200\t-1\t\n"
                + "5\t1\t1\t1\t1\t1\t170\t200\t100\t20\t96\tFor\n"
                + "5\t1\t1\t1\t1\t2\t300\t200\t50\t20\t96\tICE:\n"
                + "5\t1\t1\t1\t2\t1\t170\t250\t100\t20\t91\tTitle:\n"
                + "5\t1\t1\t1\t2\t2\t300\t250\t90\t20\t91\tSheriff\n"
                + "5\t1\t1\t1\t2\t3\t900\t250\t90\t20\t91\tTitle:\n";
        List<TextLine> lines = Tesseract.lines(tsv);
        assertEquals(
                List.of("For ICE:", "Title: Sheriff", "Title:"),
                lines.stream().map(TextLine::text).toList());
        assertEquals(170 * 792.0 / 2200, lines.get(0).x(), 1e-9);
        assertEquals(220 * 792.0 / 2200, lines.get(0).y(), 1e-9);
        assertTrue(lines.get(2).x() > 300);
    }
}

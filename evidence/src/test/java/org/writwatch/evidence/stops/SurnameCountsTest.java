package org.writwatch.evidence.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.evidence.stops.SurnameCounts.Rule;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;

class SurnameCountsTest {
    @TempDir
    Path folder;

    private SurnameCounts read(String counts, double above) throws IOException {
        Path census = Files.writeString(
                folder.resolve("census.csv"),
                "name,rank,pctwhite,pcthispanic\nGARCIA,8,5.38,92.00\nSMITH,1,70.90,2.40\nDE LA CRUZ,99,4,80.00\nRARE,9,(S),(S)\n");
        return SurnameCounts.read(Files.writeString(folder.resolve("counts.csv"), counts), census, above);
    }

    private static final String COUNTS = "name,race,stops,searched,hit\nGarcia,white,100,20,2\nSmith,white,800,40,20\n"
            + "DelaCruz,White,50,10,1\nRare,white,30,3,1\n,white,20,2,1\nGARCIA,Hispanic,200,50,10\n,hispanic,100,10,2\n";

    /** By hand: of 1,000 recorded as white, 100 Garcia at 92 %, 800 Smith at 2.4 %; the name the Census suppresses counts as none. */
    @Test
    void likelyAndWeightedAreCountedByHand() throws IOException {
        SurnameCounts counts = read(COUNTS.replace(",White,", ",white,"), 0.75);
        SurnameCounts.Group white = counts.groups().get("white");
        assertEquals(1000, white.stops());
        assertEquals(150, white.likely().stops(), "Garcia and De la Cruz, however it is written");
        assertEquals(30, white.likely().searched());
        assertEquals(100 * 0.92 + 800 * 0.024 + 50 * 0.8, white.weighted().stops(), 1e-9);
        assertEquals(20 * 0.92 + 40 * 0.024 + 10 * 0.8, white.weighted().searched(), 1e-9);
        assertEquals(50, white.unknown(), "the suppressed and the rare ones together");
        assertEquals(100, read(COUNTS, 0.85).groups().get("white").likely().stops());
    }

    @Test
    void ratesMoveDriversFromOneGroupToTheOther() throws IOException {
        SurnameCounts counts = read(COUNTS.replace(",White,", ",white,"), 0.75);
        SurnameCounts.Compared recorded = counts.compared(Rule.RECORDED, "white");
        assertEquals(60 / 300.0, recorded.minoritySearchRate(), 1e-12);
        assertEquals(75 / 1000.0, recorded.referenceSearchRate(), 1e-12);
        assertEquals(12 / 60.0, recorded.minorityHitRate(), 1e-12);
        SurnameCounts.Compared moved = counts.compared(Rule.RELABELLED, "white");
        assertEquals((60 + 30) / (300.0 + 150), moved.minoritySearchRate(), 1e-12);
        assertEquals((75 - 30) / (1000.0 - 150), moved.referenceSearchRate(), 1e-12);
        assertEquals((25 - 3) / (75.0 - 30), moved.referenceHitRate(), 1e-12);
        SurnameCounts.Compared weighted = counts.compared(Rule.WEIGHTED, "white");
        double stops = 100 * 0.92 + 800 * 0.024 + 50 * 0.8;
        double searches = 20 * 0.92 + 40 * 0.024 + 10 * 0.8;
        assertEquals((60 + searches) / (300 + stops), weighted.minoritySearchRate(), 1e-12);
        assertEquals((75 - searches) / (1000 - stops), weighted.referenceSearchRate(), 1e-12);
        assertTrue(Double.isNaN(counts.compared(Rule.RECORDED, "martian").referenceSearchRate()));
    }

    @Test
    void whatCouldTellWhoWasStoppedIsRefused() {
        for (String bad : new String[] {
            "name,race,stops\nGarcia,white,9\n",
            "name,race,stops,first_name\nGarcia,white,90,Ana\n",
            "name,race,stops,dob\nGarcia,white,90,1990-01-01\n",
            "name,race,stops,searched\nGarcia,white,90,91\n",
            "name,race,stops,searched,hit\nGarcia,white,90,20,21\n",
            "name,race,stops\nGarcia,white,-90\n",
            "name,stops\nGarcia,90\n"
        }) {
            BadInput refused = assertThrows(BadInput.class, () -> read(bad, 0.75), bad);
            assertTrue(refused.message(Lang.EN).contains("counts.csv"), refused.message(Lang.EN));
        }
    }
}

package org.writwatch.evidence.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;
import org.writwatch.facts.problem.BadInput;

/** The compact table of daily counts: what is written is read, and damage is named by row. */
class RunFileTest {
    private static final String HEADER = "facility,from,people\n";

    @Test
    void gapsAreDaysWithoutARowAndNeverZero() {
        DailyCustody read = read(HEADER + "AAA,2020-02-28,3 4\nAAA,2020-03-02,5\nBBB,2019-12-31,10 11\n");
        DailySeries aaa = read.find("AAA").orElseThrow();
        assertEquals(new Reading.Counted(4), aaa.reading(LocalDate.of(2020, 2, 29)));
        assertEquals(new Reading.NotReported(), aaa.reading(LocalDate.of(2020, 3, 1)));
        assertEquals(12, aaa.personDays());
        assertEquals(1, aaa.longestGap());
        assertEquals(new Period(LocalDate.of(2019, 12, 31), LocalDate.of(2020, 3, 2)), read.period());
        assertEquals(read, read(CustodyImport.runs(read)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facility,from,n\nAAA,2020-01-01,1\n",
                HEADER + "AAA,2020-01-01,1 0 2\n",
                HEADER + "AAA,2020-01-01,1 -2\n",
                HEADER + "AAA,2020-01-01,\n",
                HEADER + "AAA,2020-13-01,1\n",
                HEADER + "AAA,20-01-01,1\n",
                HEADER + "AAA,2020-01-01,1,2\n",
                HEADER + "AAA,2020-01-01,123456789\n",
                HEADER + "BBB,2020-01-01,1\nAAA,2020-01-01,1\n",
                HEADER + "AAA,2020-01-01,1 2\nAAA,2020-01-02,1\n",
                HEADER + "AAA,2020-01-01,1 2\nAAA,2020-01-03,1\n",
                HEADER + "AAA",
                HEADER + "AAA,2020-01-01",
            })
    void damageIsRefused(String text) {
        BadInput problem = assertThrows(BadInput.class, () -> read(text));
        assertTrue(problem.getMessage().startsWith("custody_daily.csv.gz row "), problem.getMessage());
    }

    @Test
    void everyPrefixOfATableIsReadOrRefused() {
        String table = HEADER + "AAA,2020-01-01,1 22\nAAA,2020-02-01,333\nBBB,2020-01-01,4\n";
        for (int i = 0; i < table.length(); i++) {
            String cut = table.substring(0, i);
            try {
                read(cut);
            } catch (BadInput | IllegalArgumentException expected) {
                continue;
            }
            assertTrue(cut.matches("(?s).*[0-9]\\n?"), cut);
        }
    }

    @Test
    void seriesBeginAndEndWithARow() {
        assertThrows(IllegalArgumentException.class, () -> new DailySeries("A", LocalDate.EPOCH, new int[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> new DailySeries("A", LocalDate.EPOCH, new int[] {}));
        assertThrows(IllegalArgumentException.class, () -> new DailySeries("A", LocalDate.EPOCH, new int[] {1, -1, 1}));
        assertThrows(IllegalArgumentException.class, () -> DailyCustody.of(List.of()));
    }

    private static DailyCustody read(String text) {
        return BundledCustody.daily(text.getBytes(StandardCharsets.US_ASCII));
    }

    @org.junit.jupiter.api.Test
    void anImportWritesItsOwnLinesOfTheListOfSourcesAndNoOther() {
        String list = "file,publisher\ncustody/a,old\nother.json,\"x, y\"\n";
        org.junit.jupiter.api.Assertions.assertEquals(
                "file,publisher\ncustody/b,new\ncustody/a,new\nother.json,\"x, y\"\n",
                CustodyImport.withOwnLines(
                        list, java.util.Map.of("custody/a", "custody/a,new", "custody/b", "custody/b,new")));
    }
}

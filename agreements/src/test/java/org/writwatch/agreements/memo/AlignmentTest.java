package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    /** The textbook table: length of a longest common subsequence. */
    private static int slow(List<String> a, List<String> b) {
        int[][] best = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                best[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.size()][b.size()];
    }

    @Test
    void findsAsManyEqualWordsAsTheSlowTable() {
        Random random = new Random(287);
        for (int round = 0; round < 300; round++) {
            List<String> a = words(random, random.nextInt(40));
            List<String> b = words(random, random.nextInt(40));
            Alignment alignment = Alignment.of(a, b);
            int equal = 0;
            int last = -1;
            for (int i = 0; i < a.size(); i++) {
                int j = alignment.textOf(i);
                if (j >= 0 && alignment.isExact(i)) {
                    assertEquals(a.get(i), b.get(j));
                    assertTrue(j > last, "order is kept");
                    last = j;
                    equal++;
                }
            }
            assertEquals(slow(a, b), equal, a + " against " + b);
        }
    }

    private static List<String> words(Random random, int n) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            words.add(String.valueOf((char) ('q' + random.nextInt(5))));
        }
        return words;
    }

    @Test
    void matchesMisreadJoinedAndSplitWords() {
        List<String> form =
                List.of("the", "results", "of", "the", "internal", "investigation", "shall", "be", "reported");
        List<String> text =
                List.of("the", "rcsults", "ofthe", "inter", "nal", "investigat1on", "shall", "be", "reported");
        Alignment a = Alignment.of(form, text);
        assertEquals(1, a.textOf(1));
        assertEquals(2, a.textOf(2));
        assertEquals(2, a.textOf(3));
        assertEquals(3, a.textOf(4));
        assertEquals(5, a.textOf(5));
        assertEquals(8, a.textOf(8));
    }

    @Test
    void aChangedNumberIsNoMisreading() {
        Alignment a = Alignment.of(List.of("wlthln", "48", "hours"), List.of("wlthln", "72", "hours"));
        assertEquals(-1, a.textOf(1));
        assertEquals(-1, a.formOf(1));
    }
}

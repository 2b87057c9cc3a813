package org.writwatch.facts.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void wordsFoldWhatDoesNotCount() {
        assertEquals(List.of("st", "marys", "county"), Spelling.words("  St. Mary\u2019s   COUNTY "));
        assertEquals(List.of("st", "louis"), Spelling.words("Saint-Louis"));
        assertEquals(List.of("ste", "genevieve"), Spelling.words("Sainte Genevi\u00e8ve"));
        assertEquals(List.of("nc"), Spelling.words("N.C."));
        assertEquals("dekalb", Spelling.key("De Kalb"));
        assertEquals("canovanas", Spelling.key("Can\u00f3vanas"));
        assertEquals("mecklenburg", Spelling.key("\u041c\u0415CK\u200dLENBURG"));
        assertEquals(List.of(), Spelling.words("--- \u2014 "));
    }

    @Test
    void distanceCountsSlips() {
        assertEquals(0, Spelling.distance("wake", "wake", 3));
        assertEquals(1, Spelling.distance("wake", "wkae", 3));
        assertEquals(2, Spelling.distance("mecklemburgo", "mecklenburg", 3));
        assertEquals(4, Spelling.distance("abc", "xyzuvw", 3));
        assertEquals(3, Spelling.distance("", "abc", 3));
    }

    /** The plain recursion of the definition. */
    private static int slow(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        String a1 = a.substring(1);
        String b1 = b.substring(1);
        int best = slow(a1, b1) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        best = Math.min(best, Math.min(slow(a1, b), slow(a, b1)) + 1);
        if (a.length() > 1 && b.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)) {
            best = Math.min(best, slow(a.substring(2), b.substring(2)) + 1);
        }
        return best;
    }

    @Test
    void distanceAgreesWithItsDefinition() {
        Random random = new Random(287);
        for (int i = 0; i < 2000; i++) {
            String a = word(random);
            String b = word(random);
            int atMost = random.nextInt(5);
            assertEquals(Math.min(slow(a, b), atMost + 1), Spelling.distance(a, b, atMost), a + " " + b);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(7); n > 0; n--) {
            word.append("abc".charAt(random.nextInt(3)));
        }
        return word.toString();
    }
}

package org.writwatch.estimates.changepoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RealJailsTest {
    private static final EndSearch ENDS = EndSearch.daily();

    @Test
    void findsTheTwoJailsThatEndedInDecember2018AndMovesWithThem() throws IOException {
        Map<String, double[]> jails = JailDays.all();
        assertEnd(jails.get("MECKLNC"), JailDays.index("2018-12-05"), 2);
        assertEnd(jails.get("WAKECNC"), JailDays.index("2018-12-07"), 7);
        assertEnd(shifted(jails.get("MECKLNC"), 90), JailDays.index("2018-12-05") + 90, 2);
    }

    private static void assertEnd(double[] y, int day, int within) {
        End end = ENDS.find(y).orElseThrow();
        assertEquals(day, end.index(), within);
        assertTrue(end.toNothing());
        Change strongest = ChangePointSearch.daily().findStrongest(y).orElseThrow();
        assertEquals(day, strongest.index(), within);
    }

    private static double[] shifted(double[] y, int days) {
        double[] out = new double[y.length];
        System.arraycopy(y, 0, out, days, y.length - days);
        return out;
    }

    /** Jails in use (a person a day over two years, half a person over the last four weeks), emptied on a random day. */
    @Test
    void plantedEndsInRandomJailsAreFoundWithinThreeDays() throws IOException {
        Map<String, double[]> jails = JailDays.all();
        List<double[]> list = new ArrayList<>(jails.values());
        SplittableRandom random = new SplittableRandom(287);
        List<Integer> errors = new ArrayList<>();
        int found = 0;
        while (errors.size() < 200) {
            double[] y = list.get(random.nextInt(list.size()));
            int day = 730 + random.nextInt(JailDays.DAYS - 730 - 365);
            double held = 0;
            for (int t = day - 730; t < day; t++) {
                held += y[t];
            }
            double lately = 0;
            for (int t = day - 28; t < day; t++) {
                lately += y[t];
            }
            if (held < 730 || lately < 14) {
                continue;
            }
            double[] planted = y.clone();
            Arrays.fill(planted, day, planted.length, 0);
            var end = ENDS.find(planted);
            if (end.isPresent()) {
                found++;
            }
            errors.add(end.map(c -> Math.abs(c.index() - day)).orElse(9999));
        }
        errors.sort(null);
        System.out.println("planted ends: found " + found + " of 200, median error " + errors.get(100) + ", quartile "
                + errors.get(150) + ", ninth decile " + errors.get(180));
        assertTrue(errors.get(100) <= 3, "median error " + errors.get(100));
        assertTrue(found >= 180, "found " + found);
    }

    /** Cut the file at a random day: a jail that held people on that day must not be said to have ended. */
    @Test
    void jailsThatGoOnAreNotSaidToHaveEnded() throws IOException {
        Map<String, double[]> jails = JailDays.all();
        List<double[]> list = new ArrayList<>(jails.values());
        SplittableRandom random = new SplittableRandom(287);
        int tried = 0;
        int wrong = 0;
        while (tried < 1000) {
            double[] y = list.get(random.nextInt(list.size()));
            int cut = 730 + random.nextInt(JailDays.DAYS - 730 - 365);
            double later = 0;
            double held = 0;
            for (int t = cut; t < cut + 365; t++) {
                later += y[t];
            }
            for (int t = cut - 730; t < cut; t++) {
                held += y[t];
            }
            if (held < 73 || later < 37) {
                continue;
            }
            tried++;
            if (ENDS.find(Arrays.copyOf(y, cut)).isPresent()) {
                wrong++;
            }
        }
        System.out.println("false ends: " + wrong + " of 1000");
        assertTrue(wrong <= 50, "false ends " + wrong);
    }
}

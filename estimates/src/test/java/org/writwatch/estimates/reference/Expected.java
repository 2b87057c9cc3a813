package org.writwatch.estimates.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writwatch.estimates.Shared;

/** Numbers the reference packages give, and a count of how many of them are met. */
public final class Expected {
    /** What was computed for one case: value by quantity and keys; NaN where there is none. */
    public interface Computed {
        double get(String quantity, String k1, String k2);
    }

    private final String file;
    private final Table table;

    private Expected(String file, Table table) {
        this.file = file;
        this.table = table;
    }

    public static Expected of(String file) {
        return new Expected(file, Table.read(Shared.path("data/did/expected/" + file)));
    }

    public static Table data(String file) {
        return Table.read(Shared.path("data/did/" + file));
    }

    /** Compares every row whose case is given; every row of the file must belong to a case given. */
    public void check(Map<String, Computed> cases) {
        check(cases, 0, Set.of());
    }

    /**
     * The same where a reference itself is not exact.
     *
     * @param unsettled relative difference up to which a number counts as met although the row asks for more: the reference's own
     *     iterations stop there
     * @param left rows not compared, as {@code case,quantity,k1}; a test of their own says why
     */
    public void check(Map<String, Computed> cases, double unsettled, Set<String> left) {
        int near = 0;
        Map<String, int[]> counts = new LinkedHashMap<>();
        List<String> misses = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            String name = table.text(i, "case");
            Computed computed = cases.get(name);
            assertTrue(computed != null, file + ": no specification for case " + name);
            double want = table.number(i, "value");
            double tolerance = table.number(i, "tol_rel");
            String row = name + "," + table.text(i, "quantity") + "," + table.text(i, "k1");
            if (Double.isNaN(tolerance) || left.contains(row)) {
                continue;
            }
            double got = computed.get(table.text(i, "quantity"), table.text(i, "k1"), table.text(i, "k2"));
            boolean met = Double.isNaN(want)
                    ? Double.isNaN(got)
                    : Math.abs(got - want) <= tolerance * Math.max(Math.abs(want), 1e-3);
            if (!met && Math.abs(got - want) <= unsettled * Math.abs(want)) {
                near++;
                continue;
            }
            int[] count = counts.computeIfAbsent(name, k -> new int[2]);
            count[1]++;
            if (met) {
                count[0]++;
            } else {
                misses.add(row + "," + table.text(i, "k2") + " wanted " + want + " got " + got);
            }
        }
        int met = counts.values().stream().mapToInt(c -> c[0]).sum();
        int all = counts.values().stream().mapToInt(c -> c[1]).sum();
        System.out.println(file + ": " + met + " of " + (all + near) + " within tolerance"
                + (near > 0 ? ", " + near + " within " + unsettled : "")
                + (left.isEmpty() ? "" : ", not compared " + left));
        assertTrue(
                misses.isEmpty(),
                () -> file + " misses " + misses.size() + ":\n"
                        + String.join("\n", misses.subList(0, Math.min(40, misses.size()))) + "\n" + summary(counts));
    }

    /** One number of the file. */
    public double value(String name, String quantity, String k1) {
        for (int i = 0; i < table.size(); i++) {
            if (table.text(i, "case").equals(name)
                    && table.text(i, "quantity").equals(quantity)
                    && table.text(i, "k1").equals(k1)) {
                return table.number(i, "value");
            }
        }
        throw new IllegalArgumentException(file + ": no " + name + "," + quantity + "," + k1);
    }

    private static String summary(Map<String, int[]> counts) {
        StringBuilder s = new StringBuilder();
        counts.forEach((k, c) ->
                s.append(k).append(' ').append(c[0]).append('/').append(c[1]).append('\n'));
        return s.toString();
    }
}

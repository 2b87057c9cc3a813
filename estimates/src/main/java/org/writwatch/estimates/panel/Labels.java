package org.writwatch.estimates.panel;

import java.util.Arrays;

/** Labels to codes by ascending label. Fast when labels are few, dense, or already in order. */
public final class Labels {
    private static final int DENSE = 1 << 24;

    private Labels() {}

    /** Distinct labels, ascending. */
    public static int[] distinct(int[] values) {
        if (values.length == 0) {
            return values;
        }
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        if ((long) high - low < DENSE) {
            boolean[] seen = new boolean[high - low + 1];
            for (int v : values) {
                seen[v - low] = true;
            }
            int count = 0;
            for (boolean s : seen) {
                count += s ? 1 : 0;
            }
            int[] out = new int[count];
            int k = 0;
            for (int i = 0; i < seen.length; i++) {
                if (seen[i]) {
                    out[k++] = low + i;
                }
            }
            return out;
        }
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int k = 0;
        for (int v : sorted) {
            if (k == 0 || sorted[k - 1] != v) {
                sorted[k++] = v;
            }
        }
        return Arrays.copyOf(sorted, k);
    }

    /** Position of each label among the distinct ones. */
    public static int[] codes(int[] values, int[] distinct) {
        int[] out = new int[values.length];
        if (distinct.length == 0) {
            return out;
        }
        int low = distinct[0];
        long range = (long) distinct[distinct.length - 1] - low;
        if (range < DENSE) {
            int[] code = new int[(int) range + 1];
            for (int i = 0; i < distinct.length; i++) {
                code[distinct[i] - low] = i;
            }
            for (int i = 0; i < out.length; i++) {
                out[i] = code[values[i] - low];
            }
            return out;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = i > 0 && values[i] == values[i - 1] ? out[i - 1] : Arrays.binarySearch(distinct, values[i]);
        }
        return out;
    }

    /** Distinct numbers, ascending; no NaN. */
    public static double[] distinct(double[] values) {
        double[] found = new double[16];
        int k = 0;
        double last = Double.NaN;
        for (double v : values) {
            if (v == last) {
                continue;
            }
            last = v;
            int at = Arrays.binarySearch(found, 0, k, v);
            if (at < 0) {
                int put = -at - 1;
                if (k == found.length) {
                    found = Arrays.copyOf(found, 2 * k);
                }
                System.arraycopy(found, put, found, put + 1, k - put);
                found[put] = v;
                k++;
            }
        }
        return Arrays.copyOf(found, k);
    }

    /** Position of each number among the distinct ones. */
    public static int[] codes(double[] values, double[] distinct) {
        int[] out = new int[values.length];
        int k = distinct.length;
        int guess = 0;
        for (int i = 0; i < out.length; i++) {
            double v = values[i];
            if (distinct[guess] != v) {
                guess = guess + 1 < k && distinct[guess + 1] == v
                        ? guess + 1
                        : distinct[0] == v ? 0 : Arrays.binarySearch(distinct, v);
            }
            out[i] = guess;
        }
        return out;
    }
}

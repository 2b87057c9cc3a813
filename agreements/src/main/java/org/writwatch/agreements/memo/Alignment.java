package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a memorandum laid against the words of a form.
 *
 * <p>First the longest common run of equal words is found by Myers' greedy algorithm ("An O(ND) Difference Algorithm and
 * Its Variations", Algorithmica 1, 1986), then what lies between is compared letter by letter, so that a misread word, a
 * word split in two or two words run together still count as the same. Cost grows with the number of differences, which
 * is bounded; beyond the bound the rest is left unmatched.
 */
final class Alignment {
    /** Differences after which two texts are not worth comparing; the trace then holds some 64 MB. */
    private static final int MAX_DIFFERENCES = 4000;

    private static final int MAX_GAP = 400;

    private final int[] formToText;
    private final int[] textToForm;
    private final boolean[] exact;

    private Alignment(int formWords, int textWords) {
        formToText = new int[formWords];
        textToForm = new int[textWords];
        exact = new boolean[formWords];
        Arrays.fill(formToText, -1);
        Arrays.fill(textToForm, -1);
    }

    /** Lays a text against a form; both as folded keys, empty keys match nothing. */
    static Alignment of(List<String> form, List<String> text) {
        int[] formAt = indices(form);
        int[] textAt = indices(text);
        Alignment a = new Alignment(form.size(), text.size());
        List<int[]> pairs = myers(keys(form, formAt), keys(text, textAt));
        int f = 0;
        int t = 0;
        for (int[] pair : pairs) {
            a.near(form, text, formAt, textAt, f, pair[0], t, pair[1]);
            a.match(formAt[pair[0]], textAt[pair[1]], true);
            f = pair[0] + 1;
            t = pair[1] + 1;
        }
        a.near(form, text, formAt, textAt, f, formAt.length, t, textAt.length);
        return a;
    }

    /** The word of the text that stands for this word of the form, or -1. */
    int textOf(int formWord) {
        return formToText[formWord];
    }

    /** The word of the form that this word of the text stands for, or -1. */
    int formOf(int textWord) {
        return textToForm[textWord];
    }

    /** Whether the word was read letter for letter (after folding). */
    boolean isExact(int formWord) {
        return exact[formWord];
    }

    private void match(int form, int text, boolean same) {
        if (formToText[form] < 0) {
            formToText[form] = text;
            exact[form] = same;
        }
        if (textToForm[text] < 0) {
            textToForm[text] = form;
        }
    }

    /** Matches misread words inside one gap by weighted edit distance over words. */
    private void near(
            List<String> form, List<String> text, int[] formAt, int[] textAt, int f0, int f1, int t0, int t1) {
        int n = f1 - f0;
        int m = t1 - t0;
        if (n == 0 || m == 0 || n > MAX_GAP || m > MAX_GAP) {
            return;
        }
        // best[i][j]: most letters matched between the first i words of the form's gap and the first j of the text's
        int[][] best = new int[n + 1][m + 1];
        byte[][] step = new byte[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (i > 0) {
                    offer(best, step, i, j, best[i - 1][j], (byte) 1);
                }
                if (j > 0) {
                    offer(best, step, i, j, best[i][j - 1], (byte) 2);
                }
                if (i > 0 && j > 0) {
                    String a = form.get(formAt[f0 + i - 1]);
                    String b = text.get(textAt[t0 + j - 1]);
                    if (Fold.alike(a, b)) {
                        offer(best, step, i, j, best[i - 1][j - 1] + a.length(), (byte) 3);
                    }
                    if (i > 1) {
                        String two = form.get(formAt[f0 + i - 2]) + a;
                        if (b.length() > 2 && Fold.alike(two, b)) {
                            offer(best, step, i, j, best[i - 2][j - 1] + two.length(), (byte) 4);
                        }
                    }
                    if (j > 1) {
                        String two = text.get(textAt[t0 + j - 2]) + b;
                        if (a.length() > 2 && Fold.alike(a, two)) {
                            offer(best, step, i, j, best[i - 1][j - 2] + a.length(), (byte) 5);
                        }
                    }
                }
            }
        }
        int i = n;
        int j = m;
        while (i > 0 || j > 0) {
            int f = f0 + i - 1;
            int t = t0 + j - 1;
            switch (step[i][j]) {
                case 1 -> i--;
                case 2 -> j--;
                case 3 -> {
                    match(formAt[f], textAt[t], false);
                    i--;
                    j--;
                }
                case 4 -> {
                    match(formAt[f - 1], textAt[t], false);
                    match(formAt[f], textAt[t], false);
                    i -= 2;
                    j--;
                }
                default -> {
                    match(formAt[f], textAt[t - 1], false);
                    match(formAt[f], textAt[t], false);
                    i--;
                    j -= 2;
                }
            }
        }
    }

    private static void offer(int[][] best, byte[][] step, int i, int j, int value, byte how) {
        if (step[i][j] == 0 || value > best[i][j]) {
            best[i][j] = value;
            step[i][j] = how;
        }
    }

    private static int[] indices(List<String> keys) {
        int[] at = new int[keys.size()];
        int n = 0;
        for (int i = 0; i < at.length; i++) {
            if (!keys.get(i).isEmpty()) {
                at[n++] = i;
            }
        }
        return Arrays.copyOf(at, n);
    }

    private static String[] keys(List<String> all, int[] at) {
        String[] keys = new String[at.length];
        for (int i = 0; i < at.length; i++) {
            keys[i] = all.get(at[i]);
        }
        return keys;
    }

    /** Pairs (a, b) of equal words on a longest common subsequence, in order. */
    private static List<int[]> myers(String[] a, String[] b) {
        int n = a.length;
        int m = b.length;
        int limit = Math.min(n + m, MAX_DIFFERENCES);
        int[] v = new int[2 * limit + 3];
        int zero = limit + 1;
        List<int[]> trace = new ArrayList<>();
        int reachedK = Integer.MIN_VALUE;
        int furthest = -1;
        int furthestK = 0;
        int d = 0;
        for (; d <= limit && reachedK == Integer.MIN_VALUE; d++) {
            furthest = -1;
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && v[zero + k - 1] < v[zero + k + 1]);
                int x = down ? v[zero + k + 1] : v[zero + k - 1] + 1;
                int y = x - k;
                while (x < n && y < m && a[x].equals(b[y])) {
                    x++;
                    y++;
                }
                v[zero + k] = x;
                if (x <= n && y <= m && x + y > furthest) {
                    furthest = x + y;
                    furthestK = k;
                }
                if (x >= n && y >= m) {
                    reachedK = k;
                    break;
                }
            }
            trace.add(Arrays.copyOfRange(v, zero - d - 1, zero + d + 2));
        }
        int last = trace.size() - 1;
        int k = reachedK == Integer.MIN_VALUE ? furthestK : reachedK;
        int x = trace.get(last)[last + 1 + k];
        List<int[]> pairs = new ArrayList<>();
        for (int depth = last; depth >= 0; depth--) {
            int[] before = depth == 0 ? new int[] {0, 0, 0} : trace.get(depth - 1);
            int mid = depth == 0 ? 1 : depth;
            int startX = 0;
            int previousK = 0;
            if (depth > 0) {
                int left = valueAt(before, mid + k - 1);
                int right = valueAt(before, mid + k + 1);
                boolean down = k == -depth || (k != depth && left < right);
                previousK = down ? k + 1 : k - 1;
                startX = down ? right : left + 1;
            }
            while (x > startX) {
                x--;
                pairs.add(new int[] {x, x - k});
            }
            if (depth > 0) {
                x = valueAt(before, mid + previousK);
                k = previousK;
            }
        }
        java.util.Collections.reverse(pairs);
        return pairs;
    }

    private static int valueAt(int[] values, int index) {
        return index < 0 || index >= values.length ? 0 : values[index];
    }
}

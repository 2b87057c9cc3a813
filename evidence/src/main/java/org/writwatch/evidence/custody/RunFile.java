package org.writwatch.evidence.custody;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * Our own compact table of counts: one row for every run of consecutive days (or months) that have a count.
 *
 * <pre>facility,from,people
 * MECKLNC,2018-12-01,1 2 2 1 5 1</pre>
 *
 * says 1 person on December 1, 2 on the 2nd, and so on; a day outside every run has no row in the release. Rows are
 * ordered by facility, then day. One pass over the bytes: all 45,000 rows take a fraction of a second.
 */
final class RunFile {
    /** Takes one run. */
    interface Sink {
        /**
         * Called in the order of the file.
         *
         * @param code facility
         * @param from day of the first count (for months, the first day of the month)
         * @param counts the counts, each at least 1
         * @return false when the run is out of order, which makes the row bad input
         */
        boolean accept(String code, LocalDate from, int[] counts);
    }

    private final String name;
    private final byte[] bytes;
    private int at;
    private int row = 1;
    private String code = "";
    private int[] counts = new int[4096];

    private RunFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * Reads every run.
     *
     * @param unit name of the third column
     * @throws BadInput when a row is not of this form or out of order
     */
    static void read(String name, String unit, byte[] bytes, Sink sink) {
        new RunFile(name, bytes).read(header(unit), sink);
    }

    static String header(String unit) {
        return "facility,from," + unit + "\n";
    }

    private void read(String header, Sink sink) {
        byte[] expected = header.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length < expected.length || !Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length)) {
            throw bad();
        }
        at = expected.length;
        while (at < bytes.length) {
            row++;
            String run = code();
            LocalDate from = day();
            int[] people = counts();
            if (run.compareTo(code) < 0 || !sink.accept(run, from, people)) {
                throw bad();
            }
            code = run;
        }
    }

    private String code() {
        int length = code.length();
        boolean same = length > 0 && at + length < bytes.length && bytes[at + length] == ',';
        for (int i = 0; same && i < length; i++) {
            same = bytes[at + i] == code.charAt(i);
        }
        int from = at;
        at += same ? length : 0;
        while (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n') {
            at++;
        }
        return same ? code : new String(bytes, from, at - from, StandardCharsets.US_ASCII);
    }

    private LocalDate day() {
        if (at + 12 >= bytes.length || bytes[at] != ',' || bytes[at + 11] != ',') {
            throw bad();
        }
        try {
            LocalDate day = LocalDate.of(digits(at + 1, 4), digits(at + 6, 2), digits(at + 9, 2));
            at += 12;
            return day;
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    private int[] counts() {
        int filled = 0;
        int n = 0;
        int digits = 0;
        while (true) {
            int b = at < bytes.length ? bytes[at++] : '\n';
            if (b >= '0' && b <= '9' && digits < 8) {
                n = n * 10 + (b - '0');
                digits++;
            } else if ((b == ' ' || b == '\n') && digits > 0 && n > 0) {
                counts = filled == counts.length ? Arrays.copyOf(counts, filled * 2) : counts;
                counts[filled++] = n;
                n = 0;
                digits = 0;
                if (b == '\n') {
                    return Arrays.copyOf(counts, filled);
                }
            } else {
                throw bad();
            }
        }
    }

    private int digits(int from, int count) {
        int n = 0;
        for (int i = from; i < from + count; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw bad();
            }
            n = n * 10 + (bytes[i] - '0');
        }
        return n;
    }

    private BadInput bad() {
        return new BadInput(
                name + " row " + row,
                Phrase.of("evidence", "bad.run-found"),
                Phrase.of("evidence", "bad.run-expected"),
                Phrase.of("evidence", "bad.bundle-remedy"));
    }
}

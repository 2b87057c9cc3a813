package org.writwatch.agreements.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a printed signing date.
 *
 * @param date the day meant; empty when nothing is printed or what is printed cannot be a signing date
 * @param repaired whether it had to be repaired: text with a missing stroke, "05/082025"
 */
public record SignedDate(Optional<LocalDate> date, boolean repaired) {
    /** Section 287(g) became law on this day (Pub. L. 104-208, div. C, sec. 133); nothing was signed before. */
    static final LocalDate LAW = LocalDate.of(1996, 9, 30);

    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-]?(\\d{4})");

    /**
     * Reads what {@link Printed#signed} holds.
     *
     * @param listed the day of the list; a day more than a month after it is impossible (ICE has printed the year 5025)
     */
    public static SignedDate read(String printed, LocalDate listed) {
        SignedDate read = read(printed);
        return read.date.isPresent() && !isPossible(read.date.get(), listed)
                ? new SignedDate(Optional.empty(), read.repaired)
                : read;
    }

    /** The same whatever the day of the list: what it is read as on a list on which that is possible. */
    public static SignedDate read(String printed) {
        if (printed.isEmpty()) {
            return new SignedDate(Optional.empty(), false);
        }
        Matcher american = AMERICAN.matcher(printed);
        try {
            boolean text = american.matches();
            LocalDate date = text
                    ? LocalDate.of(
                            Integer.parseInt(american.group(3)),
                            Integer.parseInt(american.group(1)),
                            Integer.parseInt(american.group(2)))
                    : LocalDate.parse(printed);
            return new SignedDate(date.isBefore(LAW) ? Optional.empty() : Optional.of(date), text);
        } catch (DateTimeException e) {
            return new SignedDate(Optional.empty(), false);
        }
    }

    /** Whether a list of that day can name such a signing date. */
    public static boolean isPossible(LocalDate signed, LocalDate listed) {
        return !signed.isAfter(listed) || !signed.isAfter(listed.plusDays(31));
    }

    /**
     * A date cell as printed by {@link Printed#signed}.
     *
     * @param days the number in the cell: days since 30 December 1899, or since 1 January 1904
     */
    static String ofCell(String days, boolean countsFrom1904) {
        try {
            double number = Double.parseDouble(days);
            if (!(number >= 1 && number < 2_958_466)) {
                return days;
            }
            LocalDate start = countsFrom1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            return start.plusDays((long) number).toString();
        } catch (NumberFormatException e) {
            return days;
        }
    }
}

package org.writwatch.agreements.memo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people print, stamp or type them in the United States: month first. */
final class PrintedDate {
    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9])(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?(20\\d\\d|\\d\\d)(?![0-9])");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(" + MONTHS + ")[a-z]*\\.? ?(\\d ?\\d|\\d)(?:st|nd|rd|th)?,? ?(2 ?0 ?\\d ?\\d)(?![0-9])");
    private static final Pattern SIGNED = Pattern.compile("(20\\d\\d)\\.(\\d\\d)\\.(\\d\\d)");

    private PrintedDate() {}

    /** Every date in the text that the calendar has, in the order printed. */
    static List<LocalDate> all(String text) {
        List<LocalDate> dates = new ArrayList<>();
        Matcher signed = SIGNED.matcher(text);
        while (signed.find()) {
            day(signed.group(1), signed.group(2), signed.group(3)).ifPresent(dates::add);
        }
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            int month = MONTHS.indexOf(words.group(1).toLowerCase(Locale.ROOT)) / 4 + 1;
            day(words.group(3), String.valueOf(month), words.group(2)).ifPresent(dates::add);
        }
        Matcher numbers = NUMBERS.matcher(signed.replaceAll(" "));
        while (numbers.find()) {
            day(numbers.group(3), numbers.group(1), numbers.group(2)).ifPresent(dates::add);
        }
        return dates;
    }

    /** The day these digits name, when the calendar has it and agreements were signed then. */
    static Optional<LocalDate> day(String year, String month, String day) {
        String y = year.replace(" ", "");
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(y.length() == 2 ? "20" + y : y),
                            Integer.parseInt(month),
                            Integer.parseInt(day.replace(" ", ""))))
                    .filter(d -> d.getYear() >= 2015 && d.getYear() <= 2040);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

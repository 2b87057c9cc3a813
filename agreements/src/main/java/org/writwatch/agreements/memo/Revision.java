package org.writwatch.agreements.memo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The revision mark ICE prints at the foot of its forms since February 2025 ("Revised 02/15/2025").
 *
 * <p>Scanners read a slash as a 1 ("02/1212025") and misread single digits on single pages, so the mark is read
 * leniently on every page and the reading most pages agree on wins; without a majority there is none.
 */
final class Revision {
    private static final Pattern MARK = Pattern.compile("(?i)rev[il1!]s[ec]d\\s*:?\\s*([0-9OoIl|/. ,-]{6,16})");

    private Revision() {}

    /** Whether the line carries a mark. */
    static boolean marks(String line) {
        return line.toLowerCase(Locale.ROOT).contains("sed")
                && MARK.matcher(line).find();
    }

    /** The date most marks agree on. */
    static Optional<LocalDate> of(List<String> lines) {
        Map<LocalDate, Integer> votes = new TreeMap<>();
        int all = 0;
        for (String line : lines) {
            Matcher m = MARK.matcher(line);
            while (m.find()) {
                all++;
                read(m.group(1)).ifPresent(d -> votes.merge(d, 1, Integer::sum));
            }
        }
        int marks = all;
        return votes.entrySet().stream()
                .filter(e -> 2 * e.getValue() > marks || votes.size() == 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Month, day and year out of a mark, a 1 standing for either slash. */
    static Optional<LocalDate> read(String mark) {
        String m = mark.replaceAll("[Oo]", "0").replaceAll("[Il|]", "1").replaceAll("[ ,.-]", "");
        List<LocalDate> readings = new ArrayList<>();
        for (String form : List.of("(\\d\\d?)/(\\d\\d?)/(\\d{4})", "(\\d\\d)[/1]?(\\d\\d)[/1]?(\\d{4})")) {
            Matcher date = Pattern.compile(form).matcher(m);
            if (date.matches()) {
                day(date.group(3), date.group(1), date.group(2)).ifPresent(readings::add);
            }
        }
        return readings.stream()
                .filter(d -> d.getYear() >= 2015 && d.getYear() <= 2040)
                .findFirst();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

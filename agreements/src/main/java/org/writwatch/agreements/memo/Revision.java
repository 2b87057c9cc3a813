package org.writwatch.agreements.memo;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The revision mark ICE prints at the foot of its forms since February 2025 ("Revised 02/15/2025").
 *
 * <p>Scanners read a slash as a 1 ("02/1212025") and misread single digits on single pages, so the mark is read
 * leniently on every page and the reading most pages agree on wins; without a majority there is none.
 */
final class Revision {
    private static final Pattern MARK =
            Pattern.compile("(?i)\\brev(?:[il1!]s[ec]d)?\\.?\\s*:?\\s*([0-9OoIl|/. ,-]{6,16})");

    /** A whole date with its slashes; what follows it on the line, a page number, is not of it. */
    private static final Pattern DATE = Pattern.compile("^(\\d\\d?) ?/ ?(\\d\\d?) ?/ ?(20\\d\\d|(?!20)\\d\\d)(?!\\d)");

    /** Of the eight digits of a mark, as many may be misread on a scanned page. */
    private static final int MISREAD = 2;

    private Revision() {}

    /** Whether the line carries a mark. */
    static boolean marks(String line) {
        return line.toLowerCase(Locale.ROOT).contains("rev")
                && MARK.matcher(line).find();
    }

    /**
     * The date most marks agree on; where none has a majority, the one revision of the form that at least one mark says and
     * that most marks differ from in two digits at most.
     *
     * @param known the revisions of the form
     */
    static Optional<LocalDate> of(List<String> lines, Set<LocalDate> known) {
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
        Optional<LocalDate> agreed = votes.entrySet().stream()
                .filter(e -> 2 * e.getValue() > marks || votes.size() == 1)
                .map(Map.Entry::getKey)
                .findFirst();
        List<LocalDate> near = known.stream()
                .filter(votes::containsKey)
                .filter(k -> 2 * near(k, votes) > marks)
                .toList();
        return agreed.isPresent() || near.size() != 1 ? agreed : Optional.of(near.get(0));
    }

    private static int near(LocalDate known, Map<LocalDate, Integer> votes) {
        String wanted = known.toString();
        return votes.entrySet().stream()
                .filter(e -> {
                    String read = e.getKey().toString();
                    return IntStream.range(0, wanted.length())
                                    .filter(i -> wanted.charAt(i) != read.charAt(i))
                                    .count()
                            <= MISREAD;
                })
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Month, day and year out of a mark, a 1 standing for either slash. */
    static Optional<LocalDate> read(String mark) {
        Matcher whole = DATE.matcher(mark.strip());
        if (whole.find()) {
            String year = whole.group(3);
            return day(year.length() == 2 ? "20" + year : year, whole.group(1), whole.group(2))
                    .filter(d -> d.getYear() >= 2015 && d.getYear() <= 2040);
        }
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

package org.writwatch.evidence.stops;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of single cells mean: days, minutes of the day, yes and no, groups of drivers. */
final class StopWords {
    private static final Pattern TIME = Pattern.compile(
            "(?:\\S+[T ])?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DIGITS = Pattern.compile("\\d{3,4}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ].*)?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: .*)?");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2})(?: .*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\\d{4})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int EARLIEST = 1950;
    private static final int LATEST = 2100;

    /** Ways to write a day; a column keeps to one. */
    enum DayForm {
        /** 2005-01-04. */
        YEAR_FIRST("2005-01-04", StopWords.YEAR_FIRST, 1, 2, 3),
        /** 1/4/2005, month first as in the United States. */
        MONTH_FIRST("1/4/2005", StopWords.MONTH_FIRST, 3, 1, 2),
        /** 20050104. */
        COMPACT("20050104", StopWords.COMPACT, 1, 2, 3),
        /** 1/4/05; 51 and later are of the last century. */
        SHORT("1/4/05", StopWords.SHORT, 3, 1, 2),
        /** 04-Jan-2005. */
        NAMED("04-Jan-2005", StopWords.NAMED, 3, 2, 1);

        final String example;
        private final Pattern pattern;
        private final int year;
        private final int month;
        private final int day;

        DayForm(String example, Pattern pattern, int year, int month, int day) {
            this.example = example;
            this.pattern = pattern;
            this.year = year;
            this.month = month;
            this.day = day;
        }

        /** Whether the cell is written so, whatever day it names. */
        boolean fits(String cell) {
            return pattern.matcher(cell).matches();
        }

        /** Days since 1970; empty when the cell is written otherwise or names no day of the calendar. */
        OptionalInt day(String cell) {
            Matcher m = pattern.matcher(cell);
            if (!m.matches()) {
                return OptionalInt.empty();
            }
            try {
                int said = Integer.parseInt(m.group(year));
                int y = this == SHORT ? said + (said > 50 ? 1900 : 2000) : said;
                String monthText = m.group(month);
                int number = Character.isDigit(monthText.charAt(0))
                        ? Integer.parseInt(monthText)
                        : 1 + Math.floorDiv(MONTHS.indexOf(monthText.toLowerCase(Locale.ROOT)), 3);
                LocalDate date = LocalDate.of(y, number, Integer.parseInt(m.group(day)));
                return y < EARLIEST || y > LATEST ? OptionalInt.empty() : OptionalInt.of((int) date.toEpochDay());
            } catch (DateTimeException e) {
                return OptionalInt.empty();
            }
        }
    }

    private StopWords() {}

    /** Minute of the day, seconds dropped: 16:57, 16:57:15, 4:57 PM, 1657, 2005-01-04T16:57. Empty for 24:00 and all that no clock shows. */
    static OptionalInt minute(String cell) {
        int hour;
        int minute;
        Matcher m = TIME.matcher(cell);
        if (m.matches()) {
            hour = Integer.parseInt(m.group(1));
            minute = Integer.parseInt(m.group(2));
            if (m.group(3) != null && Integer.parseInt(m.group(3)) > 60) {
                return OptionalInt.empty();
            }
            if (m.group(4) != null) {
                if (hour < 1 || hour > 12) {
                    return OptionalInt.empty();
                }
                hour = hour % 12 + (Character.toLowerCase(m.group(4).charAt(0)) == 'p' ? 12 : 0);
            }
        } else if (DIGITS.matcher(cell).matches()) {
            int n = Integer.parseInt(cell);
            hour = n / 100;
            minute = n % 100;
        } else {
            return OptionalInt.empty();
        }
        return hour > 23 || minute > 59 ? OptionalInt.empty() : OptionalInt.of(hour * 60 + minute);
    }

    /** 1 for yes, 0 for no, empty for anything else. */
    static OptionalInt truth(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1", "si", "sí" -> OptionalInt.of(1);
            case "false", "f", "no", "n", "0" -> OptionalInt.of(0);
            default -> OptionalInt.empty();
        };
    }

    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("white", "white"),
            Map.entry("w", "white"),
            Map.entry("black", "black"),
            Map.entry("b", "black"),
            Map.entry("african american", "black"),
            Map.entry("black/african american", "black"),
            Map.entry("hispanic", "hispanic"),
            Map.entry("h", "hispanic"),
            Map.entry("latino", "hispanic"),
            Map.entry("hispanic/latino", "hispanic"),
            Map.entry("hispanic/latino/a", "hispanic"),
            Map.entry("asian", "asian"),
            Map.entry("a", "asian"),
            Map.entry("asian/pacific islander", "asian"),
            Map.entry("native american", "native american"),
            Map.entry("american indian", "native american"),
            Map.entry("pacific islander", "pacific islander"),
            Map.entry("middle eastern", "middle eastern"),
            Map.entry("multiracial", "multiracial"),
            Map.entry("other", "other"),
            Map.entry("unknown", ""),
            Map.entry("u", ""));

    /** Whether two words for groups of drivers commonly mean the same group: W and white. */
    static boolean sameGroup(String a, String b) {
        String group = GROUPS.getOrDefault(a.toLowerCase(Locale.ROOT), "");
        return !group.isEmpty() && group.equals(GROUPS.get(b.toLowerCase(Locale.ROOT)));
    }

    /** Whether a word for a group of drivers is one that records commonly use. */
    static boolean knownGroup(String word) {
        return GROUPS.containsKey(word.toLowerCase(Locale.ROOT));
    }
}

package org.writwatch.evidence.table;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.writwatch.facts.Period;

/**
 * A later release of a table whose descriptor was written for an earlier one: the same columns, more days.
 *
 * <p>The days a release speaks of are taken as longer only when its periods follow on the described ones without a gap (up to a
 * week for days), each with at least a tenth of the rows that described periods usually have. A single row months after the
 * rest stays what it is: a date that cannot be right.
 */
public final class LaterRelease {
    private static final int GAP_DAYS = 7;
    private static final int USUAL = 24;

    private LaterRelease() {}

    /**
     * The descriptor of this file, which is the one given when the file ends where it says.
     *
     * @param through the last day the release speaks of, when a person states it
     */
    public static TableDescriptor of(TableDescriptor table, Path file, Optional<LocalDate> through) {
        String name = String.valueOf(file.getFileName());
        LocalDate last = through.orElseGet(() -> last(table, file));
        return last.equals(table.within().to())
                ? table.release(name, table.within(), table.vintage(), table.rows())
                : table.release(name, new Period(table.within().from(), last), last.toString(), table.rows());
    }

    /** Whether two file names differ by nothing but years, or by being compressed. */
    public static boolean isSameButForYears(String published, String file) {
        return plain(published).equals(plain(file));
    }

    private static String plain(String name) {
        return name.replaceAll("\\.gz$", "").replaceAll("(19|20)[0-9]{2}", "####");
    }

    private static LocalDate last(TableDescriptor table, Path file) {
        LocalDate described = table.within().to();
        Optional<Kind> kind = kind(table);
        if (kind.isEmpty()) {
            return described;
        }
        String column = table.period().field();
        NavigableMap<LocalDate, Long> rows = new TreeMap<>();
        CsvFile.read(file, table.delimiter(), List.of(column), row -> {
            kind.get().first(row.text(column)).ifPresent(first -> rows.merge(first, 1L, Long::sum));
        });
        LocalDate last = kind.get().floor(described);
        long least = Math.max(1, usual(rows.headMap(last, true)) / 10);
        LocalDate first = last;
        Optional<LocalDate> found = kind.get().following(rows, last, least);
        while (found.isPresent()) {
            last = found.get();
            found = kind.get().following(rows, last, least);
        }
        return last.equals(first) ? described : kind.get().end(last);
    }

    private static long usual(NavigableMap<LocalDate, Long> described) {
        long[] counts = described.descendingMap().values().stream()
                .limit(USUAL)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return counts.length == 0 ? 1 : counts[counts.length / 2];
    }

    private static Optional<Kind> kind(TableDescriptor table) {
        return switch (table.period().kind()) {
            case "day" -> Optional.of(new Kind("day"));
            case "month" -> Optional.of(new Kind("month"));
            case "year" -> Optional.of(new Kind("year"));
            default -> Optional.empty();
        };
    }

    /** Days, months or years of a column. */
    private record Kind(String name) {
        boolean days() {
            return name.equals("day");
        }

        /** The first day of a period; empty for a text that is none, which the reader of the table keeps out with its reason. */
        Optional<LocalDate> first(String said) {
            try {
                return Optional.of(
                        switch (name) {
                            case "day" -> LocalDate.parse(said);
                            case "month" ->
                                YearMonth.parse(said.length() == 10 ? said.substring(0, 7) : said)
                                        .atDay(1);
                            default -> LocalDate.of(Integer.parseInt(said), 1, 1);
                        });
            } catch (DateTimeException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        LocalDate floor(LocalDate day) {
            return days() ? day : name.equals("month") ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        }

        /** The period that follows on another in the table, when it is near and has rows enough. */
        Optional<LocalDate> following(NavigableMap<LocalDate, Long> rows, LocalDate last, long least) {
            LocalDate next = next(last);
            LocalDate latest = days() ? next.plusDays(GAP_DAYS) : next;
            return rows.subMap(next, true, latest, true).entrySet().stream()
                    .filter(e -> e.getValue() >= least)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        LocalDate next(LocalDate first) {
            return days() ? first.plusDays(1) : name.equals("month") ? first.plusMonths(1) : first.plusYears(1);
        }

        LocalDate end(LocalDate first) {
            return next(first).minusDays(1);
        }
    }
}

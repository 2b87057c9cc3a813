package org.writwatch.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.writwatch.evidence.store.StoredTable;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Period;
import org.writwatch.facts.Source;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * The custody record with a release of a home folder in place of one that comes with the project. Each step gives a new
 * record; what is not replaced stays.
 */
public final class StoredCustody {
    /** Name of the table of people by facility and day. */
    public static final String DAILY = "custody-daily";

    /** Name of the table of detainee-days by facility and month. */
    public static final String MONTHLY = "custody-monthly";

    /** Name of the list of places of detention. */
    public static final String FACILITIES = "facilities";

    private StoredCustody() {}

    /** Whether the custody record is read from the table with this name. */
    public static boolean isPart(String table) {
        return table.equals(DAILY) || table.equals(MONTHLY) || table.equals(FACILITIES);
    }

    /**
     * The record with another daily release.
     *
     * @throws BadInput no row of it counts anybody, or a place has a code that ICE does not write
     */
    public static CustodyRecord withDaily(CustodyRecord record, StoredTable table, Source source, String release) {
        List<DailySeries> all = new ArrayList<>();
        String[] open = {""};
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        table.counts("n", (place, day, n) -> {
            if (!place.equals(open[0])) {
                finish(open[0], days, all);
                open[0] = code(place, table);
            }
            days.put(day, Math.toIntExact(Math.round(n)));
        });
        finish(open[0], days, all);
        if (all.isEmpty()) {
            throw empty(table);
        }
        DailyCustody daily = DailyCustody.of(all);
        Set<String> placed = placed(record);
        long rows = all.stream().mapToLong(s -> s.daysWithRow(daily.period())).sum();
        Coverage coverage = new Coverage(
                daily.period(),
                rows,
                all.size(),
                all.stream().mapToLong(DailySeries::personDays).sum(),
                all.stream()
                        .filter(s -> placed.contains(s.code()))
                        .mapToLong(DailySeries::personDays)
                        .sum());
        return new CustodyRecord(
                record.facilities(),
                daily,
                record.monthly(),
                coverage,
                record.monthlyCoverage(),
                List.of(source, record.sources().get(1), record.sources().get(2)),
                joined(record, release));
    }

    /**
     * The record with another monthly release.
     *
     * @param within first and last day it speaks of; its last month may be cut there
     */
    public static CustodyRecord withMonthly(
            CustodyRecord record, StoredTable table, Period within, Source source, String release) {
        SortedMap<String, SortedMap<YearMonth, Integer>> months = new TreeMap<>();
        TreeSet<YearMonth> all = new TreeSet<>();
        table.counts("detainee_days", (place, from, n) -> {
            all.add(YearMonth.from(from));
            months.computeIfAbsent(code(place, table), k -> new TreeMap<>())
                    .put(YearMonth.from(from), Math.toIntExact(Math.round(n)));
        });
        if (all.isEmpty()) {
            throw empty(table);
        }
        YearMonth last = all.last();
        MonthlyCustody monthly = new MonthlyCustody(
                all.first(),
                last,
                YearMonth.from(within.to()).equals(last) ? within.to().getDayOfMonth() : last.lengthOfMonth(),
                months);
        Set<String> placed = placed(record);
        Coverage coverage = new Coverage(
                new Period(all.first().atDay(1), last.atDay(monthly.lastDays())),
                months.values().stream().mapToLong(Map::size).sum(),
                months.size(),
                months.keySet().stream().mapToLong(monthly::personDays).sum(),
                months.keySet().stream()
                        .filter(placed::contains)
                        .mapToLong(monthly::personDays)
                        .sum());
        return new CustodyRecord(
                record.facilities(),
                record.daily(),
                monthly,
                record.dailyCoverage(),
                coverage,
                List.of(record.sources().get(0), source, record.sources().get(2)),
                joined(record, release));
    }

    /**
     * The record with another list of places; places that the new list lacks stay as they were known. To be taken before the
     * counts, whose coverage it decides.
     */
    public static CustodyRecord withPlaces(
            CustodyRecord record, TableDescriptor table, InputStream bytes, Source source, String release)
            throws IOException {
        SortedMap<String, Facility> all = new TreeMap<>(record.facilities());
        all.putAll(FacilityImport.read(table.path(), bytes, Gazetteer.bundled()).facilities());
        return new CustodyRecord(
                all,
                record.daily(),
                record.monthly(),
                record.dailyCoverage(),
                record.monthlyCoverage(),
                List.of(record.sources().get(0), record.sources().get(1), source),
                joined(record, release));
    }

    private static String joined(CustodyRecord record, String release) {
        return record.release().isEmpty() ? release : record.release() + "; " + release;
    }

    private static Set<String> placed(CustodyRecord record) {
        Set<String> placed = new TreeSet<>();
        record.facilities().values().stream()
                .filter(f -> f.county().isPresent())
                .forEach(f -> placed.add(f.code()));
        return placed;
    }

    private static String code(String place, StoredTable table) {
        if (!place.matches("[A-Z0-9]{1,12}")) {
            throw new BadInput(
                    table.generation().file(),
                    Phrase.of("evidence", "bad.cell-found", place),
                    Phrase.of("evidence", "bad.facility-expected"),
                    Phrase.of("evidence", "bad.fix-remedy"));
        }
        return place;
    }

    private static void finish(String code, SortedMap<LocalDate, Integer> days, List<DailySeries> all) {
        if (!days.isEmpty()) {
            all.add(DailySeries.of(code, days));
            days.clear();
        }
    }

    private static BadInput empty(StoredTable table) {
        return new BadInput(
                table.generation().file(),
                Phrase.of("evidence", "bad.empty-found"),
                Phrase.of("evidence", "bad.empty-expected"),
                Phrase.of("evidence", "bad.empty-remedy"));
    }
}

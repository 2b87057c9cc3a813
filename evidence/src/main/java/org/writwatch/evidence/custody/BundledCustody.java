package org.writwatch.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/** Reads the custody tables that come with the project; {@link CustodyImport} made them. */
final class BundledCustody {
    static final String PEOPLE = "people";
    static final String DETAINEE_DAYS = "detainee_days";
    static final String DAILY = "custody/custody_daily.csv.gz";
    static final String MONTHLY = "custody/custody_monthly.csv.gz";
    static final String FACILITIES = "custody/facilities.csv";

    private BundledCustody() {}

    static CustodyRecord read() {
        Bundle bundle = Bundle.of("evidence");
        Map<String, Coverage> coverage = coverage(bundle);
        Coverage months = coverage.getOrDefault(MONTHLY, Coverage.NONE);
        return new CustodyRecord(
                facilities(bundle),
                daily(bytes(bundle, DAILY)),
                monthly(bytes(bundle, MONTHLY), months.period()),
                coverage.getOrDefault(DAILY, Coverage.NONE),
                months,
                List.of(bundle.source(DAILY), bundle.source(MONTHLY), bundle.source(FACILITIES)),
                "");
    }

    static DailyCustody daily(byte[] table) {
        List<DailySeries> all = new ArrayList<>();
        Builder[] open = {null};
        RunFile.read("custody_daily.csv.gz", PEOPLE, table, (code, from, people) -> {
            if (open[0] == null || !open[0].code.equals(code)) {
                finish(open[0], all);
                open[0] = new Builder(code, from);
            }
            return open[0].add(from, people);
        });
        finish(open[0], all);
        return DailyCustody.of(all);
    }

    private static void finish(@org.jspecify.annotations.Nullable Builder builder, List<DailySeries> all) {
        if (builder != null) {
            all.add(new DailySeries(builder.code, builder.start, Arrays.copyOf(builder.people, builder.filled)));
        }
    }

    /** A series while it is read. */
    private static final class Builder {
        private final String code;
        private final LocalDate start;
        private int[] people = new int[512];
        private int filled;

        Builder(String code, LocalDate start) {
            this.code = code;
            this.start = start;
        }

        boolean add(LocalDate from, int[] run) {
            long at = ChronoUnit.DAYS.between(start, from);
            if (at > 40_000 || at < filled + (filled > 0 ? 1 : 0)) {
                return false;
            }
            int end = (int) at + run.length;
            people = end > people.length ? Arrays.copyOf(people, Math.max(end, people.length * 2)) : people;
            System.arraycopy(run, 0, people, (int) at, run.length);
            filled = end;
            return true;
        }
    }

    static MonthlyCustody monthly(byte[] table, Period period) {
        SortedMap<String, SortedMap<YearMonth, Integer>> months = new TreeMap<>();
        RunFile.read("custody_monthly.csv.gz", DETAINEE_DAYS, table, (code, from, days) -> {
            SortedMap<YearMonth, Integer> own = months.computeIfAbsent(code, k -> new TreeMap<>());
            YearMonth month = YearMonth.from(from);
            for (int n : days) {
                if (own.put(month, n) != null) {
                    return false;
                }
                month = month.plusMonths(1);
            }
            return true;
        });
        YearMonth last = YearMonth.from(period.to());
        return new MonthlyCustody(
                YearMonth.from(period.from()), last, period.to().getDayOfMonth(), months);
    }

    private static SortedMap<String, Facility> facilities(Bundle bundle) {
        SortedMap<String, Facility> out = new TreeMap<>();
        Map<String, Optional<UsState>> states = new HashMap<>();
        Map<String, Optional<Fips>> counties = new HashMap<>();
        try (Stream<Row> rows = bundle.rows(FACILITIES)) {
            rows.forEach(row -> {
                String code = row.text("facility");
                out.put(
                        code,
                        new Facility(
                                code,
                                row.text("name"),
                                row.text("city"),
                                states.computeIfAbsent(row.text("state"), UsState::find),
                                counties.computeIfAbsent(row.text("county_fips"), Fips::find),
                                Facility.Kind.valueOf(row.text("kind"))));
            });
        }
        return out;
    }

    private static Map<String, Coverage> coverage(Bundle bundle) {
        Map<String, Coverage> out = new HashMap<>();
        try (Stream<Row> rows = bundle.rows("custody/coverage.csv")) {
            rows.forEach(row -> out.put(
                    row.text("file"),
                    new Coverage(
                            new Period(LocalDate.parse(row.text("first_day")), LocalDate.parse(row.text("last_day"))),
                            row.integer("rows"),
                            row.integer("facilities"),
                            row.integer("person_days"),
                            row.integer("placed"))));
        }
        return out;
    }

    private static byte[] bytes(Bundle bundle, String file) {
        try (InputStream in = bundle.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

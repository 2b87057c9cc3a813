package org.writwatch.evidence.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Jails;
import org.writwatch.evidence.Shared;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.gazetteer.Gazetteer;

/** The bundled tables against what they say of themselves, and against the published files where those are on disk. */
class BundledCustodyTest {
    @Test
    void countsAreThoseOfTheCoverageTable() {
        DailyCustody daily = Jails.RECORD.daily();
        long rows = daily.series().values().stream()
                .mapToLong(s -> s.daysWithRow(daily.period()))
                .sum();
        assertEquals(832_137, rows);
        assertEquals(972, daily.series().size());
        assertEquals(rows, Jails.RECORD.dailyCoverage().rows());
        assertEquals(Jails.RECORD.days(), Jails.RECORD.dailyCoverage().period());
        long placed = 0;
        long all = 0;
        for (DailySeries series : daily.series().values()) {
            all += series.personDays();
            placed += Jails.RECORD.facility(series.code()).county().isPresent() ? series.personDays() : 0;
        }
        assertEquals(all, Jails.RECORD.dailyCoverage().personDays());
        assertEquals(placed, Jails.RECORD.dailyCoverage().placed());
        MonthlyCustody monthly = Jails.RECORD.monthly();
        assertEquals(
                14_759, monthly.months().values().stream().mapToLong(Map::size).sum());
        assertEquals(14_759, Jails.RECORD.monthlyCoverage().rows());
        assertEquals(10, monthly.lastDays());
    }

    @Test
    void everyBundledFileHasASourceAndALicence() throws IOException {
        assertEquals(java.util.List.of(), Bundle.unlisted(Path.of("src/main/resources")));
    }

    @Test
    void codesOfOtherStatesAreNotBelieved() {
        assertEquals(
                Optional.of(new Fips("37119")), Jails.RECORD.facility("CLTHOLD").county());
        assertEquals(
                Optional.of(new Fips("18021")), Jails.RECORD.facility("CLAYCIN").county());
        assertEquals(
                Optional.of(new Fips("12003")), Jails.RECORD.facility("BAKERFL").county());
        assertEquals(
                Optional.of(new Fips("51153")), Jails.RECORD.facility("PWILLVA").county());
        for (Facility f : Jails.RECORD.facilities().values()) {
            f.county().ifPresent(c -> assertEquals(f.state(), c.state(), f.code()));
        }
    }

    @Test
    void theImportMakesTheBundledTablesAgain() throws IOException {
        Path outcomes = Shared.outcomes();
        FacilityImport list = FacilityImport.read(outcomes.resolve(CustodyImport.FACILITIES), Gazetteer.bundled());
        for (Map.Entry<String, String> table :
                CustodyImport.tables(outcomes, list).entrySet()) {
            try (InputStream raw =
                            CustodyRecord.class.getResourceAsStream("/org/writwatch/evidence/" + table.getKey());
                    InputStream in = table.getKey().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                assertEquals(table.getValue(), new String(in.readAllBytes(), StandardCharsets.UTF_8), table.getKey());
            }
        }
        assertTrue(list.repairs().stream().anyMatch(r -> r.contains("CLTHOLD in NC carries county code 48135")));
        assertTrue(
                list.repairs().stream().anyMatch(r -> r.contains("row 51: AMTHOLD in TX carries county code 42055")));
    }

    @Test
    void meansAreThoseOfASlowReader() throws IOException {
        Path file = Shared.outcomes().resolve(CustodyImport.DAILY);
        Map<String, Map<LocalDate, Integer>> rows = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", -1);
                rows.computeIfAbsent(cells[0], k -> new HashMap<>())
                        .put(LocalDate.parse(cells[1]), Integer.parseInt(cells[2]));
            }
        }
        Random random = new Random(7);
        for (DailySeries series : Jails.RECORD.daily().series().values()) {
            Map<LocalDate, Integer> own = rows.get(series.code());
            LocalDate from = LocalDate.of(2011, 9, 1).plusDays(random.nextInt(4300));
            Period period = new Period(from, from.plusDays(random.nextInt(600)));
            long sum = 0;
            int days = 0;
            for (LocalDate d = from; !d.isAfter(period.to()); d = d.plusDays(1)) {
                sum += own.getOrDefault(d, 0);
                days += own.containsKey(d) ? 1 : 0;
            }
            assertEquals(sum, series.personDays(period), series.code());
            assertEquals(days, series.daysWithRow(period), series.code());
            assertEquals((double) sum / period.days(), series.mean(period), 1e-12);
            assertEquals(sum, java.util.Arrays.stream(series.people(period)).sum());
        }
    }

    @Test
    void monthRollUpEqualsThePublishedOneToThePersonDay() {
        Path file = Shared.outcomes().resolve("ice_headcount_facility_month_2011_2024.csv.gz");
        long[] rows = {0};
        org.writwatch.evidence.table.CsvFile.read(file, java.util.List.of("detloc", "month", "detainee_days"), row -> {
            YearMonth month = row.month("month");
            Period days = new Period(month.atDay(1), month.atEndOfMonth());
            DailySeries series = Jails.RECORD.daily().find(row.key("detloc")).orElseThrow();
            assertEquals(row.count("detainee_days"), series.personDays(days), row.toString());
            rows[0]++;
        });
        assertEquals(39_736, rows[0]);
    }

    @Test
    void twoReleasesAgreeWhereTheyOverlap() {
        MonthlyCustody monthly = Jails.RECORD.monthly();
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        int n = 0;
        for (String code : monthly.months().keySet()) {
            for (Map.Entry<YearMonth, Integer> month : monthly.of(code).entrySet()) {
                Period days = new Period(month.getKey().atDay(1), month.getKey().atEndOfMonth());
                long x = Jails.RECORD
                        .daily()
                        .find(code)
                        .map(s -> s.personDays(days))
                        .orElse(0L);
                if (x > 0 && month.getKey().isBefore(YearMonth.of(2024, 1))) {
                    double y = month.getValue();
                    n++;
                    sx += x;
                    sy += y;
                    sxx += (double) x * x;
                    syy += y * y;
                    sxy += x * y;
                }
            }
        }
        double r = (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
        assertEquals(2_939, n);
        assertTrue(r >= 0.999, "correlation " + r);
        assertEquals(1.03, sy / sx, 0.01);
    }
}

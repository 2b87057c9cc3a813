package org.writwatch.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.CsvRow;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * Makes the bundled custody tables, and their lines in the list of this module's sources, from the published ones. Run by a maintainer when a release is added:
 *
 * <pre>java -cp … org.writwatch.evidence.custody.CustodyImport OUTCOMES_DIR RESOURCE_DIR</pre>
 *
 * {@code OUTCOMES_DIR} holds the published files under the names of {@link #DAILY} and its neighbours. Every row is
 * checked; a row that cannot be right stops the import with file and row, and nothing is written. County codes of the
 * facility list that were not taken as published are printed.
 */
public final class CustodyImport {
    static final String DAILY = "ice_headcount_facility_day_2011_2024.csv.gz";
    static final String MONTHLY = "ice_detention_facility_month_2022_2026.csv.gz";
    static final String FACILITIES = "ice_facilities.csv";
    private static final String COMMAND =
            "java -cp … org.writwatch.evidence.custody.CustodyImport OUTCOMES_DIR RESOURCE_DIR";

    private CustodyImport() {}

    /** Imports; see the class. */
    @SuppressWarnings("SystemOut") // a maintainer's command: its report is what it prints
    public static void main(String[] args) throws IOException {
        FacilityImport list = FacilityImport.read(Path.of(args[0], FACILITIES), Gazetteer.bundled());
        write(Path.of(args[0]), Path.of(args[1]), list);
        list.repairs().forEach(System.out::println);
    }

    /** Every bundled table by file name, before compression, made from the published files. */
    static Map<String, String> tables(Path outcomes, FacilityImport list) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        DailyCustody daily = daily(outcomes.resolve(DAILY));
        MonthlyCustody monthly = monthly(outcomes.resolve(MONTHLY));
        tables.put("custody/custody_daily.csv.gz", runs(daily));
        tables.put("custody/custody_monthly.csv.gz", runs(monthly));
        tables.put("custody/coverage.csv", coverage(daily, monthly, list));
        tables.put("custody/facilities.csv", facilities(list));
        tables.put("sources.csv", sources(outcomes));
        return tables;
    }

    private static void write(Path outcomes, Path resources, FacilityImport list) throws IOException {
        Map<String, String> tables = tables(outcomes, list);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Path file = resources.resolve(table.getKey());
            try (OutputStream raw = Files.newOutputStream(file);
                    OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
                out.write(table.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * Reads a release of {@code detloc,date,n} rows in any order.
     *
     * @throws BadInput when a row repeats a facility and day, or a count is not at least 1
     */
    static DailyCustody daily(Path file) {
        Map<String, TreeMap<LocalDate, Integer>> rows = new TreeMap<>();
        CsvFile.read(file, List.of("detloc", "date", "n"), row -> {
            int n = row.count("n");
            Integer before = rows.computeIfAbsent(row.key("detloc"), k -> new TreeMap<>())
                    .put(row.day("date"), n);
            requireOneAndPositive(row, before, n, row.text("date"));
        });
        List<DailySeries> all = new ArrayList<>();
        rows.forEach((code, days) -> all.add(DailySeries.of(code, days)));
        return DailyCustody.of(all);
    }

    /**
     * Reads a release of {@code detloc,month,detainee_days,…} rows in any order; the days it covers of its last month are
     * the largest {@code days_in_series} there.
     */
    static MonthlyCustody monthly(Path file) {
        SortedMap<String, SortedMap<YearMonth, Integer>> rows = new TreeMap<>();
        TreeMap<YearMonth, Integer> covered = new TreeMap<>();
        CsvFile.read(file, List.of("detloc", "month", "detainee_days", "days_in_series"), row -> {
            YearMonth month = row.month("month");
            int n = row.count("detainee_days");
            covered.merge(month, row.count("days_in_series"), Math::max);
            Integer before = rows.computeIfAbsent(row.key("detloc"), k -> new TreeMap<>())
                    .put(month, n);
            requireOneAndPositive(row, before, n, row.text("month"));
        });
        return new MonthlyCustody(
                covered.firstKey(), covered.lastKey(), covered.lastEntry().getValue(), rows);
    }

    private static void requireOneAndPositive(CsvRow row, @Nullable Integer before, int n, String when) {
        if (before != null || n < 1) {
            String key = before != null ? "bad.repeat" : "bad.zero";
            throw new BadInput(
                    row.file() + " row " + row.number(),
                    Phrase.of("evidence", key + "-found", row.text("detloc"), when),
                    Phrase.of("evidence", key + "-expected"),
                    Phrase.of("evidence", "bad.fix-remedy"));
        }
    }

    /** The daily release as runs of days. */
    static String runs(DailyCustody release) {
        StringBuilder text = new StringBuilder(RunFile.header(BundledCustody.PEOPLE));
        for (DailySeries series : release.series().values()) {
            LocalDate day = series.firstRow();
            boolean open = false;
            for (; !day.isAfter(series.lastRow()); day = day.plusDays(1)) {
                int n = series.people(day);
                if (n > 0) {
                    text.append(open ? " " : series.code() + "," + day + ",").append(n);
                } else if (open) {
                    text.append('\n');
                }
                open = n > 0;
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The monthly release as runs of months, each named by its first day. */
    static String runs(MonthlyCustody release) {
        StringBuilder text = new StringBuilder(RunFile.header(BundledCustody.DETAINEE_DAYS));
        release.months().forEach((code, months) -> {
            YearMonth next = YearMonth.of(1, 1);
            for (Map.Entry<YearMonth, Integer> month : months.entrySet()) {
                if (month.getKey().equals(next)) {
                    text.append(' ').append(month.getValue());
                } else {
                    text.append(next.getYear() == 1 ? "" : "\n")
                            .append(code)
                            .append(',')
                            .append(month.getKey().atDay(1))
                            .append(',')
                            .append(month.getValue());
                }
                next = month.getKey().plusMonths(1);
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String coverage(DailyCustody daily, MonthlyCustody monthly, FacilityImport list) {
        StringBuilder text = new StringBuilder("file,first_day,last_day,rows,facilities,person_days,placed\n");
        long[] all = new long[3];
        daily.series().values().forEach(s -> {
            all[0] += s.daysWithRow(daily.period());
            all[1] += s.personDays();
            all[2] += list.placed(s.code()) ? s.personDays() : 0;
        });
        text.append("custody/custody_daily.csv.gz,%s,%s,%d,%d,%d,%d\n"
                .formatted(
                        daily.period().from(),
                        daily.period().to(),
                        all[0],
                        daily.series().size(),
                        all[1],
                        all[2]));
        long[] months = new long[3];
        monthly.months().forEach((code, m) -> {
            months[0] += m.size();
            months[1] += monthly.personDays(code);
            months[2] += list.placed(code) ? monthly.personDays(code) : 0;
        });
        text.append("custody/custody_monthly.csv.gz,%s,%s,%d,%d,%d,%d\n"
                .formatted(
                        monthly.first().atDay(1),
                        monthly.last().atDay(monthly.lastDays()),
                        months[0],
                        monthly.months().size(),
                        months[1],
                        months[2]));
        return text.toString();
    }

    private static String facilities(FacilityImport list) {
        StringBuilder text = new StringBuilder("facility,name,city,state,county_fips,kind\n");
        list.facilities()
                .values()
                .forEach(f -> text.append(f.code())
                        .append(',')
                        .append(quoted(f.name()))
                        .append(',')
                        .append(quoted(f.city()))
                        .append(',')
                        .append(f.state().map(Enum::name).orElse(""))
                        .append(',')
                        .append(f.county().map(Object::toString).orElse(""))
                        .append(',')
                        .append(f.kind())
                        .append('\n'));
        return text.toString();
    }

    private static String sources(Path outcomes) throws IOException {
        String ice = "U.S. Immigration and Customs Enforcement";
        String federal = "public record (federal work, 17 USC 105)";
        List<List<String>> rows = List.of(
                row(
                        "custody/custody_daily.csv.gz",
                        ice + "; released to the University of Washington Center for Human Rights",
                        "ICE detention headcount by facility and day, October 2011 to January 2024 (FOIA 2022-ICFO-09022)",
                        federal + "; cite UWCHR",
                        "https://github.com/UWCHR/ice-detain/blob/0e362e4/headcount/frozen/inc_headcount_fy12-24ytd.csv.gz",
                        sha256(outcomes.resolve(DAILY)),
                        COMMAND),
                row(
                        "custody/custody_monthly.csv.gz",
                        ice + "; released to the Deportation Data Project",
                        "ICE detention by facility and month, October 2022 to March 2026",
                        "CC0-1.0; " + federal,
                        "https://github.com/CarwilB/ice-detention/blob/d4dc30a/data/ddp/facilities-daily-population-latest.parquet",
                        sha256(outcomes.resolve(MONTHLY)),
                        COMMAND),
                row(
                        "custody/facilities.csv",
                        ice + "; copy of the University of Washington Center for Human Rights",
                        "ICE detention facility list 2017, county codes checked against the gazetteer",
                        federal + "; cite UWCHR",
                        "https://github.com/UWCHR/ice-detain/blob/main/analyze/input/facilities.csv.gz",
                        sha256(outcomes.resolve(FACILITIES)),
                        COMMAND),
                own("custody/coverage.csv", "How far the two custody releases reach", COMMAND));
        Map<String, String> lines = new TreeMap<>();
        rows.forEach(r -> lines.put(
                r.get(0), String.join(",", r.stream().map(CustodyImport::quoted).toList())));
        return withOwnLines(present(), lines);
    }

    /** The list of sources with some of its lines replaced, new ones after the header; every other line stays as it is. */
    static String withOwnLines(String list, Map<String, String> lines) {
        TreeMap<String, String> left = new TreeMap<>(lines);
        StringBuilder text = new StringBuilder();
        for (String line : list.lines().toList()) {
            String file = line.substring(0, Math.max(0, line.indexOf(',')));
            String own = left.remove(file);
            text.append(own == null ? line : own).append('\n');
        }
        int afterHeader = text.indexOf("\n") + 1;
        left.descendingMap().values().forEach(line -> text.insert(afterHeader, line + "\n"));
        return text.toString();
    }

    private static String present() throws IOException {
        try (InputStream in = CustodyImport.class.getResourceAsStream("/org/writwatch/evidence/sources.csv")) {
            if (in == null) {
                throw new IOException("the list of sources is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> row(
            String file, String publisher, String title, String licence, String original, String hash, String command) {
        return List.of(file, publisher, title, licence, "", original, hash, command);
    }

    private static List<String> own(String file, String title, String command) {
        return row(file, "Writwatch", title, "CC-BY-4.0", "", "", command);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}

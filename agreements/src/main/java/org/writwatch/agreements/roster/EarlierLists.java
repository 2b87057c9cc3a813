package org.writwatch.agreements.roster;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.writwatch.agreements.Model;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * Reads the lists from before the spreadsheets, held as tables: ICE's partner lists of 2007 and 2008, the Inspector
 * General's table of 28 October 2009, and the versions of ICE's web table of 2021 to 2025.
 *
 * <p>The tables are readings made by others from the published pages; a row's number is its line in the table. An
 * agreement the Inspector General calls hybrid is two kinds in one and becomes two rows.
 */
public final class EarlierLists {
    private static final DateTimeFormatter CAPTURE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private EarlierLists() {}

    /** The table of partner lists: {@code as_of,wayback_capture,state,agency}. */
    public static List<PublishedList> partners(String file, byte[] table) {
        Map<String, List<PublishedList.Row>> byDay = new LinkedHashMap<>();
        for (Row row : rows(file, table)) {
            Printed printed = new Printed(row.text("state"), row.text("agency"), "", "", "", "", "", "", "");
            byDay.computeIfAbsent(row.text("as_of"), d -> new ArrayList<>())
                    .add(new PublishedList.Row((int) row.line(), printed));
        }
        List<PublishedList> lists = new ArrayList<>();
        byDay.forEach((day, rows) -> lists.add(
                list(file, ListFamily.PARTNERS_2007, ListKind.PARTICIPATING, "as of " + day, noon(day), day, 1, rows)));
        return lists;
    }

    /**
     * The Inspector General's table: {@code as_of,state,agency,model,original_signed,status}. Its pending rows are
     * agreements then being negotiated anew; they become a list of applications of the same day.
     */
    public static List<PublishedList> inspectorGeneral(String file, byte[] table) {
        Map<ListKind, List<PublishedList.Row>> byKind = new LinkedHashMap<>();
        String day = "";
        for (Row row : rows(file, table)) {
            day = row.text("as_of");
            ListKind kind = row.text("status").equals("pending") ? ListKind.PENDING : ListKind.PARTICIPATING;
            List<String> models = row.text("model").equals("Hybrid")
                    ? List.of("Jail Enforcement (Hybrid)", "Task Force (Hybrid)")
                    : List.of(row.text("model"));
            for (String model : models) {
                Printed printed = new Printed(
                        row.text("state"), row.text("agency"), "", "", model, row.text("original_signed"), "", "", "");
                byKind.computeIfAbsent(kind, k -> new ArrayList<>())
                        .add(new PublishedList.Row((int) row.line(), printed));
            }
        }
        List<PublishedList> lists = new ArrayList<>();
        for (Map.Entry<ListKind, List<PublishedList.Row>> each : byKind.entrySet()) {
            lists.add(list(
                    file,
                    ListFamily.OIG_2009,
                    each.getKey(),
                    each.getKey().name().toLowerCase(Locale.ROOT),
                    noon(day),
                    day,
                    1,
                    each.getValue()));
        }
        return lists;
    }

    /**
     * The versions of the web table and the runs in which they stood.
     *
     * @param table {@code version,first_capture_utc,last_capture_utc,captures_in_run,state,agency,support_type,signed,moa_url}
     * @param runs {@code run,version,first_capture_utc,last_capture_utc,captures,rows}; one version may stand twice
     */
    public static List<PublishedList> webTable(String file, byte[] table, String runsFile, byte[] runs) {
        Map<String, List<PublishedList.Row>> byVersion = new LinkedHashMap<>();
        for (Row row : rows(file, table)) {
            Printed printed = new Printed(
                    row.text("state"),
                    Printed.tidy(row.text("agency")),
                    "",
                    "",
                    Printed.tidy(row.text("support_type")),
                    row.text("signed"),
                    row.text("moa_url").isEmpty() ? "" : "link",
                    row.text("moa_url"),
                    "");
            byVersion
                    .computeIfAbsent(row.text("version"), v -> new ArrayList<>())
                    .add(new PublishedList.Row((int) row.line(), printed));
        }
        List<PublishedList> lists = new ArrayList<>();
        for (Row run : rows(runsFile, runs)) {
            Instant first = capture(run.text("first_capture_utc"));
            Instant last = capture(run.text("last_capture_utc"));
            lists.add(list(
                    file,
                    ListFamily.CURRENT,
                    ListKind.PARTICIPATING,
                    "version " + run.text("version") + ", run " + run.text("run"),
                    first,
                    LocalDate.ofInstant(last, ZoneOffset.UTC).toString(),
                    run.integer("captures"),
                    byVersion.getOrDefault(run.text("version"), List.of())));
        }
        return lists;
    }

    private static List<Row> rows(String file, byte[] table) {
        try (Stream<Row> rows = Bundle.rows(new ByteArrayInputStream(table), file)) {
            return rows.toList();
        }
    }

    private static PublishedList list(
            String file,
            ListFamily family,
            ListKind kind,
            String sheet,
            Instant order,
            String until,
            int observations,
            List<PublishedList.Row> rows) {
        return new PublishedList(
                file,
                "",
                family,
                kind,
                order,
                LocalDate.parse(until),
                observations,
                Optional.empty(),
                Optional.empty(),
                sheet,
                count(rows),
                Rows.of(rows),
                List.of());
    }

    private static ListCounts count(List<PublishedList.Row> rows) {
        Map<Model, Integer> models = new EnumMap<>(Model.class);
        Set<String> agencies = new HashSet<>();
        Set<Printed> seen = new HashSet<>();
        int links = 0;
        for (PublishedList.Row row : rows) {
            models.merge(ModelNames.find(row.printed().model()).orElse(Model.UNSTATED), 1, Integer::sum);
            agencies.add(row.printed().state() + Spelling.key(row.printed().agency()));
            seen.add(row.printed());
            links += row.printed().memoLink().isEmpty() ? 0 : 1;
        }
        return new ListCounts(
                rows.size(),
                models.getOrDefault(Model.JEM, 0),
                models.getOrDefault(Model.TFM, 0),
                models.getOrDefault(Model.WSO, 0),
                agencies.size(),
                rows.size() - seen.size(),
                links);
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static Instant capture(String stamp) {
        return LocalDateTime.parse(stamp, CAPTURE).toInstant(ZoneOffset.UTC);
    }
}

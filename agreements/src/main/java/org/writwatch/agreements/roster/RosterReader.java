package org.writwatch.agreements.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Model;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * Reads ICE's spreadsheets of participating and pending agencies, every generation of them (participating: with and
 * without COUNTY and ADDENDUM; pending: with and without COUNTY and MOA).
 *
 * <p>Columns are found by their headings. The first sheet with the headings is the list; other sheets are noted. Hidden
 * rows are part of the list. Safe for use by several threads.
 */
public final class RosterReader {
    private static final int HEADER_WITHIN = 10;
    private static final LocalDate NO_LISTS_BEFORE = LocalDate.of(2006, 1, 1);

    private RosterReader() {}

    /**
     * Reads one file.
     *
     * @throws org.writwatch.facts.problem.BadInput when the bytes are no workbook that can be read
     */
    public static PublishedList read(String file, byte[] content) {
        return read(WorkbookReader.read(file, content));
    }

    /** Reads one workbook. A workbook without the headings gives a list of unknown kind without rows. */
    public static PublishedList read(Workbook workbook) {
        ListName name = ListName.of(workbook.file());
        List<Remark> remarks = new ArrayList<>();
        Instant order = order(workbook, name, remarks);
        LocalDate day = LocalDate.ofInstant(order, ZoneOffset.UTC);
        Sheet sheet = null;
        Columns columns = null;
        for (Sheet each : workbook.sheets()) {
            Optional<Columns> found = sheet == null ? Columns.find(each) : Optional.empty();
            if (found.isPresent()) {
                sheet = each;
                columns = found.get();
            } else {
                remarks.add(new Remark(workbook.file(), 0, "", each.name(), Remark.Kind.NOTED, "other-sheet"));
            }
        }
        ListKind kind = columns == null ? ListKind.UNKNOWN : columns.kind();
        List<PublishedList.Row> rows = new ArrayList<>();
        Tally tally = new Tally();
        if (sheet != null && columns != null) {
            for (Sheet.Row row : sheet.rows()) {
                if (row.number() > columns.headerRow && !row.isBlank()) {
                    Printed printed = columns.read(sheet, row, workbook.countsFrom1904());
                    rows.add(new PublishedList.Row(row.number(), printed));
                    tally.add(row, printed, columns.hasLink(sheet, row));
                }
            }
        }
        return new PublishedList(
                workbook.file(),
                workbook.sha256(),
                ListFamily.CURRENT,
                kind,
                order,
                day,
                1,
                name.label(),
                name.archived(),
                sheet == null ? "" : sheet.name(),
                tally.counts(),
                rows,
                remarks);
    }

    private static Instant order(Workbook workbook, ListName name, List<Remark> remarks) {
        Optional<Instant> saved = workbook.savedAt()
                .filter(s -> !LocalDate.ofInstant(s, ZoneOffset.UTC).isBefore(NO_LISTS_BEFORE));
        if (saved.isPresent()) {
            Instant at = saved.get();
            if (name.archived().isPresent() && at.isAfter(name.archived().get().plus(2, ChronoUnit.DAYS))) {
                remarks.add(witness(workbook, at.toString(), Remark.Kind.REJECTED, "saved-after-archived"));
                return name.archived().get();
            }
            if (name.labelled() && name.label().isEmpty()) {
                remarks.add(witness(workbook, at.toString(), Remark.Kind.NOTED, "label-malformed"));
            } else if (name.label().isPresent()
                    && Math.abs(ChronoUnit.DAYS.between(name.label().get(), LocalDate.ofInstant(at, ZoneOffset.UTC)))
                            > 3) {
                remarks.add(witness(workbook, at.toString(), Remark.Kind.NOTED, "label-disagrees"));
            }
            return at;
        }
        remarks.add(witness(workbook, "", Remark.Kind.NOTED, "no-save-time"));
        return name.label()
                .map(d -> d.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC))
                .or(name::archived)
                .orElse(Instant.EPOCH);
    }

    private static Remark witness(Workbook workbook, String value, Remark.Kind kind, String code) {
        return new Remark(workbook.file(), 0, "", value, kind, code);
    }

    /** Where the columns stand. */
    private static final class Columns {
        private final int headerRow;
        private final Map<String, Integer> at;

        private Columns(int headerRow, Map<String, Integer> at) {
            this.headerRow = headerRow;
            this.at = at;
        }

        static Optional<Columns> find(Sheet sheet) {
            int seen = 0;
            for (Sheet.Row row : sheet.rows()) {
                if (row.isBlank()) {
                    continue;
                }
                Map<String, Integer> at = new LinkedHashMap<>();
                for (int column = 0; column < row.cells().size(); column++) {
                    Optional<Cell> cell = row.find(column);
                    if (cell.isPresent()) {
                        at.putIfAbsent(heading(Spelling.key(cell.get().text())), column);
                    }
                }
                if (at.containsKey("state") && at.containsKey("agency") && at.containsKey("model")) {
                    return Optional.of(new Columns(row.number(), at));
                }
                if (++seen >= HEADER_WITHIN) {
                    break;
                }
            }
            return Optional.empty();
        }

        private static String heading(String letters) {
            return switch (letters) {
                case "lawenforcementagency", "agency" -> "agency";
                case "supporttype", "model" -> "model";
                case "moa", "memorandum" -> "memo";
                default -> letters;
            };
        }

        ListKind kind() {
            return at.containsKey("signed") ? ListKind.PARTICIPATING : ListKind.PENDING;
        }

        Printed read(Sheet sheet, Sheet.Row row, boolean countsFrom1904) {
            Optional<Cell> signed = cell(row, "signed");
            return new Printed(
                    text(row, "state"),
                    text(row, "agency"),
                    text(row, "type"),
                    text(row, "county"),
                    text(row, "model"),
                    signed.isPresent() && signed.get().kind() == Cell.Kind.NUMBER
                            ? SignedDate.ofCell(signed.get().text(), countsFrom1904)
                            : text(row, "signed"),
                    text(row, "memo"),
                    link(sheet, row, "memo"),
                    link(sheet, row, "addendum"));
        }

        boolean hasLink(Sheet sheet, Sheet.Row row) {
            return at.containsKey("memo") && sheet.links().containsKey(Sheet.cellName(column("memo"), row.number()));
        }

        private String link(Sheet sheet, Sheet.Row row, String column) {
            return at.containsKey(column)
                    ? withoutReader(sheet.links().getOrDefault(Sheet.cellName(column(column), row.number()), ""))
                    : "";
        }

        /** What Outlook adds to a wrapped address names who read the mail: a person, and nothing of the agreement. */
        private static String withoutReader(String link) {
            int data = link.contains("safelinks.protection.outlook.com") ? link.indexOf("&data=") : -1;
            return data < 0 ? link : link.substring(0, data);
        }

        private int column(String column) {
            return at.getOrDefault(column, -1);
        }

        private Optional<Cell> cell(Sheet.Row row, String column) {
            return row.find(column(column));
        }

        private String text(Sheet.Row row, String column) {
            Optional<Cell> cell = cell(row, column).filter(c -> c.kind() != Cell.Kind.ERROR);
            return cell.isEmpty() ? "" : Printed.tidy(cell.get().text());
        }
    }

    /** Counts the rows of one list. */
    private static final class Tally {
        private final Map<Model, Integer> models = new EnumMap<>(Model.class);
        private final Set<String> agencies = new HashSet<>();
        private final Set<String> printed = new HashSet<>();
        private int rows;
        private int duplicates;
        private int links;

        void add(Sheet.Row row, Printed read, boolean link) {
            rows++;
            links += link ? 1 : 0;
            ModelNames.find(read.model()).ifPresent(m -> models.merge(m, 1, Integer::sum));
            String state = StateNames.find(read.state()).map(Enum::name).orElse(Spelling.key(read.state()));
            agencies.add(state + ' ' + letters(read.agency()));
            StringBuilder whole = new StringBuilder();
            for (int column = 0; column < row.cells().size(); column++) {
                Optional<Cell> cell = row.find(column).filter(c -> !c.isBlank());
                if (cell.isPresent()) {
                    whole.append(column)
                            .append('=')
                            .append(Printed.tidy(cell.get().text()))
                            .append('\u0001');
                }
            }
            duplicates += printed.add(whole.toString()) ? 0 : 1;
        }

        ListCounts counts() {
            return new ListCounts(
                    rows,
                    models.getOrDefault(Model.JEM, 0),
                    models.getOrDefault(Model.TFM, 0),
                    models.getOrDefault(Model.WSO, 0),
                    agencies.size(),
                    duplicates,
                    links);
        }

        private static String letters(String name) {
            StringBuilder letters = new StringBuilder();
            name.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .map(Character::toLowerCase)
                    .forEach(letters::appendCodePoint);
            return letters.toString();
        }
    }
}

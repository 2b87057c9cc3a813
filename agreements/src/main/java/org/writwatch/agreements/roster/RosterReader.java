package org.writwatch.agreements.roster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Model;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * Reads ICE's spreadsheets of participating and pending agencies, every generation of them (participating: with and
 * without COUNTY and ADDENDUM; pending: with and without COUNTY and MOA).
 *
 * <p>Columns are found by their headings. The first sheet with the headings is the list; other sheets are noted. Hidden
 * rows are part of the list. A reader remembers what it has met, which makes the next list cheap; what it returns does not
 * depend on what it read before. Not safe for use by several threads; {@link #all} uses several readers.
 */
public final class RosterReader {
    private static final int HEADER_WITHIN = 10;
    private static final LocalDate NO_LISTS_BEFORE = LocalDate.of(2006, 1, 1);

    private final WorkbookReader workbooks;
    private final ConcurrentMap<Printed, Printed> pool;
    private final Map<List<Integer>, RowMemory> met = new HashMap<>();
    private final Map<String, RowMemory.Mark> agencies = new HashMap<>();
    private final Map<String, String> days = new HashMap<>();
    private int lists;

    /** A reader that has met nothing yet. */
    public RosterReader() {
        this(new ConcurrentHashMap<>(), new Lately());
    }

    private RosterReader(ConcurrentMap<Printed, Printed> pool, Lately lately) {
        this.workbooks = new WorkbookReader(lately);
        this.pool = pool;
    }

    /** A list as it came: a name, and its bytes when they are asked for. */
    public interface Incoming {
        /** The file's name, without folders. */
        String file();

        /** Its bytes. */
        byte[] bytes() throws IOException;
    }

    /**
     * Reads one file.
     *
     * @throws org.writwatch.facts.problem.BadInput when the bytes are no workbook that can be read
     */
    public static PublishedList read(String file, byte[] content) {
        return new RosterReader().list(file, content);
    }

    /**
     * Reads many files with as many threads as there are processors; the answer has their order.
     *
     * @throws org.writwatch.facts.problem.BadInput when one of them is no workbook that can be read: the first in order
     * @throws IOException when the bytes of one cannot be had
     */
    public static List<PublishedList> all(List<? extends Incoming> files) throws IOException {
        int readers = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), files.size() / 4));
        PublishedList[] lists = new PublishedList[files.size()];
        Exception[] failures = new Exception[files.size()];
        AtomicInteger next = new AtomicInteger();
        ConcurrentMap<Printed, Printed> pool = new ConcurrentHashMap<>();
        Lately lately = new Lately();
        Runnable work = () -> {
            RosterReader reader = new RosterReader(pool, lately);
            for (int i = next.getAndIncrement(); i < lists.length; i = next.getAndIncrement()) {
                try {
                    lists[i] = reader.list(files.get(i).file(), files.get(i).bytes());
                } catch (IOException | RuntimeException e) {
                    failures[i] = e;
                }
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < readers; i++) {
            Thread thread = new Thread(work, "list-reader-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work.run();
        for (Thread other : others) {
            joined(other);
        }
        for (Exception failure : failures) {
            if (failure instanceof IOException e) {
                throw e;
            } else if (failure instanceof RuntimeException e) {
                throw e;
            }
        }
        return List.of(lists);
    }

    private static void joined(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(thread.getName());
        }
    }

    /**
     * Reads one file. A workbook without the headings gives a list of unknown kind without rows.
     *
     * @throws org.writwatch.facts.problem.BadInput when the bytes are no workbook that can be read
     */
    public PublishedList list(String file, byte[] content) {
        Workbook workbook = workbooks.read(file, content);
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
        Rows.Builder rows = new Rows.Builder(sheet == null ? 0 : sheet.rows().size());
        Tally tally = new Tally(++lists);
        if (sheet != null && columns != null) {
            RowMemory memory = memory(columns, workbook);
            for (Sheet.Row row : sheet.rows()) {
                if (row.number() > columns.headerRow && !row.isBlank()) {
                    String memo = columns.link(sheet, row, columns.memo);
                    String addendum = columns.link(sheet, row, columns.addendum);
                    RowMemory.Known read = memory.find(row.cells(), memo, addendum);
                    if (read == null) {
                        read = understood(row, columns, workbook, memo, addendum, memory);
                        memory.add(read);
                    }
                    rows.add(row.number(), read.printed);
                    tally.add(read, memo != null);
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
                rows.rows(),
                remarks);
    }

    /** The signing date as printed. */
    private String day(Sheet.Row row, Columns columns, Workbook workbook) {
        Cell signed = columns.cell(row, columns.signed);
        if (signed == null || signed.kind() != Cell.Kind.NUMBER) {
            return Columns.text(signed);
        }
        return workbook.countsFrom1904()
                ? SignedDate.ofCell(signed.text(), true)
                : days.computeIfAbsent(signed.text(), d -> SignedDate.ofCell(d, false));
    }

    /** What is remembered of rows under these headings; of a workbook that counts its days otherwise, nothing. */
    private RowMemory memory(Columns columns, Workbook workbook) {
        if (met.values().stream().mapToInt(RowMemory::size).sum() >= ByteMap.MOST) {
            met.clear();
            days.clear();
            agencies.clear();
            pool.clear();
        }
        return workbook.countsFrom1904()
                ? new RowMemory()
                : met.computeIfAbsent(columns.places(), p -> new RowMemory());
    }

    private RowMemory.Known understood(
            Sheet.Row row,
            Columns columns,
            Workbook workbook,
            @Nullable String memo,
            @Nullable String addendum,
            RowMemory memory) {
        Printed printed = columns.read(row, memo, addendum, day(row, columns, workbook));
        Printed one = pool.putIfAbsent(printed, printed);
        String state = StateNames.find(printed.state()).map(Enum::name).orElse(Spelling.key(printed.state()));
        return new RowMemory.Known(
                row.cells(),
                memo,
                addendum,
                one == null ? printed : one,
                ModelNames.find(printed.model()),
                agencies.computeIfAbsent(state + ' ' + letters(printed.agency()), k -> new RowMemory.Mark()),
                memory.whole(row.cells()));
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
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

    /** Where the columns stand; -1 for one that is not there. */
    private static final class Columns {
        private final int headerRow;
        private final int state;
        private final int agency;
        private final int type;
        private final int county;
        private final int model;
        private final int signed;
        private final int memo;
        private final int addendum;

        private Columns(int headerRow, Map<String, Integer> at) {
            this.headerRow = headerRow;
            this.state = at.getOrDefault("state", -1);
            this.agency = at.getOrDefault("agency", -1);
            this.type = at.getOrDefault("type", -1);
            this.county = at.getOrDefault("county", -1);
            this.model = at.getOrDefault("model", -1);
            this.signed = at.getOrDefault("signed", -1);
            this.memo = at.getOrDefault("memo", -1);
            this.addendum = at.getOrDefault("addendum", -1);
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
            return signed >= 0 ? ListKind.PARTICIPATING : ListKind.PENDING;
        }

        /** Where they stand, all that a row's meaning depends on. */
        List<Integer> places() {
            return List.of(state, agency, type, county, model, signed, memo, addendum);
        }

        Printed read(Sheet.Row row, @Nullable String memoLink, @Nullable String addendumLink, String day) {
            return new Printed(
                    text(cell(row, state)),
                    text(cell(row, agency)),
                    text(cell(row, type)),
                    text(cell(row, county)),
                    text(cell(row, model)),
                    day,
                    text(cell(row, memo)),
                    withoutReader(memoLink),
                    withoutReader(addendumLink));
        }

        @Nullable String link(Sheet sheet, Sheet.Row row, int column) {
            return column < 0 ? null : sheet.linkOrNull(row.number(), column);
        }

        /** What Outlook adds to a wrapped address names who read the mail: a person, and nothing of the agreement. */
        private static String withoutReader(@Nullable String link) {
            if (link == null) {
                return "";
            }
            int data = link.contains("safelinks.protection.outlook.com") ? link.indexOf("&data=") : -1;
            return data < 0 ? link : link.substring(0, data);
        }

        @Nullable Cell cell(Sheet.Row row, int column) {
            return column < 0 || column >= row.cells().size()
                    ? null
                    : row.cells().get(column);
        }

        static String text(@Nullable Cell cell) {
            return cell == null || cell.kind() == Cell.Kind.ERROR ? "" : cell.tidy();
        }
    }

    /** Counts the rows of one list. */
    private static final class Tally {
        private final int list;
        private final Map<Model, Integer> models = new EnumMap<>(Model.class);
        private int agencies;
        private int rows;
        private int duplicates;
        private int links;

        /** @param list a number that no other list of the reader has, from 1 */
        Tally(int list) {
            this.list = list;
        }

        void add(RowMemory.Known read, boolean link) {
            rows++;
            links += link ? 1 : 0;
            read.model.ifPresent(m -> models.merge(m, 1, Integer::sum));
            agencies += read.agency.isFirstOn(list) ? 1 : 0;
            duplicates += read.whole.isFirstOn(list) ? 0 : 1;
        }

        ListCounts counts() {
            return new ListCounts(
                    rows,
                    models.getOrDefault(Model.JEM, 0),
                    models.getOrDefault(Model.TFM, 0),
                    models.getOrDefault(Model.WSO, 0),
                    agencies,
                    duplicates,
                    links);
        }
    }
}

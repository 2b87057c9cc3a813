package org.writwatch.evidence.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.writwatch.evidence.design.Step;
import org.writwatch.evidence.harm.Harm;
import org.writwatch.evidence.harm.HarmCatalogue;
import org.writwatch.facts.Period;
import org.writwatch.facts.problem.BadInput;

/**
 * What the columns of an outcome table are: one resource of a Frictionless Data Package (Table Schema), with a
 * {@code writwatch} block that says which column is the period, which the place, what is counted, and what a missing row
 * means. A new table is a descriptor, no code.
 *
 * @param name short name of the table
 * @param path file name the table has when published
 * @param delimiter between cells
 * @param columns every column that is used
 * @param unit what is counted, in English
 * @param period the column that dates a row
 * @param place the column that names the place
 * @param state column with the state, against which codes are checked; empty when there is none
 * @param codes further columns of codes to check
 * @param groups columns that divide the count
 * @param values columns of numbers
 * @param absence what a place and period without a row means
 * @param leaveOut rows that are no units (totals), by column and value
 * @param complete column that says how much of the period is covered, and of how many parts
 * @param vintageColumn column with the release, when the table holds several
 * @param vintage the release
 * @param licence terms of reuse
 * @param within days the table can speak of; a row outside cannot be right
 * @param rows rows below the header at that release; a table that comes back shorter is refused
 * @param answers the questions that its numbers answer, none when {@code effect} is not to use it
 * @param released the day it was published, when that is known; what is asked as of an earlier day does not read it
 */
public record TableDescriptor(
        String name,
        String path,
        char delimiter,
        List<Column> columns,
        String unit,
        PeriodColumn period,
        Code place,
        Optional<String> state,
        List<Code> codes,
        List<String> groups,
        List<String> values,
        Absence absence,
        List<LeaveOut> leaveOut,
        Optional<Complete> complete,
        Optional<String> vintageColumn,
        String vintage,
        String licence,
        Period within,
        long rows,
        List<Answers> answers,
        Optional<LocalDate> released) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYS = Set.of(
            "unit",
            "period",
            "place",
            "state",
            "codes",
            "groups",
            "values",
            "absence",
            "leave_out",
            "complete",
            "vintage_field",
            "vintage",
            "within",
            "rows",
            "answers",
            "released",
            "coverage");
    private static final List<String> PERIODS = List.of("day", "month", "quarter", "year", "fiscal-year", "fixed");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public TableDescriptor {
        columns = List.copyOf(columns);
        codes = List.copyOf(codes);
        groups = List.copyOf(groups);
        values = List.copyOf(values);
        leaveOut = List.copyOf(leaveOut);
        answers = List.copyOf(answers);
    }

    /**
     * One question that a number of the table answers.
     *
     * @param harm the harm of the catalogue it is about
     * @param measure the column of numbers
     * @param per the column it is divided by; empty for a count by month
     * @param control whether it is a negative control of that harm: a number that should not move
     * @param only groups that count, by column; empty for all
     * @param without groups left out, by column
     */
    public record Answers(
            String harm,
            String measure,
            String per,
            boolean control,
            SortedMap<String, List<String>> only,
            SortedMap<String, List<String>> without) {
        public Answers {
            only = Collections.unmodifiableSortedMap(new TreeMap<>(only));
            without = Collections.unmodifiableSortedMap(new TreeMap<>(without));
        }
    }

    /** A column: its name, and how numbers are written in it. */
    public record Column(String name, String type, String decimalChar, String groupChar) {}

    /** The column that dates a row ({@code field} empty for {@code fixed}) and how: day, month, quarter, year, fiscal-year, fixed. */
    public record PeriodColumn(String field, String kind) {}

    /**
     * Names of places: a column, or one constant for a table about one place.
     *
     * @param field the column; empty when {@code constant} is not
     * @param kind fips, fips-number (leading zeros dropped by the publisher, put back), ori, facility, state or text
     * @param constant the one place of the table; empty when a column names it
     */
    public record Code(String field, String kind, String constant) {}

    /** Rows whose column has exactly this value are left out. */
    public record LeaveOut(String field, String is, String why) {}

    /** How many parts of the period a row covers: all when blank; with none its number is kept back. */
    public record Complete(String field, int of) {}

    /** What a missing row means. */
    public enum Absence {
        NOT_REPORTED,
        ZERO
    }

    /** The day from which it could be known: that of its release, else the last one it speaks of. */
    public LocalDate day() {
        return released.orElse(within.to());
    }

    /**
     * A data package of this one table and these bytes, from which {@link #read} makes an equal descriptor. The same table
     * and bytes give the same text.
     *
     * @param hash SHA-256 of the bytes, which the package names as Frictionless packages do; may be empty
     */
    public String json(String hash) {
        return DescriptorText.of(this, hash);
    }

    /** The same shape for a file of another name, which may hold another release of it. */
    public TableDescriptor release(String path, Period within, String vintage, long rows) {
        return new TableDescriptor(
                name,
                path,
                delimiter,
                columns,
                unit,
                period,
                place,
                state,
                codes,
                groups,
                values,
                absence,
                leaveOut,
                complete,
                vintageColumn,
                vintage,
                licence,
                within,
                rows,
                answers,
                released);
    }

    /**
     * Reads every table of a data package.
     *
     * @param file name for messages
     * @throws BadInput when the text is not a data package, lacks a key or has one the block does not know, or names a
     *     column that its own schema lacks
     */
    public static List<TableDescriptor> read(String file, String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw Refusals.whole(file, "bad.json-found", "bad.json-expected", "bad.json-remedy");
        }
        if (root == null || !root.path("resources").isArray()) {
            throw Refusals.whole(file, "bad.json-found", "bad.json-expected", "bad.json-remedy");
        }
        List<TableDescriptor> tables = new ArrayList<>();
        root.get("resources").forEach(r -> tables.add(new Parser(file, r).table()));
        return List.copyOf(tables);
    }

    private record Parser(String file, JsonNode node) {
        TableDescriptor table() {
            JsonNode block = node.path("writwatch");
            block.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    throw Refusals.whole(
                            where(), "bad.key-unknown-found", "bad.key-unknown-expected", "bad.json-remedy", key);
                }
            });
            TableDescriptor table = new TableDescriptor(
                    text(node, "name"),
                    text(node, "path"),
                    node.at("/dialect/delimiter").asText(",").charAt(0),
                    columns(),
                    text(block, "unit"),
                    new PeriodColumn(block.at("/period/field").asText(""), text(block.path("period"), "kind")),
                    code(block.path("place")),
                    optional(block, "state"),
                    list(block.path("codes")).stream().map(this::code).toList(),
                    texts(block.path("groups")),
                    texts(block.path("values")),
                    text(block, "absence").equals("zero") ? Absence.ZERO : Absence.NOT_REPORTED,
                    list(block.path("leave_out")).stream()
                            .map(n ->
                                    new LeaveOut(text(n, "field"), n.path("is").asText(""), text(n, "why")))
                            .toList(),
                    block.has("complete")
                            ? Optional.of(new Complete(
                                    text(block.path("complete"), "field"),
                                    block.at("/complete/of").asInt(12)))
                            : Optional.empty(),
                    optional(block, "vintage_field"),
                    text(block, "vintage"),
                    text(node.path("licenses").path(0), "name"),
                    period(text(block, "within")),
                    block.path("rows").asLong(0),
                    list(block.path("answers")).stream().map(this::answers).toList(),
                    optional(block, "released").map(this::day));
            requireName(table.name);
            requireKind(table);
            requireColumns(table);
            return table;
        }

        /** A name becomes a folder of the store: it can lead nowhere else. */
        private void requireName(String name) {
            if (!NAME.matcher(name).matches() || name.contains("..")) {
                throw Refusals.whole(file, "bad.cell-found", "bad.name-expected", "bad.json-remedy", name);
            }
        }

        /** A period of a known kind; one period alone has nothing before it and answers no question of change. */
        private void requireKind(TableDescriptor table) {
            String kind = table.period.kind();
            if (!PERIODS.contains(kind)) {
                throw new BadInput(
                        where(),
                        Refusals.say("bad.cell-found", kind),
                        Refusals.say("bad.period-expected", String.join(", ", PERIODS)),
                        Refusals.say("bad.json-remedy"));
            }
            if (!table.answers.isEmpty() && Step.of(kind).isEmpty()) {
                throw Refusals.whole(where(), "bad.one-period-found", "bad.one-period-expected", "bad.json-remedy");
            }
        }

        private LocalDate day(String said) {
            try {
                return LocalDate.parse(said);
            } catch (DateTimeParseException e) {
                throw Refusals.whole(where(), "bad.cell-found", "bad.day-expected", "bad.json-remedy", said);
            }
        }

        private void requireColumns(TableDescriptor table) {
            Set<String> known = new HashSet<>();
            table.columns.forEach(c -> known.add(c.name()));
            List<String> used = new ArrayList<>(table.groups);
            used.addAll(table.values);
            if (table.place.constant().isEmpty()) {
                used.add(table.place.field());
            }
            table.codes.forEach(c -> used.add(c.field()));
            table.leaveOut.forEach(l -> used.add(l.field()));
            table.state.ifPresent(used::add);
            table.vintageColumn.ifPresent(used::add);
            table.complete.ifPresent(c -> used.add(c.field()));
            table.answers.forEach(a -> requireAnswers(table, a));
            if (!table.period.field().isEmpty()) {
                used.add(table.period.field());
            }
            for (String column : used) {
                if (!known.contains(column)) {
                    throw Refusals.missingColumn(
                            where(), column, known.stream().sorted().toList());
                }
            }
        }

        private Answers answers(JsonNode at) {
            return new Answers(
                    text(at, "harm"),
                    text(at, "measure"),
                    at.path("per").asText(""),
                    at.path("control").asBoolean(false),
                    choices(at.path("only")),
                    choices(at.path("without")));
        }

        private static SortedMap<String, List<String>> choices(JsonNode at) {
            SortedMap<String, List<String>> all = new TreeMap<>();
            at.fieldNames().forEachRemaining(column -> all.put(column, texts(at.get(column))));
            return all;
        }

        /** An answer names a harm of the catalogue, columns of numbers and columns of groups. */
        private void requireAnswers(TableDescriptor table, Answers answers) {
            List<String> harms =
                    HarmCatalogue.list().stream().map(Harm::id).sorted().toList();
            if (!harms.contains(answers.harm())) {
                throw new BadInput(
                        where(),
                        Refusals.say("bad.cell-found", answers.harm()),
                        Refusals.say("bad.harm-expected", String.join(", ", harms)),
                        Refusals.say("bad.json-remedy"));
            }
            List<String> numbers = new ArrayList<>(List.of(answers.measure()));
            numbers.add(answers.per().isEmpty() ? answers.measure() : answers.per());
            requireAmong(numbers, table.values);
            requireAmong(answers.only().keySet(), table.groups);
            requireAmong(answers.without().keySet(), table.groups);
        }

        private void requireAmong(Collection<String> named, List<String> columns) {
            for (String column : named) {
                if (!columns.contains(column)) {
                    throw Refusals.missingColumn(where(), column, columns);
                }
            }
        }

        private List<Column> columns() {
            List<Column> columns = new ArrayList<>();
            for (JsonNode field : node.at("/schema/fields")) {
                columns.add(new Column(
                        text(field, "name"),
                        field.path("type").asText("string"),
                        field.path("decimalChar").asText("."),
                        field.path("groupChar").asText("")));
            }
            return columns;
        }

        private Code code(JsonNode at) {
            String constant = at.path("constant").asText("");
            return new Code(constant.isEmpty() ? text(at, "field") : "", text(at, "kind"), constant);
        }

        private Period period(String within) {
            int slash = within.indexOf('/');
            try {
                return new Period(
                        LocalDate.parse(within.substring(0, Math.max(0, slash))),
                        LocalDate.parse(within.substring(slash + 1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw Refusals.whole(where(), "bad.cell-found", "bad.within-expected", "bad.json-remedy", within);
            }
        }

        private String text(JsonNode at, String key) {
            String value = at.path(key).asText("");
            if (value.isEmpty()) {
                throw Refusals.whole(
                        where(), "bad.key-missing-found", "bad.key-missing-expected", "bad.json-remedy", key);
            }
            return value;
        }

        private static Optional<String> optional(JsonNode at, String key) {
            return at.has(key) ? Optional.of(at.get(key).asText()) : Optional.empty();
        }

        private static List<JsonNode> list(JsonNode array) {
            List<JsonNode> out = new ArrayList<>();
            array.forEach(out::add);
            return out;
        }

        private static List<String> texts(JsonNode array) {
            return list(array).stream().map(JsonNode::asText).toList();
        }

        private String where() {
            return file + " " + node.path("name").asText("?");
        }
    }
}

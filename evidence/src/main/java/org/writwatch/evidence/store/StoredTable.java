package org.writwatch.evidence.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.writwatch.evidence.design.Step;
import org.writwatch.evidence.table.Observation;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/**
 * One release of a table, asked through the query engine. Each question opens its own engine over the Parquet file, which is
 * never written again: any number of processes may ask while another takes in the next release.
 */
public final class StoredTable {
    private final Path parquet;
    private final Generation generation;

    StoredTable(Path parquet, Generation generation) {
        this.parquet = parquet;
        this.generation = generation;
    }

    /** What it is. */
    public Generation generation() {
        return generation;
    }

    /** How many cells. */
    public long cells() {
        return ask("SELECT count(*) FROM rows", List.of(), answer -> {
            long[] n = {0};
            while (answer.next()) {
                n[0] = answer.getLong(1);
            }
            return n;
        })[0];
    }

    /** Every cell of a place, by period, measure, group and release. */
    public List<Observation> of(String place) {
        return ask(
                "SELECT * FROM rows WHERE place = ? ORDER BY from_day, to_day, measure, grouped, vintage",
                List.of(place),
                answer -> {
                    List<Observation> cells = new ArrayList<>();
                    while (answer.next()) {
                        cells.add(cell(answer));
                    }
                    return cells;
                });
    }

    /** Sum of what was counted of a measure by place; cells of parts of a period count with what they have. */
    public SortedMap<String, Double> sumByPlace(String measure) {
        return ask(
                "SELECT place, sum(value) FROM rows WHERE measure = ? AND value IS NOT NULL GROUP BY place",
                List.of(measure),
                answer -> {
                    SortedMap<String, Double> sums = new TreeMap<>();
                    while (answer.next()) {
                        sums.put(answer.getString(1), answer.getDouble(2));
                    }
                    return sums;
                });
    }

    /** A count of a place that begins on a day. */
    @FunctionalInterface
    public interface Count {
        /** Told one count. */
        void of(String place, LocalDate from, double value);
    }

    /** Every count of a measure above zero, by place and day. */
    public void counts(String measure, Count each) {
        ask(
                "SELECT place, from_day, value FROM rows WHERE measure = ? AND value > 0 ORDER BY place, from_day",
                List.of(measure),
                answer -> {
                    while (answer.next()) {
                        each.of(answer.getString(1), LocalDate.ofEpochDay(answer.getInt(2)), answer.getDouble(3));
                    }
                    return measure;
                });
    }

    /**
     * Sums of measures by place and whole period, in one reading of the file. A month is there when all of its cells were
     * counted or zero, and its days are all there or a missing day means zero; a quarter or year when all of its cells were.
     * Periods of another length are left aside.
     *
     * @param table the descriptor of the table
     * @param measures columns of numbers
     * @param only values of grouping columns that count; empty for all
     * @param without values of grouping columns left out
     * @param within days that may be read; periods not wholly inside are left aside
     * @param step how long the periods are
     * @return by measure, place and first month
     */
    public SortedMap<String, SortedMap<String, SortedMap<YearMonth, Double>>> periods(
            TableDescriptor table,
            Collection<String> measures,
            Map<String, List<String>> only,
            Map<String, List<String>> without,
            Period within,
            Step step) {
        List<String> values = new ArrayList<>(measures);
        String groups = chosen(table, only, "", values) + chosen(table, without, "NOT ", values);
        boolean everyDay = table.absence() == TableDescriptor.Absence.NOT_REPORTED;
        int longest = 31 * step.months();
        int shortest = step == Step.MONTH ? 0 : 30 * step.months() - 3;
        return ask(
                "SELECT measure, place, year(day), month(day), sum(value), count(DISTINCT from_day), max(to_day - from_day)"
                        + " FROM (SELECT *, DATE '1970-01-01' + from_day AS day FROM rows) WHERE measure IN ("
                        + String.join(", ", Collections.nCopies(measures.size(), "?")) + ")"
                        + groups
                        + " AND to_day - from_day < " + longest + " AND to_day - from_day >= " + shortest
                        + " AND from_day >= "
                        + within.from().toEpochDay()
                        + " AND to_day <= " + within.to().toEpochDay()
                        + " GROUP BY ALL HAVING bool_and(reading IN ('counted', 'zero'))",
                values,
                answer -> {
                    SortedMap<String, SortedMap<String, SortedMap<YearMonth, Double>>> all = new TreeMap<>();
                    while (answer.next()) {
                        YearMonth month = YearMonth.of(answer.getInt(3), answer.getInt(4));
                        boolean whole =
                                answer.getInt(7) >= 27 || !everyDay || answer.getInt(6) == month.lengthOfMonth();
                        LocalDate end = step.end(month);
                        if (whole && !end.isAfter(within.to())) {
                            all.computeIfAbsent(answer.getString(1), k -> new TreeMap<>())
                                    .computeIfAbsent(answer.getString(2), k -> new TreeMap<>())
                                    .put(month, answer.getDouble(5));
                        }
                    }
                    return all;
                });
    }

    private static String chosen(
            TableDescriptor table, Map<String, List<String>> columns, String not, List<String> values) {
        StringBuilder sql = new StringBuilder();
        columns.forEach((column, choices) -> {
            sql.append(" AND string_split(grouped, chr(31))[")
                    .append(table.groups().indexOf(column) + 1)
                    .append("] ")
                    .append(not)
                    .append("IN (")
                    .append(String.join(", ", Collections.nCopies(choices.size(), "?")))
                    .append(')');
            values.addAll(choices);
        });
        return sql.toString();
    }

    private static Observation cell(ResultSet row) throws SQLException {
        String grouped = row.getString("grouped");
        return new Observation(
                row.getString("place"),
                new Period(LocalDate.ofEpochDay(row.getInt("from_day")), LocalDate.ofEpochDay(row.getInt("to_day"))),
                grouped.isEmpty() ? List.of() : List.of(grouped.split("\u001f", -1)),
                row.getString("measure"),
                row.getString("vintage"),
                reading(row));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        String said = row.getString("reading");
        return switch (said) {
            case "counted" -> new Reading.Counted(row.getDouble("value"));
            case "zero" -> new Reading.Zero();
            case "partial" ->
                new Reading.Partial(row.getDouble("value"), row.getInt("days_covered"), row.getInt("days_in_period"));
            case "not_reported" -> new Reading.NotReported();
            default -> new Reading.Withheld(said.substring("withheld: ".length()));
        };
    }

    private <T> T ask(String question, List<String> values, Reader<T> reader) {
        try (DuckDBConnection engine = Duck.reading();
                PreparedStatement sql = engine.prepareStatement(
                        question.replace("FROM rows", "FROM read_parquet(" + Duck.quoted(parquet) + ")"))) {
            for (int i = 0; i < values.size(); i++) {
                sql.setString(i + 1, values.get(i));
            }
            try (ResultSet answer = sql.executeQuery()) {
                return reader.read(answer);
            }
        } catch (SQLException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-readable"), e);
        }
    }

    /** Reads an answer to its end. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet answer) throws SQLException;
    }
}

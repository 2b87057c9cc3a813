package org.writwatch.evidence.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.writwatch.evidence.table.Observation;
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

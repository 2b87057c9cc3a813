package org.writwatch.evidence.store;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.writwatch.evidence.table.Observation;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/** Cells on their way into the query engine, one row each; what a cell says and its number are two columns. */
final class Cells implements AutoCloseable {
    static final String CREATE = "CREATE TABLE cells (place VARCHAR, from_day INTEGER, to_day INTEGER, grouped VARCHAR,"
            + " measure VARCHAR, vintage VARCHAR, reading VARCHAR, value DOUBLE, days_covered INTEGER,"
            + " days_in_period INTEGER, row BIGINT, repeated BOOLEAN DEFAULT false)";

    /** The first row of each place, time, group, measure and release stays. */
    static final String DROP_REPEATS =
            "UPDATE cells SET repeated = true FROM (SELECT place AS p, from_day AS f, to_day AS t,"
                    + " grouped AS g, measure AS m, vintage AS v, min(row) AS first FROM cells GROUP BY ALL"
                    + " HAVING count(*) > 1) AS twice WHERE place = p AND from_day = f AND to_day = t AND grouped = g"
                    + " AND measure = m AND vintage = v AND row > first";

    static final String IN_ORDER = "SELECT place, from_day, to_day, grouped, measure, vintage, reading, value,"
            + " days_covered, days_in_period FROM cells WHERE NOT repeated"
            + " ORDER BY place, from_day, to_day, measure, grouped, vintage";

    private final DuckDBAppender appender;
    private long row;

    Cells(DuckDBConnection engine) throws SQLException {
        this.appender = engine.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "cells");
    }

    void add(Observation cell) {
        try {
            appender.beginRow();
            appender.append(cell.place());
            appender.append((int) cell.period().from().toEpochDay());
            appender.append((int) cell.period().to().toEpochDay());
            appender.append(String.join("\u001f", cell.group()));
            appender.append(cell.measure());
            appender.append(cell.vintage());
            reading(cell.reading());
            appender.append(row++);
            appender.append(false);
            appender.endRow();
        } catch (SQLException e) {
            throw new MachineFailure(Phrase.of("evidence", "store.not-writable"), e);
        }
    }

    private void reading(Reading reading) throws SQLException {
        if (reading instanceof Reading.Counted c) {
            word("counted", c.value());
        } else if (reading instanceof Reading.Zero) {
            word("zero", 0);
        } else if (reading instanceof Reading.Partial p) {
            appender.append("partial");
            appender.append(p.value());
            appender.append(p.daysCovered());
            appender.append(p.daysInPeriod());
        } else {
            appender.append(reading instanceof Reading.Withheld w ? "withheld: " + w.why() : "not_reported");
            appender.appendNull();
            appender.appendNull();
            appender.appendNull();
        }
    }

    private void word(String said, double value) throws SQLException {
        appender.append(said);
        appender.append(value);
        appender.appendNull();
        appender.appendNull();
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}

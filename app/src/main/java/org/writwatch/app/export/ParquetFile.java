package org.writwatch.app.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Tables as Parquet, by a DuckDB in memory: one thread, one version and nothing to download, so that the same table is
 * the same bytes on every run of one platform. Days are dates, whole numbers 64-bit integers, absent values null. Not
 * safe for use by several threads.
 */
final class ParquetFile implements AutoCloseable {
    private final DuckDBConnection connection;
    private final Path aside;

    /** @throws MachineFailure when the engine cannot be loaded on this machine */
    ParquetFile() {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", "256MB");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            aside = Files.createTempFile("writwatch", ".parquet");
            connection = DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        } catch (IOException | SQLException e) {
            throw failed(e);
        }
    }

    /** The bytes of one table. */
    byte[] bytes(ExportTable table) {
        String columns = table.fields().stream()
                .map(f -> '"' + f.name() + "\" " + type(f.kind()))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE rows_of_it (" + columns + ")");
            append(table);
            statement.execute("COPY rows_of_it TO '" + aside.toString().replace("'", "''")
                    + "' (FORMAT parquet, COMPRESSION zstd)");
            return Files.readAllBytes(aside);
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    private void append(ExportTable table) throws SQLException {
        try (DuckDBAppender to = connection.createAppender("rows_of_it")) {
            for (List<String> row : table.rows()) {
                to.beginRow();
                for (int i = 0; i < row.size(); i++) {
                    String cell = row.get(i);
                    if (cell.isEmpty()) {
                        to.appendNull();
                    } else {
                        switch (table.fields().get(i).kind()) {
                            case STRING -> to.append(cell);
                            case DATE -> to.append(LocalDate.parse(cell));
                            case INTEGER -> to.append(Long.parseLong(cell));
                        }
                    }
                }
                to.endRow();
            }
        }
    }

    private static String type(Field.Kind kind) {
        return switch (kind) {
            case STRING -> "VARCHAR";
            case DATE -> "DATE";
            case INTEGER -> "BIGINT";
        };
    }

    private static MachineFailure failed(Exception cause) {
        return new MachineFailure(Phrase.of("app", "export.no-parquet"), cause);
    }

    @Override
    @SuppressWarnings("try")
    public void close() {
        try (Connection closing = connection) {
            Files.deleteIfExists(aside);
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }
}

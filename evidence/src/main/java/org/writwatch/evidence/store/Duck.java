package org.writwatch.evidence.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A connection to the query engine: never more memory than allowed, nothing fetched, nothing installed. */
final class Duck {
    private Duck() {}

    /**
     * A connection of its own to the one engine of the process without a file, for reading Parquet: to open an engine takes longer
     * than most questions. It spills outside the home folder, which it leaves alone.
     */
    static DuckDBConnection reading() throws SQLException {
        return Reading.engine().duplicate();
    }

    /** Opened when first asked for, and as long as the process lives. */
    private static final class Reading {
        private static @Nullable DuckDBConnection engine;

        static synchronized DuckDBConnection engine() throws SQLException {
            if (engine == null) {
                engine = open("jdbc:duckdb:", Path.of(System.getProperty("java.io.tmpdir"), "writwatch-spill"), 2);
            }
            return engine;
        }
    }

    /** An engine over a working file; one thread, so that the same rows give the same bytes. */
    static DuckDBConnection working(Path file, Path spill) throws SQLException {
        return open("jdbc:duckdb:" + file.toAbsolutePath(), spill, 1);
    }

    private static DuckDBConnection open(String address, Path spill, int threads) throws SQLException {
        DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection(address, new Properties());
        try (Statement set = connection.createStatement()) {
            set.execute("SET autoinstall_known_extensions = false");
            set.execute("SET autoload_known_extensions = false");
            set.execute("SET memory_limit = '768MB'");
            set.execute("SET threads = " + threads);
            set.execute("SET temp_directory = " + quoted(spill));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A path as an SQL text. */
    static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}

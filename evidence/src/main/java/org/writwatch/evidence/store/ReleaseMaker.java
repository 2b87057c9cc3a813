package org.writwatch.evidence.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.OutcomeTable;
import org.writwatch.evidence.table.Reject;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * Makes the files of one generation from a receipt and its bytes, in a folder of its own: {@code rows.parquet}, what was kept
 * out, and what it is. The same receipt and bytes give the same files. Memory does not grow with the table.
 */
final class ReleaseMaker {
    static final String PARQUET = ".parquet";
    static final String KEPT_OUT = ".kept-out.csv";
    static final String WHAT = ".json";
    /** The files of a generation; what it is comes last. */
    static final List<String> PARTS = List.of(PARQUET, KEPT_OUT, WHAT);

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReleaseMaker() {}

    /**
     * Makes them.
     *
     * @param bytes the published bytes
     * @param folder empty folder to make them in
     * @throws org.writwatch.facts.problem.BadInput the bytes are not what the receipt describes
     */
    static Generation make(Receipt receipt, Path bytes, Path folder) throws IOException, SQLException {
        Path parquet = folder.resolve(receipt.id() + PARQUET);
        String file = receipt.table().path();
        OutcomeTable.Read read;
        long all;
        long kept;
        try (DuckDBConnection engine = Duck.working(folder.resolve("rows.duckdb"), folder.resolve("spill"));
                Statement sql = engine.createStatement()) {
            sql.execute(Cells.CREATE);
            try (Cells cells = new Cells(engine);
                    InputStream in = CsvFile.open(bytes, file)) {
                read = OutcomeTable.stream(receipt.table(), file, in, cells::add);
            }
            sql.execute(Cells.DROP_REPEATS);
            sql.execute("COPY (" + Cells.IN_ORDER + ") TO " + Duck.quoted(parquet)
                    + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)");
            all = one(sql, "SELECT count(*) FROM cells");
            kept = one(sql, "SELECT count(*) FROM cells WHERE NOT repeated");
        }
        Files.writeString(folder.resolve(receipt.id() + KEPT_OUT), keptOut(read), StandardCharsets.UTF_8);
        Generation made = new Generation(
                receipt.table().name(),
                receipt.id(),
                receipt.source(),
                file,
                receipt.table().vintage(),
                receipt.table().day().toString(),
                read.rows(),
                kept,
                read.rejects().size(),
                all - kept,
                HomeFiles.hash(parquet));
        Files.writeString(folder.resolve(receipt.id() + WHAT), text(made), StandardCharsets.UTF_8);
        return made;
    }

    /** Reads what a generation is. */
    static Generation read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Generation.class);
    }

    private static String text(Generation made) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(made) + "\n";
    }

    /** Rows kept out, one line each: row as a spreadsheet counts, column, what was found, what was expected. */
    private static String keptOut(OutcomeTable.Read read) {
        Phrasebook book = Phrasebook.of(Lang.EN);
        StringBuilder text = new StringBuilder("row,column,found,expected\n");
        for (Reject reject : read.rejects()) {
            text.append(reject.row())
                    .append(',')
                    .append(quoted(reject.column()))
                    .append(',')
                    .append(quoted(reject.found()))
                    .append(',')
                    .append(quoted(book.say(reject.why())))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static long one(Statement sql, String question) throws SQLException {
        try (ResultSet answer = sql.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}

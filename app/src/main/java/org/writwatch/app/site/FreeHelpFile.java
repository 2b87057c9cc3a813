package org.writwatch.app.site;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.papers.site.FreeHelp;

/** The bundled directory of free help. */
final class FreeHelpFile {
    private static final String FILE = "site/free-help.csv";

    private FreeHelpFile() {}

    /** Every entry, in the order of the file. */
    static List<FreeHelp> list() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(Bundle.of("app").open(FILE), StandardCharsets.UTF_8))) {
            return rows.stream().map(FreeHelpFile::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FreeHelp entry(NamedCsvRecord row) {
        return new FreeHelp(
                row.getField("id"),
                row.getField("scope"),
                row.getField("kind"),
                row.getField("run_by").equals("government"),
                row.getField("name"),
                Optional.of(row.getField("phone")).filter(p -> !p.isEmpty()),
                row.getField("address"),
                List.of(row.getField("languages").split(" ", -1)),
                row.getField("hours_en"),
                row.getField("hours_es"),
                row.getField("source"),
                LocalDate.parse(row.getField("seen")),
                row.getField("basis").equals("own"));
    }

    /** The file as it is, for who uses the data. */
    static String text() {
        try (var in = Bundle.of("app").open(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

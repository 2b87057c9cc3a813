package org.writwatch.app.site;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.papers.site.CorrectionView;

/** The decisions about the lists, as they are kept beside the data. */
final class CorrectionViews {
    private CorrectionViews() {}

    static List<CorrectionView> list() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Bundle.of("agreements").open("registry/decisions.csv"), StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(r -> new CorrectionView(
                            r.getField("agency") + ", " + r.getField("state"),
                            (r.getField("what") + ": " + r.getField("other") + " " + r.getField("value")).strip(),
                            r.getField("reason"),
                            r.getField("decided") + ". " + r.getField("evidence")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people saw on the page that was signed, written down from its picture ({@code signatures.csv}): the revision at its
 * foot, and who signed, in which office, when. Much of it is handwriting, which no reader of ours reads; what an eye could
 * not tell either is empty. The import puts it in the place of what was read.
 */
final class SeenSignatures {
    /** One page: its number, the revision printed on it, and the two parties, the agency first. */
    record Seen(int page, Optional<LocalDate> revision, Signatory agency, Signatory ice) {}

    private final Map<String, Seen> byFile;

    private SeenSignatures(Map<String, Seen> byFile) {
        this.byFile = byFile;
    }

    /** The table that comes with the program. */
    static SeenSignatures bundled() {
        Map<String, Seen> byFile = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Forms.text("signatures.csv"))) {
            for (NamedCsvRecord row : rows) {
                byFile.put(
                        row.getField("file"),
                        new Seen(
                                Integer.parseInt(row.getField("page")),
                                said(row, "revision").map(LocalDate::parse),
                                signatory(row, Duty.Party.AGENCY, "agency"),
                                signatory(row, Duty.Party.ICE, "ice")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SeenSignatures(byFile);
    }

    /** By file name, in order of it. */
    Map<String, Seen> all() {
        return new LinkedHashMap<>(byFile);
    }

    /** The reading with what was seen in place of what was read; as it is when nobody looked. */
    MemorandumReading over(MemorandumReading read) {
        Memorandum m = read.memorandum();
        Seen seen = byFile.get(m.file());
        if (seen == null) {
            return read;
        }
        Memorandum told = new Memorandum(
                m.agencyId(),
                m.file(),
                m.model(),
                m.template(),
                seen.revision(),
                seen.agency().date(),
                m.pages(),
                m.duties(),
                m.source());
        return new MemorandumReading(
                told,
                read.recognition(),
                read.party(),
                List.of(seen.agency(), seen.ice()),
                read.contacts(),
                read.clauses(),
                read.redline(),
                read.flags());
    }

    private static Signatory signatory(NamedCsvRecord row, Duty.Party party, String who) {
        return new Signatory(
                party,
                said(row, who + "_name"),
                said(row, who + "_title"),
                said(row, who + "_date").map(LocalDate::parse));
    }

    private static Optional<String> said(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}

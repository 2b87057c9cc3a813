package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.writwatch.facts.phrase.Phrase;

/**
 * What is worth asking an agency for, and the duties that make each thing exist. Data ({@code asks.csv}): a dozen things,
 * each asked for once however many duties lead to it. Safe for use by several threads.
 */
final class AskTable {
    /**
     * One thing to ask for.
     *
     * @param id what: "training", "holds"
     * @param words the records, fit for a request
     * @param duties kinds of duty, the one that says it best first
     */
    record Ask(String id, Phrase words, List<String> duties) {}

    private record Line(List<String> forms, Ask ask) {}

    private static final class Table {
        static final AskTable ALL = new AskTable();
    }

    private final List<Line> lines = new ArrayList<>();

    private AskTable() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Forms.text("asks.csv"))) {
            for (NamedCsvRecord row : rows) {
                Phrase words = Phrase.of("agreements", "memo.ask." + row.getField("words"));
                lines.add(new Line(
                        words(row.getField("forms")),
                        new Ask(row.getField("ask"), words, words(row.getField("duties")))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AskTable bundled() {
        return Table.ALL;
    }

    /** What a form gives reason to ask for, in the order of the table. */
    List<Ask> of(String template) {
        String model = template.substring(0, 3);
        return lines.stream()
                .filter(l -> l.forms().isEmpty()
                        || l.forms().contains(template)
                        || l.forms().contains(model))
                .map(Line::ask)
                .toList();
    }

    /** What every form gives reason to ask for. */
    List<Ask> ofEvery() {
        return lines.stream().filter(l -> l.forms().isEmpty()).map(Line::ask).toList();
    }

    private static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" ", -1));
    }
}

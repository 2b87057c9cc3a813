package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.facts.phrase.Phrase;

/**
 * What is known of each kind of duty: who owes it, how it binds, its plain words, and what can be asked for because of
 * it. Data ({@code duties.csv}); a row for a model or a form replaces the general row. Safe for use by several threads.
 */
final class DutyTable {
    /** One row: {@code words} and {@code ask} are keys of phrases. */
    record Kind(String duty, Duty.Party who, Duty.Force force, Phrase words, Optional<Phrase> ask) {}

    private static final class Table {
        static final DutyTable ALL = new DutyTable();
    }

    private final Map<String, Map<String, Kind>> byDuty = new LinkedHashMap<>();

    private DutyTable() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Forms.text("duties.csv"))) {
            for (NamedCsvRecord row : rows) {
                String duty = row.getField("duty");
                String ask = row.getField("ask");
                Kind kind = new Kind(
                        duty,
                        Duty.Party.valueOf(row.getField("who")),
                        Duty.Force.valueOf(row.getField("force")),
                        Phrase.of("agreements", "memo.duty." + row.getField("words")),
                        ask.isEmpty() ? Optional.empty() : Optional.of(Phrase.of("agreements", "memo.ask." + ask)));
                byDuty.computeIfAbsent(duty, d -> new LinkedHashMap<>()).put(row.getField("forms"), kind);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DutyTable bundled() {
        return Table.ALL;
    }

    /** The kind of a duty on a form: the form's own row, else the model's, else the general one. */
    Kind get(String duty, String template) {
        Map<String, Kind> rows = byDuty.getOrDefault(duty, Map.of());
        for (String key : List.of(template, template.substring(0, 3), "")) {
            Kind kind = rows.get(key);
            if (kind != null) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no duty '" + duty + "' in duties.csv");
    }

    /** What could be asked of an agency of this model whose memorandum is not held: the newest form's duties. */
    List<Kind> newest(Model model) {
        List<Forms.Entry> forms = Forms.bundled().list().stream()
                .filter(e -> e.form().model() == model)
                .toList();
        Form form = forms.get(forms.size() - 1).form();
        List<Kind> kinds = new ArrayList<>();
        for (Form.Mark mark : form.marks()) {
            Kind kind = get(mark.duty(), form.template());
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Every duty named in the table. */
    List<String> list() {
        return List.copyOf(byDuty.keySet());
    }
}

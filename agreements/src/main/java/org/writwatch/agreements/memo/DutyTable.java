package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * What is known of each kind of duty: its topic, who owes it to whom, how it binds, when it is due and its plain words.
 * Data ({@code duties.csv}); a row for a model or a form replaces the general row. Safe for use by several threads.
 */
final class DutyTable {
    /** One row: all that does not depend on the memorandum. */
    record Kind(
            String duty,
            Topic topic,
            Duty.Party who,
            Duty.Force force,
            Optional<Duty.To> to,
            Optional<Timing> when,
            Phrase words) {
        /** The duty as one memorandum prints it; {@code source} is the memorandum as a whole. */
        Duty on(String clause, int page, String quote, boolean ocr, Source source) {
            return new Duty(
                    duty,
                    topic,
                    who,
                    force,
                    to,
                    when,
                    words,
                    clause,
                    page,
                    quote,
                    ocr,
                    source.at(MemorandumReader.location(page, clause)));
        }
    }

    private static final class Table {
        static final DutyTable ALL = new DutyTable();
    }

    private final Map<String, Map<String, Kind>> byDuty = new LinkedHashMap<>();

    private DutyTable() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Forms.text("duties.csv"))) {
            for (NamedCsvRecord row : rows) {
                byDuty.computeIfAbsent(row.getField("duty"), d -> new LinkedHashMap<>())
                        .put(row.getField("forms"), kind(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(NamedCsvRecord row) {
        return new Kind(
                row.getField("duty"),
                Topic.valueOf(row.getField("topic")),
                Duty.Party.valueOf(row.getField("who")),
                Duty.Force.valueOf(row.getField("force")),
                said(row.getField("to")).map(Duty.To::valueOf),
                said(row.getField("when")).map(when -> timing(when, row)),
                Phrase.of("agreements", "memo.duty." + row.getField("words")));
    }

    private static Timing timing(String when, NamedCsvRecord row) {
        return new Timing(
                Timing.Kind.valueOf(when),
                said(row.getField("amount")).map(Integer::parseInt).orElse(0),
                said(row.getField("unit")).map(Timing.Unit::valueOf).orElse(Timing.Unit.DAYS),
                row.getField("from"));
    }

    private static Optional<String> said(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
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

    /** What a kind of duty is about; of a kind the table does not have, what agreements are about. */
    Topic topic(String duty) {
        return byDuty.getOrDefault(duty, Map.of()).values().stream()
                .map(Kind::topic)
                .findFirst()
                .orElse(Topic.CHANGE_AND_END);
    }

    /** Every duty named in the table. */
    List<String> list() {
        return List.copyOf(byDuty.keySet());
    }
}

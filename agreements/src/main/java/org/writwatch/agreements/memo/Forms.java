package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Model;

/**
 * The library of forms: every printed generation of a memorandum we can tell from the others.
 *
 * <p>The library is data ({@code forms.csv} and one text per form); loading it takes some tens of milliseconds, so it is
 * loaded once and shared. Safe for use by several threads.
 */
final class Forms {
    /** One form with the revision dates known to be printed on it (none before 2025). */
    record Entry(Form form, Set<LocalDate> revisions, String title) {}

    private static final class Library {
        static final Forms ALL = new Forms(load());
    }

    private final List<Entry> entries;
    private final Set<String> vocabulary = new HashSet<>();

    private Forms(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Entry e : entries) {
            e.form().words().forEach(w -> vocabulary.add(Fold.letters(w)));
        }
        vocabulary.remove("");
    }

    /** The library that comes with the program. */
    static Forms bundled() {
        return Library.ALL;
    }

    List<Entry> list() {
        return entries;
    }

    Form get(String template) {
        return entry(template).form();
    }

    /** A form with what is known of it. */
    Entry entry(String template) {
        return entries.stream()
                .filter(e -> e.form().template().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form " + template));
    }

    /** Whether any form prints this word (letters only, lower case). */
    boolean prints(String letters) {
        return vocabulary.contains(letters);
    }

    private static List<Entry> load() {
        List<Entry> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text("forms.csv"))) {
            for (NamedCsvRecord row : rows) {
                String template = row.getField("template");
                Set<LocalDate> revisions = new HashSet<>();
                Arrays.stream(row.getField("revisions").split(" ", -1))
                        .filter(r -> !r.isEmpty())
                        .forEach(r -> revisions.add(LocalDate.parse(r)));
                Form form =
                        Form.parse(template, Model.valueOf(row.getField("model")), text("forms/" + template + ".txt"));
                entries.add(new Entry(form, Set.copyOf(revisions), row.getField("title")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** The newest form of a model, told from the list alone; empty for agreements of no stated model. */
    static Optional<String> newest(Model model) {
        Optional<String> newest = Optional.empty();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text("forms.csv"))) {
            for (NamedCsvRecord row : rows) {
                newest = row.getField("model").equals(model.name()) ? Optional.of(row.getField("template")) : newest;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest;
    }

    /** A resource of this package as text. */
    static String text(String name) {
        try (InputStream in = Forms.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.writwatch.law.matter;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Law;
import org.writwatch.law.UscisLaw;

/**
 * Processing times as an agency posted them, from a file the user gives; the program holds none. A CSV file (UTF-8, with
 * this first line) or a JSON file with the same keys:
 *
 * <pre>
 * form,office,months,posted,source
 * I-485,National Benefits Center,14.5,2026-11-02,https://egov.uscis.gov/processing-times/
 *
 * {"processing_times": [{"form": "I-485", "office": "National Benefits Center", "months": 14.5,
 *   "posted": "2026-11-02", "source": "https://egov.uscis.gov/processing-times/"}]}
 * </pre>
 *
 * <p>{@code form} is the name printed on the form or its word in the fact {@code uscis_form}; {@code months} is above 0 and
 * at most 600, with at most one decimal; {@code posted} is the day the page was read. A form and office stand once.
 *
 * @param file name of the file, for messages
 * @param rows the rows in their order
 */
public record ProcessingTimes(String file, List<Row> rows) {
    private static final List<String> KEYS = List.of("form", "office", "months", "posted", "source");
    private static final BigDecimal MOST = BigDecimal.valueOf(600);
    private static final int LARGEST = 4 << 20;

    /**
     * One posted time.
     *
     * @param number of the row: the line of a CSV file, the place in a JSON list from 1
     * @param form word of the fact {@code uscis_form}
     * @param months as posted
     * @param posted the day it was read
     */
    public record Row(int number, String form, String office, BigDecimal months, LocalDate posted, String source) {
        /** Whole months a wait must pass: a part of a month counts as one. */
        public int whole() {
            return months.setScale(0, RoundingMode.CEILING).intValueExact();
        }
    }

    public ProcessingTimes {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file; one whose name ends in .json as JSON, any other as CSV.
     *
     * @param asOf the day the screening speaks for; nothing is posted after it
     * @throws BadInput when a row is not what it should be, naming it
     */
    public static ProcessingTimes read(Path path, Law law, LocalDate asOf) {
        String name = String.valueOf(path.getFileName());
        String text;
        try {
            if (Files.size(path) > LARGEST) {
                throw bad(name, "times.too-large", "", "times.shape");
            }
            text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", name), e);
        }
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<Integer, Map<String, String>> cells : (json ? json(name, text) : csv(name, text)).entrySet()) {
            Row row = row(name, cells.getKey(), cells.getValue(), law, asOf);
            if (!seen.add(row.form() + "|" + row.office().toLowerCase(Locale.ROOT))) {
                throw bad(at(name, row.number()), "times.twice", row.office(), "times.once");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw bad(name, "times.none", "", "times.shape");
        }
        return new ProcessingTimes(name, rows);
    }

    private static Map<Integer, Map<String, String>> csv(String name, String text) {
        Map<Integer, Map<String, String>> rows = new LinkedHashMap<>();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(plain)) {
            boolean first = true;
            for (CsvRecord record : reader) {
                int line = (int) record.getStartingLineNumber();
                List<String> cells =
                        record.getFields().stream().map(String::strip).toList();
                if (first && !cells.equals(KEYS)) {
                    throw bad(at(name, line), "times.header", String.join(",", cells), "times.shape");
                } else if (!first && cells.size() != KEYS.size()) {
                    throw bad(at(name, line), "times.cells", String.valueOf(cells.size()), "times.shape");
                } else if (!first) {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < KEYS.size(); i++) {
                        row.put(KEYS.get(i), cells.get(i));
                    }
                    rows.put(line, row);
                }
                first = false;
            }
        } catch (CsvParseException e) {
            throw bad(name, "times.not-csv", "", "times.shape");
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", name), e);
        }
        return rows;
    }

    private static Map<Integer, Map<String, String>> json(String name, String text) {
        JsonNode list;
        try {
            list = new ObjectMapper().readTree(text).path("processing_times");
        } catch (JacksonException e) {
            throw bad(name, "times.not-json", "", "times.shape");
        }
        Map<Integer, Map<String, String>> rows = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode node : list) {
            number++;
            Map<String, String> row = new LinkedHashMap<>();
            node.fieldNames()
                    .forEachRemaining(k -> row.put(k, node.get(k).asText().strip()));
            if (!row.keySet().equals(Set.copyOf(KEYS))) {
                throw bad(at(name, number), "times.header", String.join(",", row.keySet()), "times.shape");
            }
            rows.put(number, row);
        }
        return rows;
    }

    private static Row row(String name, int number, Map<String, String> cells, Law law, LocalDate asOf) {
        String where = at(name, number);
        String form = form(cells.getOrDefault("form", ""), law)
                .orElseThrow(() -> new BadInput(
                        where,
                        Phrase.of("facts", "yaml.value", cells.getOrDefault("form", ""), "form"),
                        Phrase.of(
                                "facts",
                                "yaml.one-of",
                                String.join(
                                        ", ",
                                        law.uscis().forms().stream()
                                                .map(UscisLaw.Form::name)
                                                .toList())),
                        Phrase.of("law", "times.remedy")));
        String months = cells.getOrDefault("months", "");
        if (!months.matches("[0-9]{1,3}(\\.[0-9])?")
                || new BigDecimal(months).signum() == 0
                || new BigDecimal(months).compareTo(MOST) > 0) {
            throw bad(where, "times.months", months, "times.months-range");
        } else if (cells.getOrDefault("office", "").isEmpty()
                || cells.getOrDefault("source", "").isEmpty()) {
            throw bad(where, "times.empty", "", "times.shape");
        }
        LocalDate posted = day(cells.getOrDefault("posted", ""))
                .orElseThrow(() -> bad(where, "times.day", cells.getOrDefault("posted", ""), "times.day-form"));
        if (posted.isAfter(asOf)) {
            throw new BadInput(
                    where,
                    Phrase.of("law", "matter.future", "posted", posted),
                    Phrase.of("law", "matter.not-after", asOf),
                    Phrase.of("law", "times.remedy"));
        }
        return new Row(
                number,
                form,
                cells.getOrDefault("office", ""),
                new BigDecimal(months),
                posted,
                cells.getOrDefault("source", ""));
    }

    private static Optional<String> form(String text, Law law) {
        String plain = plain(text);
        return law.uscis().forms().stream()
                .filter(f -> f.id().equals(plain) || plain(f.name()).equals(plain))
                .map(UscisLaw.Form::id)
                .findFirst();
    }

    private static String plain(String form) {
        return form.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String at(String name, int number) {
        return name + " row " + number;
    }

    private static BadInput bad(String where, String found, String what, String expected) {
        return new BadInput(
                where, Phrase.of("law", found, what), Phrase.of("law", expected), Phrase.of("law", "times.remedy"));
    }

    /**
     * The row for a matter: that of its form at the office named in {@code respondent.office}, or the only one of its form.
     *
     * @throws NotFound when there is none, or several and the matter does not say which; the offices are listed
     */
    public Row find(Matter matter) {
        String form = matter.choice("uscis_form")
                .orElseThrow(() -> new NotFound(Phrase.of("law", "times.no-form"), List.of()));
        List<Row> of = rows.stream().filter(r -> r.form().equals(form)).toList();
        Optional<String> office = matter.respondent().office();
        List<Row> here = of.stream()
                .filter(r -> office.filter(r.office()::equalsIgnoreCase).isPresent())
                .toList();
        if (here.size() == 1) {
            return here.get(0);
        } else if (of.size() == 1) {
            return of.get(0);
        }
        throw new NotFound(
                Phrase.of("law", of.isEmpty() ? "times.form-absent" : "times.which-office", file, form),
                of.stream().map(Row::office).toList());
    }

    /**
     * The matter with the posted time of its row.
     *
     * @throws BadInput when the matter itself states another time
     */
    public Matter in(Matter matter) {
        Row row = find(matter);
        Optional<Integer> stated = matter.number("posted_months");
        if (stated.isPresent() && stated.get() != row.whole()) {
            throw new BadInput(
                    at(file, row.number()),
                    Phrase.of("law", "times.differs", stated.get(), row.whole()),
                    Phrase.of("law", "times.one-time"),
                    Phrase.of("law", "times.remedy"));
        }
        Map<String, Matter.Value> facts = new LinkedHashMap<>(matter.facts());
        facts.put("posted_months", new Matter.Value.Count(row.whole()));
        return new Matter(matter.claims(), matter.jurisdiction(), matter.respondent(), matter.asOf(), facts);
    }

    /** Where the time of a matter comes from, in a sentence. */
    public Phrase said(Matter matter) {
        Row row = find(matter);
        return Phrase.of(
                "law",
                "times.read",
                Phrase.verbatim(row.months().toPlainString()),
                Phrase.verbatim(row.office()),
                row.posted(),
                Phrase.verbatim(row.source()),
                Phrase.verbatim(file),
                row.number(),
                row.whole());
    }
}

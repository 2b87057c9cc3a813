package org.writwatch.app.site;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * The counties of each ZIP code, from a table of columns {@code zip,county_fips} that who runs a site supplies; none is bundled.
 *
 * @param counties the slugs of the counties by ZIP code, in the order of the table
 */
public record ZipTable(Map<String, List<String>> counties) {
    private static final int MOST_ROWS = 200_000;

    /**
     * Reads a table.
     *
     * @throws BadInput when a row is none, with its line
     */
    public static ZipTable read(Path file) {
        String name = String.valueOf(file.getFileName());
        Map<String, List<String>> counties = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .maxBufferSize(1 << 16)
                .ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            int count = 0;
            for (NamedCsvRecord row : rows) {
                String zip = field(name, row, "zip", "\\d{5}");
                String fips = field(name, row, "county_fips", "\\d{5}");
                Place place = Gazetteer.bundled().find(new Fips(fips)).orElseThrow(() -> bad(name, row, fips));
                counties.computeIfAbsent(zip, z -> new ArrayList<>()).add(place.slug());
                if (++count > MOST_ROWS) {
                    throw bad(name, row, String.valueOf(count));
                }
            }
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            throw new BadInput(
                    name,
                    Phrase.verbatim(String.valueOf(e.getMessage())),
                    Phrase.of("app", "site.zips.expected"),
                    Phrase.of("app", "site.zips.remedy"));
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", name), e);
        }
        return new ZipTable(counties);
    }

    private static String field(String file, NamedCsvRecord row, String column, String pattern) {
        String value = row.findField(column).orElse("").strip();
        if (!value.matches(pattern)) {
            throw bad(file, row, column + " " + value);
        }
        return value;
    }

    private static BadInput bad(String file, NamedCsvRecord row, String found) {
        return new BadInput(
                file + ":" + row.getStartingLineNumber(),
                Phrase.verbatim(found),
                Phrase.of("app", "site.zips.expected"),
                Phrase.of("app", "site.zips.remedy"));
    }

    /** A script that sets the table. */
    String script() {
        return "window.writwatchZips={"
                + counties.entrySet().stream()
                        .map(e -> "\"" + e.getKey() + "\":["
                                + e.getValue().stream()
                                        .distinct()
                                        .map(s -> "\"" + s + "\"")
                                        .collect(Collectors.joining(","))
                                + "]")
                        .collect(Collectors.joining(","))
                + "};\n";
    }
}

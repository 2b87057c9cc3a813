package org.writwatch.facts.gazetteer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.gazetteer.FbiAgency.Unjoined;

/**
 * Makes the two bundled tables from the published ones. A maintainer runs it when a new vintage is out:
 *
 * <pre>java -cp … org.writwatch.facts.gazetteer.GazetteerImport --from FOLDER [--to facts/src/main/resources/org/writwatch/facts]</pre>
 *
 * <p>{@code FOLDER} holds {@code county_fips.csv} (county_fips, state, name: the Census Bureau's county equivalents with
 * bare names) and {@code fbi_lee_latest.csv} (the FBI's law-enforcement employees, one record per ORI). Counties get
 * their legal kind back; agencies get the number of their county where the published cell leaves no doubt, and the
 * reason why not where it does. Rows are sorted; the same input gives the same bytes.
 *
 * <p>The FBI prints "FAIRFAX" for Fairfax County and "FAIRFAX CITY" for the independent city, so a bare name is read as
 * a county and never as a city. A state with one county equivalent (the District of Columbia, Guam) needs no cell.
 */
public final class GazetteerImport {
    private final Map<String, Fips> counties = new HashMap<>();
    private final Map<String, Fips> cities = new HashMap<>();
    private final Map<UsState, List<Fips>> byState = new HashMap<>();

    private GazetteerImport() {}

    /** Command line; see the class. */
    public static void main(String[] args) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        String from = options.get("--from");
        if (from == null) {
            System.err.println("usage: GazetteerImport --from FOLDER [--to FOLDER]");
            System.exit(2);
            return;
        }
        Path to = Path.of(options.getOrDefault("--to", "facts/src/main/resources/org/writwatch/facts"));
        for (Map.Entry<String, String> table : tables(Path.of(from)).entrySet()) {
            Path file = to.resolve(table.getKey());
            Path aside = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(aside, table.getValue(), StandardCharsets.UTF_8);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            System.err.println("wrote " + table.getKey());
        }
    }

    /** The bundled tables by file name, made from the published ones in a folder. */
    static Map<String, String> tables(Path folder) {
        GazetteerImport reader = new GazetteerImport();
        Map<String, String> tables = new TreeMap<>();
        tables.put("gazetteer/counties.csv", reader.readCounties(folder.resolve("county_fips.csv")));
        tables.put("gazetteer/agencies.csv", reader.readAgencies(folder.resolve("fbi_lee_latest.csv")));
        return tables;
    }

    private String readCounties(Path file) {
        Map<String, List<String>> lines = new TreeMap<>();
        read(file, row -> {
            Fips fips = new Fips(row.text("county_fips"));
            UsState state = UsState.valueOf(row.text("state"));
            PlaceKind kind = PlaceKind.of(state, fips.code());
            String bare = row.text("name").strip();
            String full = kind.full(bare);
            lines.put(fips.code(), List.of(fips.code(), state.name(), full, kind.code()));
            byState.computeIfAbsent(state, s -> new ArrayList<>()).add(fips);
            if (kind == PlaceKind.INDEPENDENT_CITY) {
                cities.put(state + Spelling.key(bare.endsWith(" City") ? bare : bare + " City"), fips);
            } else if (counties.put(state + Spelling.key(bare), fips) != null) {
                throw new IllegalStateException(row.where() + ": two counties called " + bare + " in " + state);
            }
        });
        return csv(List.of("fips", "state", "name", "kind"), lines);
    }

    private String readAgencies(Path file) {
        Map<String, List<String>> lines = new TreeMap<>();
        read(file, row -> {
            Optional<UsState> state = state(row.text("state_abbr"));
            List<Fips> joined = new ArrayList<>();
            Optional<Unjoined> unjoined = state.isEmpty()
                    ? Optional.of(Unjoined.FEDERAL)
                    : join(state.get(), row.text("county_name"), joined);
            AgencyType type = AgencyType.findPublished(row.text("agency_type_name"))
                    .orElseThrow(() -> new IllegalStateException(
                            row.where() + ": no such agency type: " + row.text("agency_type_name")));
            List<String> line = List.of(
                    row.text("ori"),
                    name(row.text("pub_agency_name")),
                    state.map(UsState::name).orElse(""),
                    type.code(),
                    String.join(" ", joined.stream().map(Fips::code).toList()),
                    unjoined.map(Unjoined::code).orElse(""),
                    count(row, "population"),
                    count(row, "officer_ct"),
                    row.text("data_year"));
            if (lines.put(row.text("ori"), line) != null) {
                throw new IllegalStateException(row.where() + ": ORI listed twice: " + row.text("ori"));
            }
        });
        List<String> header =
                List.of("ori", "name", "state", "type", "counties", "unjoined", "population", "officers", "data_year");
        return csv(header, lines);
    }

    /** Puts the counties a published cell names into {@code joined} and answers why that is not exactly one. */
    private Optional<Unjoined> join(UsState state, String cell, List<Fips> joined) {
        if (cell.equals("NOT SPECIFIED")) {
            List<Fips> all = byState.getOrDefault(state, List.of());
            if (all.size() == 1) {
                joined.addAll(all);
                return Optional.empty();
            }
            return Optional.of(Unjoined.NOT_SPECIFIED);
        } else if (cell.equals("UNMAPPED COUNTY")) {
            return Optional.of(Unjoined.UNMAPPED);
        } else if (cell.endsWith("PLANNING REGION")) {
            return Optional.of(Unjoined.PLANNING_REGION);
        }
        for (String name : cell.split(",", -1)) {
            String key = state + Spelling.key(name);
            Fips fips = counties.getOrDefault(key, cities.get(key));
            if (fips == null) {
                joined.clear();
                return Optional.of(Unjoined.NO_SUCH_COUNTY);
            }
            joined.add(fips);
        }
        joined.sort(null);
        return joined.size() == 1 ? Optional.empty() : Optional.of(Unjoined.SEVERAL);
    }

    /** The FBI writes NB for Nebraska, GM for Guam and FS for federal agencies, which have no state here. */
    private static Optional<UsState> state(String published) {
        return switch (published) {
            case "FS" -> Optional.empty();
            case "NB" -> Optional.of(UsState.NE);
            case "GM" -> Optional.of(UsState.GU);
            default -> Optional.of(UsState.valueOf(published));
        };
    }

    private static String name(String published) {
        return published.strip().replaceAll("\\s+", " ").replaceAll("\\s*[:,]+$", "");
    }

    private static String count(Row row, String column) {
        String text = row.text(column);
        return text.equals("NULL") ? "" : String.valueOf(Integer.parseInt(text));
    }

    private static void read(Path file, java.util.function.Consumer<Row> each) {
        try (InputStream in = Files.newInputStream(file);
                Stream<Row> rows = Bundle.rows(in, String.valueOf(file.getFileName()))) {
            rows.forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String csv(List<String> header, Map<String, List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            lines.values().forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}

package org.writwatch.app.stops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.writwatch.app.estimate.DataTable;
import org.writwatch.app.estimate.SpecFile;
import org.writwatch.app.output.Rows;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.evidence.stops.CellFault;
import org.writwatch.evidence.stops.StopQuality;
import org.writwatch.evidence.stops.StopTable;
import org.writwatch.evidence.stops.VeilDesign;
import org.writwatch.evidence.stops.WordColumn;
import org.writwatch.evidence.stops.light.CountyZones;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.TooLittle;

/**
 * Runs one specification of a profiling test.
 *
 * @param tree the answer as a tree of maps and lists, keys in the order of the contract
 * @param rows estimates as rows
 * @param tables what stands on paper, by heading
 * @param paperNotes {@code notes} without the funnel, which is one of the tables
 * @param notes funnel, smallest detectable effects, what is withheld, and caveats, for people
 * @param files what stands in the folder beside the answer, text by file name: specification, rows or cells used, every number in full
 *     precision, pictures, and a script for R that computes them by other means; made when asked for
 * @param faults cells of the table that cannot be right, as messages with file and row
 */
public record Stops(
        Map<String, Object> tree,
        Rows rows,
        Map<String, Rows> tables,
        String paperNotes,
        String notes,
        List<String> faults,
        Supplier<Map<String, String>> files) {
    public Stops {
        faults = List.copyOf(faults);
    }

    /**
     * Reads a specification and its table, and runs the test.
     *
     * @param spec file in YAML
     * @param lang language of reasons and caveats
     * @param version of the program, for the provenance
     * @throws BadInput the specification or the table is not what it should be, with file and line
     * @throws TooLittle the test can not be made from these rows
     */
    public static Stops of(Path spec, Lang lang, String version) {
        StopsSpecification s = StopsSpecification.read(spec);
        boolean linked = s.layout != null && s.layout.folder();
        boolean there = linked ? Files.isDirectory(s.data) : Files.isRegularFile(s.data);
        if (!there) {
            throw SpecFile.missing(String.valueOf(s.data.getFileName()));
        }
        StopTable table = s.table();
        List<String> header = table.header();
        int[] rows = where(s, table);
        ofOneState(s, table, header, rows);
        StopsAnswer answer = new StopsAnswer(s, lang);
        answer.quality(StopQuality.of(table, rows), table.faults());
        if (!table.links().isEmpty()) {
            answer.diagnostic("links", table.links());
        }
        try {
            switch (s.test) {
                case VEIL_OF_DARKNESS -> new VeilRun(s, table, answer).run(rows);
                case OUTCOME -> new OutcomeRun(s, table, answer).run(rows);
                case SEARCH_RATE, BENCHMARK, PURPOSE_MIX ->
                    ModelRun.of(s, table, rows, answer).run();
                case SPECIFICATION_CURVE -> new CurveRun(s, table, answer).run(rows);
                case CONVERGENCE -> new ConvergenceRun(s, table, answer).run(rows);
                case AROUND_AGREEMENT -> new AroundRun(s, table, answer, lang).run(rows);
                case THRESHOLD -> new ThresholdRun(s, table, answer).run(rows);
            }
        } catch (NotEstimable e) {
            String key = e.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw new TooLittle(
                    Phrase.of("app", "estimate.why." + key, String.valueOf(e.getMessage())),
                    Phrase.of("app", "stops.enough"));
        }
        List<String> faults = new ArrayList<>();
        for (CellFault f : table.faults()) {
            if (f.kind() == CellFault.Kind.GROUP && (s.minority.contains(f.word()) || s.reference.equals(f.word()))) {
                continue;
            }
            faults.add(f.problem(table.file(), table.dayForm()).message(lang));
        }
        return new Stops(
                answer.tree(hash(s), sha256(spec), version),
                answer.rows(),
                answer.tables(),
                answer.paperNotes(),
                answer.notes(),
                faults,
                () -> answer.files(spec));
    }

    private static int[] where(StopsSpecification s, StopTable table) {
        if (s.where == null) {
            return VeilDesign.all(table);
        }
        Map<String, DataTable.Column> columns = new LinkedHashMap<>();
        for (String name : s.where.columns()) {
            columns.put(name, column(table.headed(name)));
        }
        int[] lines = new int[table.rows()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = table.line(i);
        }
        int[] rows = s.where.rows(DataTable.of(table.file(), columns, lines));
        if (rows.length == 0) {
            throw new BadInput(
                    table.file(),
                    Phrase.of("app", "estimate.no-rows.found"),
                    Phrase.of("app", "estimate.no-rows.expected"),
                    Phrase.of("app", "estimate.where.remedy"));
        }
        return rows;
    }

    /** Numbers when every word is one and none has a leading zero, which codes have and quantities do not. */
    private static DataTable.Column column(WordColumn c) {
        double[] ofCode = new double[c.words().size()];
        for (int w = 0; w < ofCode.length; w++) {
            String word = c.words().get(w);
            if (word.isEmpty()) {
                ofCode[w] = Double.NaN;
            } else if (word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")) {
                ofCode[w] = Double.parseDouble(word);
            } else {
                return new DataTable.Column(c.name(), new double[0], c.codes(), c.words());
            }
        }
        double[] all = new double[c.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = ofCode[c.code(i)];
        }
        return new DataTable.Column(c.name(), all, new int[0], List.of());
    }

    /** Refuses a table of another state than the place, when the table says its state. */
    private static void ofOneState(StopsSpecification s, StopTable table, List<String> header, int[] rows) {
        String column = s.stateColumn(header).orElse("");
        if (column.isEmpty() || s.zone.isEmpty() || s.columns.containsKey("zone")) {
            return;
        }
        WordColumn states = table.column(column);
        Set<String> words = new TreeSet<>();
        Arrays.stream(rows).mapToObj(states::text).forEach(words::add);
        for (String word : words) {
            UsState state = UsState.find(word).orElse(null);
            if (state == null) {
                continue;
            }
            boolean wrong = s.county
                    .map(c -> !c.code().startsWith(state.fips()))
                    .orElse(!zonesOf(state).contains(s.zone.get().getId()));
            if (wrong) {
                throw new BadInput(
                        table.file() + ", " + column,
                        Phrase.of("app", "stops.state.found", word),
                        Phrase.of(
                                "app",
                                "stops.state.expected",
                                s.county.map(Fips::code).orElse(s.zone.get().getId())),
                        Phrase.of("app", "stops.state.remedy"));
            }
        }
    }

    private static Set<String> zonesOf(UsState state) {
        CountyZones zones = CountyZones.bundled();
        Set<String> all = new TreeSet<>();
        Gazetteer.bundled().listIn(state).forEach(p -> zones.find(p.fips()).ifPresent(z -> all.add(z.getId())));
        return all;
    }

    /** Hash of the table; of a folder, the hash of the hashes of its files in the order of the layout. */
    private static String hash(StopsSpecification s) {
        if (s.layout == null || !s.layout.folder()) {
            return sha256(s.data);
        }
        StringBuilder all = new StringBuilder();
        StopTable.files(s.data, s.layout).forEach(f -> all.append(sha256(f)).append('\n'));
        return HexFormat.of().formatHex(digest().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = digest();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

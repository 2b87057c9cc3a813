package org.writwatch.agreements.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.writwatch.agreements.roster.EarlierLists;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.RosterReader;

/**
 * Makes the bundled register from the published lists. A maintainer runs it when new lists are in:
 *
 * <pre>java -cp … org.writwatch.agreements.history.RegistryImport --from FOLDER [--to agreements/src/main/resources/org/writwatch/agreements]</pre>
 *
 * <p>{@code FOLDER} holds {@code rosters/} (ICE's spreadsheets as published) and {@code historical/} (the earlier lists as
 * tables). The same input gives the same bytes.
 */
public final class RegistryImport {
    private RegistryImport() {}

    /** Command line; see the class. */
    public static void main(String[] args) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        String from = options.get("--from");
        if (from == null) {
            System.err.println("usage: RegistryImport --from FOLDER [--to FOLDER]");
            System.exit(2);
            return;
        }
        Path to = Path.of(options.getOrDefault("--to", "agreements/src/main/resources/org/writwatch/agreements"))
                .resolve("registry");
        Files.createDirectories(to);
        for (Map.Entry<String, byte[]> table : tables(Path.of(from)).entrySet()) {
            Path file = to.resolve(table.getKey());
            Path aside = to.resolve(table.getKey() + ".new");
            Files.write(aside, table.getValue());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The tables of the register by file name. */
    static Map<String, byte[]> tables(Path from) throws IOException {
        Ground ground = Ground.bundled();
        List<PublishedList> lists = lists(from);
        CompletableFuture<Map<String, byte[]>> rows = HistoryTables.rows(lists);
        return HistoryTables.write(HistoryBuilder.build(lists, ground), rows);
    }

    /** Every published list below a folder. */
    static List<PublishedList> lists(Path from) throws IOException {
        List<PublishedList> lists = new ArrayList<>();
        Path earlier = from.resolve("historical");
        String partners = "ice_partner_lists_2007_2008.csv";
        String inspector = "oig_10_63_agreements_2009-10-28.csv";
        String web = "ice_web_table_2021_2025.csv";
        String runs = "ice_web_table_versions.csv";
        lists.addAll(EarlierLists.partners(partners, Files.readAllBytes(earlier.resolve(partners))));
        lists.addAll(EarlierLists.inspectorGeneral(inspector, Files.readAllBytes(earlier.resolve(inspector))));
        lists.addAll(EarlierLists.webTable(
                web, Files.readAllBytes(earlier.resolve(web)), runs, Files.readAllBytes(earlier.resolve(runs))));
        try (Stream<Path> files = Files.list(from.resolve("rosters"))) {
            lists.addAll(RosterReader.all(files.filter(f -> f.toString().endsWith(".xlsx"))
                    .sorted()
                    .map(OnDisk::new)
                    .toList()));
        }
        return lists;
    }

    /** A spreadsheet on disk. */
    private record OnDisk(Path path) implements RosterReader.Incoming {
        @Override
        public String file() {
            return path.getFileName().toString();
        }

        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(path);
        }
    }
}

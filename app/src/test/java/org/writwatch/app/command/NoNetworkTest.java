package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command but {@code sync} opens a socket: each is run in a process where none can be opened. */
class NoNetworkTest {
    @TempDir
    private Path folder;

    private static final String PANEL = "county,month,y,start\n"
            + "a,2024-01,1,2024-03\na,2024-02,2,2024-03\na,2024-03,5,2024-03\na,2024-04,6,2024-03\n"
            + "b,2024-01,2,\nb,2024-02,3,\nb,2024-03,4,\nb,2024-04,5,\n"
            + "c,2024-01,1,\nc,2024-02,3,\nc,2024-03,4,\nc,2024-04,6,\n";
    private static final String ESTIMATE =
            "data: panel.csv\nunit: county\ntime: month\noutcome: y\n" + "first_treated: start\ndesign: twfe\n";
    private static final String STOPS = "data: stops.csv\ncolumns: {race: race, searched: searched}\n"
            + "test: search-rate\nminority: [hispanic]\nreference: white\n";

    private static String stops() {
        StringBuilder rows = new StringBuilder("race,searched\n");
        for (int i = 0; i < 400; i++) {
            rows.append(i % 3 == 0 ? "hispanic," : "white,").append(i % 7 == 0).append('\n');
        }
        return rows.toString();
    }

    private void write(String file, String text) throws java.io.IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void onlySyncTriesToOpenASocket() throws Exception {
        String matter =
                Path.of("..", "docs", "matters", "D.yaml").toAbsolutePath().toString();
        assertTrue(Files.isRegularFile(Path.of(matter)), matter);
        write("panel.csv", PANEL);
        write("estimate.yaml", ESTIMATE);
        write("stops.csv", stops());
        write("stops.yaml", STOPS);
        List<String> lines = List.of(
                "dossier\t37119\t--out\tdossier",
                "estimate\testimate.yaml\t--json",
                "stops\tstops.yaml\t--json",
                "draft\t" + matter + "\t--out\tdraft",
                "site\tbuild\t--out\tsite\t--state\tDE",
                "verify",
                "agreements\tmemo\tgallatin-county-sheriffs-office-mt\t--out\tmemo",
                "effect\t37119",
                "screen\t" + matter,
                "deadlines\t" + matter,
                "law\tcheck",
                "law\tshow\tNC",
                "law\tcases",
                "agreements\tlist",
                "agreements\tshow\tgaston-county-sheriffs-office-nc",
                "agreements\thistory\tgaston-county-sheriffs-office-nc\t--why",
                "agreements\tchanges",
                "agreements\tcounts",
                "agreements\tagencies",
                "agreements\tsources",
                "agreements\texport\t--out\texport\t--as-of\t2008-04-01",
                "agreements\tfeeds\t--out\tfeeds\t--as-of\t2008-04-01",
                "completion",
                "sync\tice\t--mirror\thttp://127.0.0.1:1/287g");
        Path commands = folder.resolve("commands.txt");
        Files.write(commands, lines);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoNetwork.class.getName(),
                        folder.toString(),
                        commands.toString())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("trouble.txt").toFile())
                .start();
        assertTrue(process.waitFor(900, TimeUnit.SECONDS), "it did not end");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("trouble.txt")));
        Set<String> refused = new HashSet<>();
        List<String> opened = new ArrayList<>();
        for (String line : Files.readAllLines(said)) {
            String[] parts = line.split("\t", -1);
            if (!parts[0].equals("0")) {
                opened.add(parts[2].split(" ", -1)[0]);
            }
            if (parts[1].equals("1") || parts[1].equals("2")) {
                refused.add(line);
            }
        }
        assertEquals(lines.size(), Files.readAllLines(said).size());
        assertEquals(
                List.of("sync"),
                opened,
                () -> String.join("\n", refused) + " the last line proves that a socket would have been seen");
        refused.removeIf(l -> l.contains("sync ice"));
        assertEquals(Set.of(), refused, "each command did its work");
    }
}

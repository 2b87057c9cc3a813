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

    @Test
    void onlySyncTriesToOpenASocket() throws Exception {
        String matter =
                Path.of("..", "docs", "matters", "D.yaml").toAbsolutePath().toString();
        assertTrue(Files.isRegularFile(Path.of(matter)), matter);
        List<String> lines = List.of(
                "dossier\t37119\t--out\tdossier",
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
        assertTrue(process.waitFor(400, TimeUnit.SECONDS), "it did not end");
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

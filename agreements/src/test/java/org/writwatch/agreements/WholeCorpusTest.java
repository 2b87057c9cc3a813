package org.writwatch.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.RosterReader;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.problem.BadInput;

/** Every published spreadsheet read again: the profile {@code whole-corpus}. */
class WholeCorpusTest {
    @BeforeAll
    static void isAskedFor() {
        boolean asked = Boolean.getBoolean("writwatch.whole");
        if (!asked) {
            System.out.println("left out: the whole corpus; run with -Pwhole-corpus");
        }
        Assumptions.assumeTrue(asked, "run with -Pwhole-corpus");
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(Shared.lists().resolve("rosters"))) {
            return files.filter(f -> f.toString().endsWith(".xlsx")).sorted().toList();
        }
    }

    @Test
    void everyCountOfEveryFileIsThatOfThePlainReader() throws Exception {
        RosterReader reader = new RosterReader();
        Map<String, PublishedList> read = new HashMap<>();
        for (Path file : files()) {
            PublishedList list = reader.list(file.getFileName().toString(), Files.readAllBytes(file));
            read.put(list.file(), list);
        }
        int checked = 0;
        try (Stream<Row> rows =
                Bundle.rows(WholeCorpusTest.class.getResourceAsStream("openpyxl-counts.csv"), "openpyxl-counts.csv")) {
            for (Row r : rows.toList()) {
                var c = read.get(r.text("file")).counts();
                assertEquals(
                        List.of(
                                r.integer("rows"),
                                r.integer("jem"),
                                r.integer("tfm"),
                                r.integer("wso"),
                                r.integer("agencies"),
                                r.integer("duplicates"),
                                r.integer("links")),
                        List.of(c.rows(), c.jem(), c.tfm(), c.wso(), c.agencies(), c.duplicates(), c.links()),
                        r.text("file"));
                checked += 7;
            }
        }
        assertEquals(3_353, checked);
    }

    /** Five flips in each file: refused with its name, or read as it was; and the next file is read as ever. */
    @Test
    void aFlippedByteInAnyFileIsRefusedOrHarmless() throws Exception {
        Random random = new Random(287);
        RosterReader reader = new RosterReader();
        int refused = 0;
        int tried = 0;
        for (Path file : files()) {
            byte[] good = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            PublishedList whole = reader.list(name, good);
            String said = whole.toString().replace(whole.sha256(), "");
            for (int i = 0; i < 5; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                tried++;
                try {
                    PublishedList list = reader.list(name, bad);
                    assertEquals(said, list.toString().replace(list.sha256(), ""), name);
                } catch (BadInput e) {
                    assertTrue(e.getMessage().startsWith(name), e.getMessage());
                    refused++;
                }
            }
        }
        System.out.println("flipped bytes: " + tried + ", refused " + refused + ", harmless " + (tried - refused));
        assertTrue(refused > tried / 2, refused + " of " + tried);
    }
}

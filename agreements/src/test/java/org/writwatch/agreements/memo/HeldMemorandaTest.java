package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The 41 memoranda with a text layer, read from their bytes alone, where the folder of originals is at hand. */
class HeldMemorandaTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("writwatch.shared", "../../shared"), "data", "ice-287g", "moa");

    @Test
    void textFilesGiveTheirFormAndTheirDuties() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            System.out.println("skipped: no folder of memoranda beside the project");
        }
        assumeTrue(Files.isDirectory(FOLDER));
        MemorandumReader reader = MemorandumReader.with(OcrUse.NEVER, Optional.empty());
        int files = 0;
        int wanted = 0;
        int found = 0;
        for (Memorandum held : Memoranda.bundled().list()) {
            boolean text = held.duties().stream().filter(Duty::ocr).count()
                            < held.duties().size() / 2
                    || Set.of("287gJEM_ClayCoFl2020-03-11.pdf", "287gWSO_AveryCoNC_07-23-2020.pdf")
                            .contains(held.file());
            if (text) {
                Memorandum read = reader.open("x", Files.readAllBytes(FOLDER.resolve(held.file())))
                        .memorandum();
                assertEquals(held.template(), read.template(), held.file());
                assertEquals(held.revision(), read.revision(), held.file());
                Set<String> ids = new LinkedHashSet<>();
                held.duties().forEach(d -> ids.add(d.id()));
                wanted += ids.size();
                ids.removeIf(id -> read.duties().stream().noneMatch(d -> d.id().equals(id)));
                found += ids.size();
                files++;
            }
        }
        assertTrue(files >= 10, files + " files");
        assertTrue(found >= 0.95 * wanted, found + " of " + wanted + " duties");
    }
}

package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.problem.BadInput;

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

    /** The reader of today finds no other date than the one that travels with the program; scans need their pages kept. */
    @Test
    void noOtherDateIsReadThanTheBundledOne() throws IOException {
        boolean there = Files.isDirectory(FOLDER);
        if (!there) {
            System.out.println("skipped: no folder of memoranda beside the project");
        }
        assumeTrue(there);
        String kept = System.getProperty("writwatch.ocr.pages", "");
        MemorandumReader reader = kept.isEmpty()
                ? MemorandumReader.with(OcrUse.NEVER, Optional.empty())
                : MemorandumReader.with(OcrUse.WHENEVER_BETTER, Optional.of(Ocr.keptIn(Path.of(kept))));
        int compared = 0;
        int dated = 0;
        for (Memorandum held : Memoranda.bundled().list()) {
            boolean pictures = held.duties().stream().anyMatch(Duty::ocr);
            if (kept.isEmpty() && pictures) {
                continue;
            }
            Memorandum read = reader.open("x.pdf", Files.readAllBytes(FOLDER.resolve(held.file())))
                    .memorandum();
            assertTrue(read.signed().isEmpty() || read.signed().equals(held.signed()), held.file());
            dated += read.signed().isPresent() ? 1 : 0;
            assertEquals(held.revision(), read.revision(), held.file());
            assertEquals(held.duties().size(), read.duties().size(), held.file());
            compared++;
        }
        System.out.println("of " + compared + " memoranda the reader dates " + dated + ", each as bundled");
        assertTrue(dated >= 3, dated + " dated");
        assertEquals(kept.isEmpty() ? 13 : 61, compared, "memoranda without a recognised duty, or all");
    }

    /**
     * Every file renamed, from its bytes alone: its model, the revision printed on it, each duty with its page; the time a
     * file with a text layer takes. The scans need the recogniser or pages recognised before.
     */
    @Test
    void allFilesRenamedGiveTheirModelAndRevision() throws IOException {
        String kept = System.getProperty("writwatch.ocr.pages", "");
        Optional<Ocr> ocr = kept.isEmpty() ? Ocr.find() : Optional.of(Ocr.keptIn(Path.of(kept)));
        boolean asked = Boolean.getBoolean("writwatch.ocr") && ocr.isPresent() && Files.isDirectory(FOLDER);
        if (!asked) {
            System.out.println(
                    "skipped: needs -Dwritwatch.ocr=true, the folder of memoranda, tesseract-ocr and poppler-utils");
        }
        assumeTrue(asked);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        MemorandumReader layers = MemorandumReader.with(OcrUse.NEVER, Optional.empty());
        MemorandumReader pictures = MemorandumReader.with(OcrUse.WHEN_NEEDED, ocr);
        int models = 0;
        int revisions = 0;
        int printed = 0;
        int text = 0;
        int duties = 0;
        double slowest = 0;
        List<Memorandum> all = Memoranda.bundled().list();
        for (Memorandum held : all) {
            byte[] bytes = Files.readAllBytes(FOLDER.resolve(held.file()));
            long start = clock.getCurrentThreadCpuTime();
            Optional<MemorandumReading> layer = quietly(layers, bytes);
            double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
            if (layer.isPresent()) {
                text++;
                slowest = Math.max(slowest, seconds);
            }
            Memorandum read = pictures.open("x.pdf", bytes).memorandum();
            models += read.model() == held.model() ? 1 : 0;
            printed += held.revision().isPresent() ? 1 : 0;
            revisions += held.revision().isPresent() && read.revision().equals(held.revision()) ? 1 : 0;
            for (Duty d : read.duties()) {
                assertTrue(
                        d.page() >= 1 && d.page() <= read.pages() && !d.quote().isBlank(), held.file());
                duties++;
            }
        }
        System.out.println("models " + models + " of " + all.size() + "; revisions " + revisions + " of " + printed
                + " printed; duties quoted with page " + duties + "; files with a text layer " + text
                + ", slowest " + slowest + " CPU s");
        assertEquals(all.size(), models);
        assertEquals(printed, revisions);
        assertTrue(slowest <= 3, "slowest text file took " + slowest + " CPU s");
    }

    private static Optional<MemorandumReading> quietly(MemorandumReader reader, byte[] bytes) {
        try {
            return Optional.of(reader.open("x.pdf", bytes));
        } catch (BadInput scan) {
            return Optional.empty();
        }
    }
}

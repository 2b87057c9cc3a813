package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;

/** The queue goes on where it was and never stops at one bad page; a page read once is not read again. */
class OcrQueueTest {
    @TempDir
    Path folder;

    /** A table as Tesseract writes it, with the words of one page on lines of ten. */
    private static String table(String text) {
        StringBuilder out = new StringBuilder(
                "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
                        + "1\t1\t0\t0\t0\t0\t0\t0\t1700\t2200\t-1\t\n");
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            out.append(String.format(
                    "5\t1\t1\t1\t%d\t%d\t%d\t%d\t90\t20\t96\t%s\n",
                    1 + i / 10, 1 + i % 10, 170 + 100 * (i % 10), 200 + 30 * (i / 10), words[i]));
        }
        return out.toString();
    }

    private static String clauses(String template) {
        return String.join(" ", Forms.bundled().get(template).words()).replaceAll("\\{[a-z]+}", "Somewhere");
    }

    @Test
    void whatWasKeptIsReadWithoutARecogniser() throws IOException {
        byte[] scan = MemoPdf.scan(1).bytes();
        Files.writeString(
                folder.resolve(MemorandumReader.sha256(scan) + "-1.tsv"),
                table(clauses("WSO-2025")),
                StandardCharsets.UTF_8);
        Ocr kept = new KeptOcr(folder, Optional.empty());
        MemorandumReading read =
                MemorandumReader.with(OcrUse.WHEN_NEEDED, Optional.of(kept)).open("scan.pdf", scan);
        assertEquals("WSO-2025", read.memorandum().template());
        assertTrue(read.memorandum().duties().stream().allMatch(Duty::ocr));
        Duty hold = read.memorandum().duties().stream()
                .filter(d -> d.id().equals("hold-limit-48h"))
                .findFirst()
                .orElseThrow();
        assertTrue(hold.quote().startsWith("Upon transfer of the alien's custody to ICE"), hold.quote());
    }

    @Test
    void aPageThatWasNotKeptIsRefusedWithWhatToInstall() throws IOException {
        byte[] scan = MemoPdf.scan(1).bytes();
        MemorandumReader reader =
                MemorandumReader.with(OcrUse.WHEN_NEEDED, Optional.of(new KeptOcr(folder, Optional.empty())));
        BadInput problem = assertThrows(BadInput.class, () -> reader.open("scan.pdf", scan));
        assertTrue(problem.message(Lang.EN).contains("Install tesseract-ocr"), problem.message(Lang.EN));
        assertTrue(problem.message(Lang.ES).contains("Instale tesseract-ocr"), problem.message(Lang.ES));
    }

    @Test
    void theQueueSkipsWhatIsDoneAndNotesWhatFails() throws IOException {
        Path good = Files.write(folder.resolve("a.pdf"), MemoPdf.on("TFM-2025").bytes());
        byte[] scan = MemoPdf.scan(2).bytes();
        Path half = Files.write(folder.resolve("b.pdf"), scan);
        Path web = Files.writeString(folder.resolve("c.pdf"), "<html><body>Access denied</body></html>");
        Path kept = Files.createDirectories(folder.resolve("kept"));
        Files.writeString(
                kept.resolve(MemorandumReader.sha256(scan) + "-2.tsv"), table("words"), StandardCharsets.UTF_8);
        OcrQueue.Report report = OcrQueue.with(new KeptOcr(kept, Optional.empty()))
                .run(List.of(good, half, web), (file, page, pages) -> assertEquals("b.pdf", file));
        assertEquals(0, report.recognised());
        assertEquals(1, report.kept());
        assertEquals(PdfFile.read("a", Files.readAllBytes(good)).pages().size(), report.enough());
        assertEquals(2, report.failures().size());
        assertTrue(report.failures().get(0).message(Lang.EN).startsWith("b.pdf p. 1"));
        assertTrue(report.failures().get(1).message(Lang.EN).startsWith("c.pdf"));
    }
}

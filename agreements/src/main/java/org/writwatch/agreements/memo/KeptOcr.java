package org.writwatch.agreements.memo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/**
 * A recogniser that keeps what it has read: one table per page in a folder, named by the hash of the file and the number
 * of the page, so that a page is recognised once however often its file is read, moved or renamed.
 *
 * <p>A table is written aside and moved into place, so an interruption leaves whole pages only. Without a recogniser
 * behind it, it answers from the folder alone. Not for use by several threads on one page.
 */
final class KeptOcr implements Ocr {
    private final Path folder;
    private final Optional<Tesseract> behind;

    KeptOcr(Path folder, Optional<Tesseract> behind) {
        this.folder = folder;
        this.behind = behind;
    }

    @Override
    public List<TextLine> read(String file, byte[] pdf, int page) {
        Path table = place(pdf, page);
        try {
            return Tesseract.lines(Files.readString(table, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return recognise(file, pdf, page, table);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /** Whether the page has been recognised before. */
    boolean holds(byte[] pdf, int page) {
        return Files.exists(place(pdf, page));
    }

    private List<TextLine> recognise(String file, byte[] pdf, int page, Path table) {
        Tesseract engine = behind.orElseThrow(
                () -> Problems.bad(Problems.page(file, page), "scan", "scan-readable", "scan-remedy"));
        String words = engine.table(file, pdf, page);
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "page", ".part");
            Files.writeString(aside, words, StandardCharsets.UTF_8);
            Files.move(aside, table, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(file, e);
        }
        return Tesseract.lines(words);
    }

    private Path place(byte[] pdf, int page) {
        return folder.resolve(MemorandumReader.sha256(pdf) + "-" + page + ".tsv");
    }

    private static MachineFailure failed(String file, IOException cause) {
        return new MachineFailure(Phrase.of("agreements", "memo.problem.ocr-machine", file), cause);
    }
}

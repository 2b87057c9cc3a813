package org.writwatch.agreements.memo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.Problem;

/**
 * Recognises the scanned pages of many memoranda, one page after the other, and keeps each page as it is done: stopped at
 * any moment and started again, it goes on where it was. A file or page that can not be read is noted and does not stop
 * the rest.
 *
 * <p>A page takes some three seconds of processor time. Afterwards {@link Ocr#keptIn} on the same folder reads the files
 * at once. Not for use by several threads.
 */
public final class OcrQueue {
    /** Told before each page. */
    public interface Progress {
        /** The page about to be recognised; numbers from 1. */
        void page(String file, int page, int pages);
    }

    /**
     * What came of a run.
     *
     * @param recognised pages recognised now
     * @param kept pages that had been recognised before
     * @param enough pages whose own text layer is good enough
     * @param failures the files and pages that could not be read, each saying where and what to do
     */
    public record Report(int recognised, int kept, int enough, List<Problem> failures) {
        public Report {
            failures = List.copyOf(failures);
        }
    }

    private final KeptOcr ocr;

    private OcrQueue(KeptOcr ocr) {
        this.ocr = ocr;
    }

    /**
     * A queue that keeps its pages in this folder, made when the first page is done.
     *
     * @throws org.writwatch.facts.problem.BadInput when no recogniser is installed, with what to install
     */
    public static OcrQueue in(Path folder) {
        Tesseract engine = Tesseract.find()
                .orElseThrow(() -> Problems.bad(
                        String.valueOf(folder.getFileName()), "no-recogniser", "scan-readable", "scan-remedy"));
        return new OcrQueue(new KeptOcr(folder, java.util.Optional.of(engine)));
    }

    static OcrQueue with(KeptOcr ocr) {
        return new OcrQueue(ocr);
    }

    /**
     * Reads every page of the files that has no usable text layer.
     *
     * @throws MachineFailure when the folder can not be written: nothing after that would be kept
     */
    public Report run(List<Path> files, Progress progress) {
        int recognised = 0;
        int kept = 0;
        int enough = 0;
        List<Problem> failures = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            try {
                byte[] bytes = bytes(file, name);
                List<TextPage> pages = PdfFile.read(name, bytes).pages();
                for (TextPage page : pages) {
                    if (TextQuality.of(page.lines()) >= TextQuality.USABLE) {
                        enough++;
                    } else if (ocr.holds(bytes, page.number())) {
                        kept++;
                    } else {
                        progress.page(name, page.number(), pages.size());
                        recognised += recognise(name, bytes, page.number(), failures);
                    }
                }
            } catch (MachineFailure e) {
                throw e;
            } catch (Problem e) {
                failures.add(e);
            }
        }
        return new Report(recognised, kept, enough, failures);
    }

    private int recognise(String name, byte[] bytes, int page, List<Problem> failures) {
        try {
            ocr.read(name, bytes, page);
            return 1;
        } catch (MachineFailure e) {
            throw e;
        } catch (Problem e) {
            failures.add(e);
            return 0;
        }
    }

    private static byte[] bytes(Path file, String name) {
        try {
            if (Files.size(file) > PdfFile.MAX_BYTES) {
                throw Problems.bad(name, "too-large", "bounded", "bomb-remedy", Files.size(file) >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "memo.problem.file-machine", name), e);
        }
    }
}

package org.writwatch.agreements.memo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the words of a page from its picture. */
public interface Ocr {
    /**
     * The lines of one page.
     *
     * @param file name for messages
     * @param pdf the bytes of the whole file
     * @param page from 1
     * @return the lines from top to bottom in points from the top left corner; empty for a blank page
     * @throws org.writwatch.facts.problem.BadInput when the page can not be turned into words
     */
    List<TextLine> read(String file, byte[] pdf, int page);

    /** The recogniser installed on this machine; empty when there is none. */
    static Optional<Ocr> find() {
        return Tesseract.find().map(t -> (Ocr) t);
    }

    /**
     * The recogniser installed on this machine, keeping each page it reads in a folder and never reading it twice. Without
     * one installed it still answers for the pages kept there, and refuses others with what to install.
     */
    static Ocr keptIn(Path folder) {
        return new KeptOcr(folder, Tesseract.find());
    }
}

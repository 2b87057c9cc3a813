package org.writwatch.papers.draft;

import java.util.Optional;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.DocxPrint;
import org.writwatch.papers.pdf.PdfMeta;
import org.writwatch.papers.pdf.PdfWriter;

/**
 * A draft as PDF. What is printed is the filled word-processor file itself, read back: the two files can not say
 * different things, whatever a lawyer does to the template. Safe for use by several threads.
 */
public final class DraftPdf {
    private DraftPdf() {}

    /** Fills the draft's template and prints it. */
    public static byte[] write(Draft draft) {
        return print(draft, DocxWriter.write(draft));
    }

    /**
     * Prints a file that {@link DocxWriter} made of this draft, so that it need not be filled twice.
     *
     * @param docx the filled file
     */
    public static byte[] print(Draft draft, byte[] docx) {
        DocxPrint.Page page =
                DocxPrint.read(DocxFile.open(draft.template() + ".docx", docx), draft.title(), draft.lang());
        Optional<String> banner = Optional.of(page.header()).filter(h -> !h.isEmpty());
        PdfMeta meta =
                new PdfMeta(draft.title(), draft.description(), draft.lang(), draft.asOf(), banner, page.footer());
        return PdfWriter.write(page.xhtml(), meta);
    }
}

package org.writwatch.papers.draft.suit;

/** One paper made: its name, that of the files without their ending; the word-processor file; the print. */
public final class Made {
    private final String name;
    private final byte[] docx;
    private final byte[] pdf;

    Made(String name, byte[] docx, byte[] pdf) {
        this.name = name;
        this.docx = docx.clone();
        this.pdf = pdf.clone();
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The word-processor file. */
    public byte[] docx() {
        return docx.clone();
    }

    /** The print: PDF/A-2a and PDF/UA-1. */
    public byte[] pdf() {
        return pdf.clone();
    }
}

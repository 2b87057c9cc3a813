package org.writwatch.papers.pdf;

import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;

/**
 * What a PDF says of itself, and what stands in the margin of each of its pages.
 *
 * @param title shown in the window's title bar
 * @param description one sentence on what the document is
 * @param lang language of the body; parts in another language carry their own {@code lang}
 * @param asOf the day the content speaks for; it is also the creation date, since no clock is read
 * @param banner printed at the top of each page, {@link #DRAFT} on everything a lawyer must see first
 * @param footer printed at the foot of each page, left of the page number; empty text for none
 */
public record PdfMeta(
        String title, String description, Lang lang, LocalDate asOf, Optional<String> banner, String footer) {
    /** The words on each page of every draft meant for a court or an agency. English in every language, by rule. */
    public static final String DRAFT = "DRAFT - ATTORNEY REVIEW REQUIRED";

    public PdfMeta {
        if (title.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("a PDF needs a title and a description");
        }
    }

    /** A draft: the banner of attorney review on each page. */
    public static PdfMeta draft(String title, String description, Lang lang, LocalDate asOf, String footer) {
        return new PdfMeta(title, description, lang, asOf, Optional.of(DRAFT), footer);
    }
}

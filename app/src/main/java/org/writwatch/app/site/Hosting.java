package org.writwatch.app.site;

import java.util.List;
import java.util.Optional;
import org.writwatch.papers.page.Wording;
import org.writwatch.papers.site.Operator;

/**
 * What who runs a site adds to it. Nothing by default.
 *
 * @param operator the office that may be asked for an appointment
 * @param zips the table by which a reader's device finds the counties of a ZIP code
 * @param cards whether every county has a picture for messages
 * @param languages those that files add to English and Spanish
 */
public record Hosting(Optional<Operator> operator, Optional<ZipTable> zips, boolean cards, List<Wording> languages) {
    public Hosting {
        languages = List.copyOf(languages);
    }

    /** A site in English and Spanish. */
    public Hosting(Optional<Operator> operator, Optional<ZipTable> zips, boolean cards) {
        this(operator, zips, cards, List.of());
    }

    /** Nothing is added. */
    public static final Hosting NONE = new Hosting(Optional.empty(), Optional.empty(), false);
}

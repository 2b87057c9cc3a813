package org.writwatch.papers.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;

/**
 * A letter or pleading before it is laid out: which template words it, and what goes into the template's fields.
 *
 * @param template name of the template, "records-request"; also the name of the files made from it
 * @param title what the document calls itself, in its properties
 * @param description one sentence on what it is, in its properties
 * @param asOf the day it speaks for; it stands for the creation date, since no clock is read
 * @param notices words that must stand at the top of each page, whatever is done to the template
 * @param fields the values
 * @param lang language of its body
 * @param format the form the court asks for; that of the template when empty
 */
public record Draft(
        String template,
        String title,
        String description,
        LocalDate asOf,
        List<String> notices,
        Fields fields,
        Lang lang,
        Optional<CourtFormat> format) {
    public Draft {
        notices = List.copyOf(notices);
        if (!template.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "a template's name is lower case letters, digits and hyphens: " + template);
        }
        if (title.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("a draft has a title and a description: " + template);
        }
    }

    /** A draft in English, in the form of its template. */
    public Draft(
            String template, String title, String description, LocalDate asOf, List<String> notices, Fields fields) {
        this(template, title, description, asOf, notices, fields, Lang.EN, Optional.empty());
    }

    /** The same draft with other values. */
    public Draft with(Fields other) {
        return new Draft(template, title, description, asOf, notices, other, lang, format);
    }
}

package org.writwatch.agreements.memo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.facts.Source;

/**
 * A memorandum of agreement, read.
 *
 * @param agencyId the agency of the registry it belongs to; empty when it could not be matched without guessing
 * @param file ICE's file name
 * @param model which of the three
 * @param template generation of the form: "JEM-2020", "TFM-2025"
 * @param revision revision date printed on the form, when printed
 * @param signed date beside the agency's signature, when it could be read
 * @param pages number of pages
 * @param duties what it makes the parties do, in clause order
 * @param source the document as published
 */
public record Memorandum(
        Optional<String> agencyId,
        String file,
        Model model,
        String template,
        Optional<LocalDate> revision,
        Optional<LocalDate> signed,
        int pages,
        List<Duty> duties,
        Source source) {
    public Memorandum {
        duties = List.copyOf(duties);
        if (pages < 1) {
            throw new IllegalArgumentException(file + ": a memorandum has at least one page");
        }
    }
}

package org.writwatch.papers.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.facts.Place;
import org.writwatch.facts.phrase.Phrase;

/**
 * One agency: its agreements and everything the lists show of them.
 *
 * @param agency who, with its joins
 * @param counties where it polices; empty for a statewide agency and for one whose county is not known
 * @param agreements oldest first, at least one
 * @param events what happened, oldest first
 */
public record AgencyView(HeldAgency agency, List<Place> counties, List<Agreement> agreements, List<Happened> events) {
    public AgencyView {
        counties = List.copyOf(counties);
        agreements = List.copyOf(agreements);
        events = List.copyOf(events);
        if (agreements.isEmpty()) {
            throw new IllegalArgumentException(agency.agency().id() + " has no agreement");
        }
    }

    /**
     * An event.
     *
     * @param id its permanent id, sixteen hexadecimal digits
     * @param date the day of the list that shows it
     * @param what in words
     * @param change before and after, as printed; empty when there is nothing to compare
     * @param proof file, sheet and row
     * @param flag why a person should look
     */
    public record Happened(
            String id, LocalDate date, Phrase what, String change, String proof, Optional<Phrase> flag) {}
}

package org.writwatch.papers.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.facts.Place;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.papers.page.Duties;

/**
 * One agency: its agreements and everything the lists show of them.
 *
 * @param agency who, with its joins
 * @param counties where it polices; empty for a statewide agency and for one whose county is not known
 * @param agreements oldest first, at least one
 * @param events what happened, oldest first
 * @param memoranda what the memorandum of an agreement says, by the id of the agreement, where a copy was read
 */
public record AgencyView(
        HeldAgency agency,
        List<Place> counties,
        List<Agreement> agreements,
        List<Happened> events,
        Map<String, Duties> memoranda) {
    public AgencyView {
        counties = List.copyOf(counties);
        agreements = List.copyOf(agreements);
        events = List.copyOf(events);
        memoranda = Map.copyOf(memoranda);
        if (agreements.isEmpty()) {
            throw new IllegalArgumentException(agency.agency().id() + " has no agreement");
        }
    }

    /** What the memorandum of an agreement says; empty when no copy was read. */
    public Optional<Duties> held(Agreement agreement) {
        return Optional.ofNullable(memoranda.get(agreement.id()));
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

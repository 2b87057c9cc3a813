package org.writwatch.law.calendar;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Deadline;

/**
 * The dates of a screening as an iCalendar file: one all-day event a date, over the whole range where the end is in doubt.
 * Dates the law gives no number for are left out. {@link IcsFile} says what becomes of dates that moved or are gone.
 */
public final class Ics {
    private Ics() {}

    /**
     * The file.
     *
     * @param matter what tells this matter from others; part of each id
     * @param previous the file that stands at the same place, empty when there is none
     */
    public static String of(Screening screening, String matter, String previous, Lang lang) {
        String whole = String.join("|", screening.jurisdiction(), matter);
        IcsFile ics = new IcsFile("deadlines//" + lang.name(), screening.asOf(), whole, previous);
        for (Screening.Claim claim : screening.claims()) {
            for (Deadline deadline : claim.deadlines()) {
                if (deadline.date().isPresent()) {
                    String id = String.join("|", screening.jurisdiction(), claim.id(), deadline.id(), matter);
                    event(ics, id, claim.id(), deadline, Phrasebook.of(lang));
                }
            }
        }
        return ics.text();
    }

    private static void event(IcsFile ics, String id, String claim, Deadline deadline, Phrasebook book) {
        LocalDate date = deadline.date().orElseThrow();
        LocalDate first = deadline.range().map(Screening.Range::earliest).orElse(date);
        LocalDate last = deadline.range().map(Screening.Range::latest).orElse(date);
        String counted = deadline.counted().stream().map(book::say).collect(Collectors.joining("\n"));
        String description = (deadline.cite().isEmpty() ? "" : deadline.cite() + "\n") + counted;
        ics.event(id, first, last, claim + ": " + book.say(deadline.rule()), description, 0);
    }
}

package org.writwatch.agreements.store;

import java.time.LocalDate;
import java.util.List;
import org.writwatch.agreements.roster.PublishedList;

/**
 * What came of bringing lists in.
 *
 * @param added the lists that were new, in the order they were made
 * @param aside those among them that do not count; {@code agreements sources} says why
 * @param known how many were held already
 * @param lastList the day of the last list of agreements that counts
 */
public record Brought(List<PublishedList> added, List<PublishedList> aside, int known, LocalDate lastList) {
    public Brought {
        added = List.copyOf(added);
        aside = List.copyOf(aside);
    }
}

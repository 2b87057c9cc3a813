package org.writwatch.agreements.history;

import java.util.List;
import java.util.Map;
import org.writwatch.agreements.history.PublicationGuard.Quarantine;
import org.writwatch.agreements.roster.PublishedList;

/**
 * What a set of lists shows.
 *
 * @param lists every list given, in order
 * @param aside the lists that do not count, with the reason
 * @param participating the editions of the list of agreements
 * @param pending the editions of the list of applications
 * @param lines every agreement, in order of id
 * @param agencies every agency, in order of id
 * @param events everything that happened, in order of date, then agreement, then kind
 */
public record History(
        List<PublishedList> lists,
        Map<PublishedList, Quarantine> aside,
        Timeline participating,
        Timeline pending,
        List<HistoryLine> lines,
        List<HeldAgency> agencies,
        List<Event> events) {
    public History {
        lists = List.copyOf(lists);
        lines = List.copyOf(lines);
        agencies = List.copyOf(agencies);
        events = List.copyOf(events);
    }
}

package org.writwatch.app.feed;

import java.time.LocalDate;
import org.writwatch.law.calendar.IcsFile;

/** A channel as a calendar (RFC 5545): each event on the day of the list that first shows it. */
final class CalendarFeed {
    private CalendarFeed() {}

    static String text(Channel channel, LocalDate asOf) {
        IcsFile ics = new IcsFile("changes//" + channel.lang().name(), asOf, channel.path(), "");
        for (Item item : channel.items()) {
            LocalDate day = item.event().date();
            ics.event(
                    item.event().id(),
                    day,
                    day,
                    item.title(channel.lang()),
                    String.join("\n", item.lines(channel.lang())) + "\n" + channel.address(item.page()),
                    0);
        }
        return ics.text();
    }
}

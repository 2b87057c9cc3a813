package org.writwatch.agreements.history;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.agreements.roster.Hashes;

/**
 * Something that happened to an agreement, as a list shows it.
 *
 * @param date the day of the list that shows it; for a departure the day of the first list without it
 * @param known the day from which it could be known: a departure counts as one on the third list without it
 * @param kind what happened
 * @param agreementId the agreement
 * @param before what was so until then, empty when there is no before
 * @param after what is so since
 * @param flag why a person should look, empty when nothing is in doubt
 * @param file the list that shows it
 * @param sheet the sheet of it
 * @param row the row of it; 0 for an absence, which has none
 * @param lastSeen the row before, where there was one: with {@code file} the two ends of what changed
 */
public record Event(
        LocalDate date,
        LocalDate known,
        EventKind kind,
        String agreementId,
        String before,
        String after,
        String flag,
        String file,
        String sheet,
        int row,
        Optional<Cell> lastSeen) {

    /** The same before it could be known that it was a departure. */
    public Event asAbsence() {
        return new Event(date, date, EventKind.ABSENT, agreementId, before, after, flag, file, sheet, row, lastSeen);
    }

    /**
     * Stable and content-derived: sixteen hexadecimal digits of the hash of what happened to which agreement and when. A
     * departure keeps its id when an absence turns out to be one, and an application keeps its own when it is listed.
     */
    public String id() {
        boolean away = kind == EventKind.ABSENT || kind == EventKind.GONE || kind == EventKind.MODEL_DROPPED;
        String what = away ? "away" : kind.code();
        String which = kind == EventKind.PENDING ? HistoryLine.applicationId(agreementId) : agreementId;
        String content = String.join("\n", what, which, date.toString(), before, away ? "" : after);
        return Hashes.sha256(content.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** One row of one list: file, sheet, row. */
    public record Cell(String file, String sheet, int row) {}
}

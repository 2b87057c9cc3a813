package org.writwatch.papers.draft.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.papers.draft.Fields;

/**
 * The words of the memoranda that call for the records asked for, memorandum by memorandum, each with its section and
 * page: the schedule of a request and of the pleading that follows it.
 */
final class Schedule {
    private Schedule() {}

    /** Rows of {@code memo}, {@code memo_notes}, {@code by_machine} and {@code entries}; none where nothing is quoted. */
    static List<Fields> of(RequestInputs in, Citing citing) {
        List<Fields> rows = new ArrayList<>();
        for (Memorandum memo : in.record().memoranda()) {
            List<Fields> entries = new ArrayList<>();
            boolean byMachine = false;
            for (Asked asked : in.asked()) {
                Map<String, Duty> quoted = quoted(asked, memo);
                byMachine |= quoted.values().stream().anyMatch(Duty::ocr);
                if (!quoted.isEmpty()) {
                    entries.add(Fields.builder()
                            .words("records", English.sentence(English.say(asked.what())))
                            .rows(
                                    "lines",
                                    quoted.values().stream().map(Schedule::line).toList())
                            .build());
                }
            }
            if (!entries.isEmpty()) {
                rows.add(Fields.builder()
                        .words("memo", English.memorandum(memo, in.record()))
                        .notes("memo_notes", citing.notes(List.of(memo.source())))
                        .when("by_machine", byMachine)
                        .rows("entries", entries)
                        .build());
            }
        }
        return rows;
    }

    /** Those duties of this memorandum that call for the records, each passage once. */
    private static Map<String, Duty> quoted(Asked asked, Memorandum memo) {
        Map<String, Duty> quoted = new LinkedHashMap<>();
        asked.duties().stream()
                .filter(d -> d.source().id().equals(memo.source().id()))
                .forEach(d -> quoted.putIfAbsent(English.place(d) + d.quote(), d));
        return quoted;
    }

    private static Fields line(Duty duty) {
        return Fields.builder()
                .words("place", English.sentence(English.place(duty)).replaceFirst("\\.$", ""))
                .words("quote", English.quote(duty.quote()))
                .build();
    }
}

package org.writwatch.app.memo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.memo.DutyCalendar;
import org.writwatch.agreements.memo.ListCheck;
import org.writwatch.agreements.memo.MemoFlag;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.agreements.memo.MemorandumReading;

/**
 * A memorandum with what the lists say of it and what it makes fall due.
 *
 * @param reading what was read
 * @param list the document held against the lists
 * @param calendar its duties by date
 */
public record MemoAnswer(MemorandumReading reading, ListCheck list, DutyCalendar calendar) {
    /**
     * Puts an answer together.
     *
     * @param file the publisher's name of the file, which links it to the lists
     * @param all every agreement known on the day
     */
    public static MemoAnswer of(MemorandumReading reading, String file, List<Agreement> all, LocalDate day) {
        Memorandum memorandum = reading.memorandum();
        ListCheck list = ListCheck.of(file, memorandum, reading.party(), all);
        Optional<LocalDate> listed = list.agreement(memorandum).flatMap(Agreement::signed);
        return new MemoAnswer(reading, list, DutyCalendar.of(memorandum, listed, day));
    }

    /** Everything a person should look at, what the lists say first. */
    public List<MemoFlag> flags() {
        List<MemoFlag> flags = new ArrayList<>(list.flags());
        flags.addAll(reading.flags());
        return flags;
    }

    /** The agency as the lists print it, else as the document does; empty when neither is known. */
    public Optional<String> agency() {
        return list.agreement(reading.memorandum())
                .map(a -> a.agency().name() + ", " + a.agency().state())
                .or(reading::party);
    }
}

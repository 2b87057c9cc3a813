package org.writwatch.papers.memo;

import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.DutyCalendar;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.calendar.IcsFile;

/**
 * The calendar of a memorandum's duties as an iCalendar file: an all-day event a date, repeated as the form says; what runs
 * anew from each event stands in it as a task without a date. Each says its clause, its page and the words.
 */
public final class DutyIcs {
    private DutyIcs() {}

    /**
     * The file.
     *
     * @param previous the file that stands at the same place, empty when there is none
     */
    public static String of(Memorandum memorandum, DutyCalendar calendar, String previous, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        String file = memorandum.source().sha256().orElse(memorandum.file());
        IcsFile ics = new IcsFile("duties//" + lang.name(), calendar.asOf(), file, previous);
        for (DutyCalendar.Entry entry : calendar.entries()) {
            Duty duty = entry.duty();
            String id = String.join("|", file, duty.id(), duty.clause());
            String what = book.say(duty.summary());
            String more = book.say(entry.words()) + "\n"
                    + book.say(Phrase.of("papers", "redline.at", duty.clause(), duty.page())) + "\n\u201c"
                    + duty.quote() + "\u201d\n" + memorandum.file();
            Optional<LocalDate> day = entry.date();
            if (day.isPresent()) {
                ics.event(id, day.get(), day.get(), what, more, entry.everyMonths());
            } else {
                ics.standing(id, what, more);
            }
        }
        return ics.text();
    }
}

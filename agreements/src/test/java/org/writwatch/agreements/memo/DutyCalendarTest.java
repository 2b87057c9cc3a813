package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

class DutyCalendarTest {
    private static final LocalDate SIGNED = LocalDate.of(2020, 2, 29);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 18);

    private static DutyCalendar calendar(String template, Optional<LocalDate> signed) throws IOException {
        return DutyCalendar.of(memorandum(template), signed, TODAY);
    }

    private static Memorandum memorandum(String template) throws IOException {
        return MemorandumReader.with(OcrUse.NEVER, Optional.empty())
                .open("memo.pdf", MemoPdf.on(template).signed("Date:~Date:").bytes())
                .memorandum();
    }

    private static DutyCalendar.Entry entry(DutyCalendar calendar, String duty) {
        return calendar.entries().stream()
                .filter(e -> e.duty().id().equals(duty))
                .findFirst()
                .orElseThrow(() -> new AssertionError(duty));
    }

    @Test
    void anAnnualMeetingFallsDueEachYearFromTheSigning() throws IOException {
        DutyCalendar.Entry meeting = entry(calendar("JEM-2020", Optional.of(SIGNED)), "annual-meeting");
        assertEquals(DutyCalendar.Basis.FROM_START, meeting.basis());
        assertEquals(Optional.of(LocalDate.of(2027, 2, 28)), meeting.date());
        assertEquals(12, meeting.everyMonths());
        assertEquals(
                List.of("2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29", "2025-02-28", "2026-02-28"),
                meeting.past().stream().map(LocalDate::toString).toList());
        assertEquals("V.B", meeting.duty().clause());
    }

    @Test
    void anAuthorizationLapsesNoSoonerThanTwoYearsAfterTheSigning() throws IOException {
        DutyCalendar.Entry letter =
                entry(calendar("TFM-2025", Optional.of(LocalDate.of(2025, 3, 18))), "authorization-letter");
        assertEquals(DutyCalendar.Basis.NO_SOONER_THAN, letter.basis());
        assertEquals(Optional.of(LocalDate.of(2027, 3, 18)), letter.date());
    }

    @Test
    void noticePeriodsDifferByModel() throws IOException {
        DutyCalendar warrants = calendar("WSO-2025", Optional.of(SIGNED));
        assertEquals(
                Optional.of(TODAY.plusDays(90)),
                entry(warrants, "ending-by-agency").date());
        DutyCalendar jail = calendar("JEM-2025", Optional.of(SIGNED));
        assertFalse(
                jail.entries().stream().anyMatch(e -> e.duty().id().equals("ending-by-agency")),
                "a jail model lets the agency leave at any time");
        assertEquals(
                Optional.of(TODAY.plusDays(90)), entry(jail, "ending-by-ice").date());
    }

    @Test
    void holdsAndComplaintsRunEachTime() throws IOException {
        DutyCalendar jail = calendar("JEM-2025", Optional.of(SIGNED));
        for (String duty : List.of("hold-limit-48h", "complaint-notice", "citizenship-claims-1h")) {
            DutyCalendar.Entry e = entry(jail, duty);
            assertEquals(DutyCalendar.Basis.EACH_TIME, e.basis());
            assertEquals(Optional.empty(), e.date());
            assertTrue(e.duty().page() >= 1 && !e.duty().clause().isEmpty());
        }
    }

    @Test
    void withoutAStartNothingCountedFromItHasADate() throws IOException {
        DutyCalendar none = calendar("JEM-2020", Optional.empty());
        assertEquals(Optional.empty(), none.start());
        assertEquals(Optional.empty(), entry(none, "annual-meeting").date());
        assertTrue(Phrasebook.of(Lang.EN)
                .say(entry(none, "annual-meeting").words())
                .contains("not known"));
    }

    @Test
    void everyEntryCanBeSaidAndTheDatedComeFirst() throws IOException {
        for (Forms.Entry form : Forms.bundled().list()) {
            DutyCalendar c = calendar(form.form().template(), Optional.of(SIGNED));
            assertTrue(c.entries().size() >= 5, form.title());
            boolean undated = false;
            for (DutyCalendar.Entry e : c.entries()) {
                assertFalse(undated && e.date().isPresent(), "a dated entry after an undated one");
                undated |= e.date().isEmpty();
                for (Lang lang : Lang.values()) {
                    assertTrue(Phrasebook.of(lang).say(e.words()).length() > 30);
                }
            }
        }
    }

    @Test
    void whatCouldBeAskedForTodayNamesTheDaysThatPassed() throws IOException {
        Memorandum m = memorandum("JEM-2020");
        DutyCalendar c = DutyCalendar.of(m, Optional.of(SIGNED), TODAY);
        List<DutyCalendar.DueNow> due = c.dueNow(m);
        DutyCalendar.DueNow meetings = due.stream()
                .filter(d -> d.asked().id().equals("meetings"))
                .findFirst()
                .orElseThrow();
        assertEquals(6, meetings.due().size(), "the first review and each annual meeting, a day once");
        DutyCalendar.DueNow reviews = due.stream()
                .filter(d -> d.asked().id().equals("reviews"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), reviews.due(), "what ICE may do need not exist");
    }
}

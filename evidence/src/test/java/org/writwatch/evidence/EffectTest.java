package org.writwatch.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/** What real counties must be told. */
class EffectTest {
    private static final Effect EFFECT = new Effect(Jails.RECORD);
    private static final Phrasebook EN = Phrasebook.of(Lang.EN);
    private static final Period YEAR = new Period(LocalDate.of(2017, 12, 1), LocalDate.of(2018, 11, 30));

    @Test
    void mecklenburgGoesSilentInTheWeekTheNewSheriffCame() {
        Answer.Estimated answer = custody(Jails.MECKLENBURG, "custody-mecklnc");
        assertEquals("3.49", EN.say(new Figure(answer.before(), 2)));
        assertEquals(YEAR, answer.beforePeriod());
        assertEquals(0, answer.after());
        assertTrue(answer.afterIsAbsence());
        assertTrue(daysApart(answer.changeOn().orElseThrow(), LocalDate.of(2018, 12, 5)) <= 2);
        assertEquals(LocalDate.of(2018, 12, 6), series("MECKLNC").lastRow());
        assertEquals(39, answer.inference().places());
        assertEquals(1.0 / 40, answer.inference().smallestP());
        assertTrue(answer.interval().orElseThrow().high() <= 0);
        assertTrue(answer.difference() > answer.interval().get().low());
    }

    @Test
    void wakeFollowsWithinTheWeek() {
        Answer.Estimated answer = custody(Jails.WAKE, "custody-wakecnc");
        assertEquals("6.99", EN.say(new Figure(answer.before(), 2)));
        assertEquals(YEAR, answer.beforePeriod());
        assertTrue(daysApart(answer.changeOn().orElseThrow(), LocalDate.of(2018, 12, 7)) <= 7);
        assertEquals(LocalDate.of(2018, 12, 12), series("WAKECNC").lastRow());
    }

    @Test
    void theReadingSaysAbsenceAndFirstStep() {
        Finding finding = finding(Jails.MECKLENBURG, "custody-mecklnc");
        String reading = EN.say(finding.reading());
        assertTrue(reading.contains("3.49 people per day"), reading);
        assertTrue(reading.contains("0.00 if absence is zero"), reading);
        assertTrue(reading.contains("December 6, 2018"), reading);
        assertTrue(reading.contains("first step only"), reading);
        String spanish = Phrasebook.of(Lang.ES).say(finding.reading());
        assertTrue(spanish.contains("0.00 si la ausencia es cero"), spanish);
        assertTrue(EN.say(finding.design()).contains("outside North Carolina"));
        assertEquals(39, finding.comparisons().size());
        assertEquals(finding.comparisons().stream().sorted().toList(), finding.comparisons());
    }

    @Test
    void whatSpeaksAgainstComesFirst() {
        List<Diagnostic> all = finding(Jails.MECKLENBURG, "custody-mecklnc").diagnostics();
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i - 1).verdict().compareTo(all.get(i).verdict()) <= 0);
        }
        assertEquals("absence", all.get(0).id());
        assertTrue(EN.say(all.get(0).sentence()).contains("Gaston County Jail"));
        Diagnostic rooms = all.stream()
                .filter(d -> d.id().equals("hold-rooms"))
                .findFirst()
                .orElseThrow();
        assertEquals(Diagnostic.Verdict.FOR, rooms.verdict());
        assertTrue(EN.say(rooms.sentence()).contains("Charlotte Hold Room 0.08 before, 0.00 after"));
    }

    @Test
    void theCauseIsNotIdentifiedAndNoDateIsTyped() {
        Finding cause = finding(Jails.MECKLENBURG, "custody-cause");
        Answer.NotIdentified answer = assertInstanceOf(Answer.NotIdentified.class, cause.answer());
        assertEquals(4, answer.wouldAnswer().size());
        assertInstanceOf(
                Answer.NotIdentified.class,
                finding(Jails.MECKLENBURG, "crime-reporting").answer());
        assertInstanceOf(
                Answer.NotIdentified.class, finding(Jails.MECKLENBURG, "trust").answer());
    }

    @Test
    void movedRowsMoveTheWholeAnswerByTheSameDays() {
        // December to February has the same ninety days as the months ninety days later: levels are equal to the digit.
        CustodyRecord record = Jails.RECORD.with(Jails.RECORD.daily().with(Jails.moved(series("MECKLNC"), 90)));
        Finding finding = new Effect(record).forPlace(Jails.MECKLENBURG).get(0);
        Answer.Estimated moved = (Answer.Estimated) finding.answer();
        Answer.Estimated still = custody(Jails.MECKLENBURG, "custody-mecklnc");
        assertEquals(
                still.changeOn().orElseThrow().plusDays(90), moved.changeOn().orElseThrow());
        assertEquals(still.before(), moved.before());
        assertEquals(still.after(), moved.after());
        assertEquals(new Period(YEAR.from().plusDays(90), YEAR.to().plusDays(90)), moved.beforePeriod());
    }

    @Test
    void anyShiftMovesTheDateExactly() {
        for (int days : new int[] {-400, -90, -7, -1, 1, 7, 31, 180, 400}) {
            DailySeries shifted = Jails.moved(series("MECKLNC"), days);
            CustodyRecord record = Jails.RECORD.with(Jails.RECORD.daily().with(shifted));
            Answer.Estimated answer = (Answer.Estimated)
                    new Effect(record).forPlace(Jails.MECKLENBURG).get(0).answer();
            assertEquals(
                    LocalDate.of(2018, 12, 7).plusDays(days), answer.changeOn().orElseThrow(), days + " days");
            assertEquals(3.49, answer.before(), 0.15, days + " days");
        }
    }

    @Test
    void princeWilliamIsTooThinAndSaysWhatWouldBeEnough() {
        List<Finding> findings = EFFECT.forPlace(Jails.place("51153", "Prince William County"));
        assertFalse(Effect.hasEstimate(findings));
        Answer.TooThin thin =
                assertInstanceOf(Answer.TooThin.class, findings.get(0).answer());
        assertTrue(EN.say(thin.found()).startsWith("Too few person-days (215) for an estimate."));
        assertTrue(EN.say(thin.enough()).contains("180 person-days"));
        assertTrue(EN.say(thin.request()).contains("log of detainers"));
        assertFalse(findings.stream().anyMatch(f -> f.id().equals("custody-cause")));
    }

    @Test
    void aListedJailWithoutRowsIsMissingNotZero() {
        Finding clay = EFFECT.forPlace(Jails.place("12019", "Clay County")).get(0);
        Answer.TooThin thin = assertInstanceOf(Answer.TooThin.class, clay.answer());
        assertTrue(EN.say(thin.found()).contains("Clay County Jail"));
        assertTrue(EN.say(thin.found()).contains("A missing row is not a zero."));
        Finding none = EFFECT.forPlace(Jails.place("48301", "Loving County")).get(0);
        assertTrue(EN.say(((Answer.TooThin) none.answer()).found()).contains("names no local jail"));
    }

    @Test
    void virginiasMecklenburgHasNothingOfCarolinas() {
        List<Finding> virginia = EFFECT.forPlace(Jails.place("51117", "Mecklenburg County"));
        assertFalse(FindingRecord.of(virginia).toString().contains("Charlotte"));
        assertFalse(FindingRecord.of(virginia).toString().contains("MECKLNC"));
    }

    @Test
    void sameInputSameFindings() {
        assertEquals(
                FindingRecord.of(EFFECT.forPlace(Jails.WAKE)),
                FindingRecord.of(new Effect(CustodyRecord.bundled()).forPlace(Jails.WAKE)));
    }

    @Test
    void figuresKeepAbsentApartFromZero() {
        org.writwatch.evidence.Figure months =
                finding(Jails.MECKLENBURG, "custody-mecklnc").figures().get(0);
        String csv = FigureTable.csv(months, Lang.EN);
        assertTrue(csv.startsWith("line,role,from,reading,value,days_covered,days_in_period\n"));
        String november = line(csv, "2018-11-01");
        assertEquals(92 / 30.0, Double.parseDouble(november.split(",", -1)[4]), 1e-12);
        assertTrue(line(csv, "2019-06-01").endsWith(",place,2019-06-01,not_reported,,,"));
        assertFalse(csv.contains(",zero,"));
        org.writwatch.evidence.Figure days =
                finding(Jails.MECKLENBURG, "custody-mecklnc").figures().get(1);
        assertTrue(line(FigureTable.csv(days, Lang.EN), "2018-12-05").endsWith(",place,2018-12-05,counted,5,,"));
        FigureTable.dictionary().values().forEach(p -> assertFalse(EN.say(p).isBlank()));
    }

    private static String line(String csv, String day) {
        return csv.lines().filter(l -> l.contains(",place," + day)).findFirst().orElseThrow();
    }

    private static DailySeries series(String code) {
        return Jails.RECORD.daily().find(code).orElseThrow();
    }

    private static Answer.Estimated custody(Place place, String id) {
        return (Answer.Estimated) finding(place, id).answer();
    }

    private static Finding finding(Place place, String id) {
        return EFFECT.forPlace(place).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long daysApart(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b));
    }
}

package org.writwatch.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.facts.Period;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/** What is fixed before the outcome is read, and that nothing read later can move it. */
class SpecificationTest {
    @Test
    void whatComesAfterTheChangeMovesNoSpecification() {
        Specification told = told(Jails.RECORD);
        CustodyRecord tampered = Jails.RECORD;
        for (String code : told.comparisons()) {
            tampered = tampered.with(tampered.daily()
                    .with(doubledAfter(
                            tampered.daily().find(code).orElseThrow(),
                            told.windows().after().from())));
        }
        assertEquals(told.text(), told(tampered).text());
        assertEquals(told.sha256(), told(tampered).sha256());
        assertEquals(64, told.sha256().length());
    }

    @Test
    void whatComesBeforeDoes() {
        Specification told = told(Jails.RECORD);
        DailySeries closest =
                Jails.RECORD.daily().find(told.comparisons().get(0)).orElseThrow();
        CustodyRecord without = Jails.RECORD.with(Jails.RECORD
                .daily()
                .with(Jails.endedOn(closest, told.windows().before().from().plusDays(40))));
        assertNotEquals(told.sha256(), told(without).sha256());
    }

    @Test
    void theSpecificationIsToldBeforeAndEqualsTheOnePrinted() {
        Finding finding = new Effect(Jails.RECORD).forPlace(Jails.MECKLENBURG).get(0);
        assertEquals(told(Jails.RECORD), finding.specification().orElseThrow());
        assertEquals(
                List.of("placebo-rank", "level-difference", "synthetic-control", "interrupted-time-series"),
                finding.designs().stream().map(DesignResult::id).toList());
        assertEquals(1, finding.designs().stream().filter(DesignResult::chosen).count());
        assertEquals(
                ((Answer.Estimated) finding.answer()).difference(),
                finding.designs().get(0).difference().orElseThrow());
        finding.designs().forEach(d -> assertTrue(d.difference().orElseThrow() < 0, d.toString()));
    }

    @Test
    void aRecordCutAtADayHoldsNothingLater() {
        LocalDate day = LocalDate.of(2018, 11, 17);
        CustodyRecord cut = Jails.RECORD.until(day);
        assertEquals(day, cut.days().to());
        cut.daily().series().values().forEach(s -> assertTrue(!s.lastRow().isAfter(day)));
        Period month = new Period(day.minusDays(30), day);
        assertEquals(
                Jails.RECORD.daily().find("MECKLNC").orElseThrow().personDays(month),
                cut.daily().find("MECKLNC").orElseThrow().personDays(month));
        assertTrue(cut.monthly().months().isEmpty());
        assertEquals(
                Jails.RECORD.monthly(),
                Jails.RECORD.until(Jails.RECORD.lastDay()).monthly());
        List<Finding> tooOld = new Effect(Jails.RECORD).forPlace(Jails.WAKE, LocalDate.of(2011, 10, 15));
        assertTrue(tooOld.stream().noneMatch(f -> f.answer() instanceof Answer.Estimated));
        assertEquals(
                "as-of.too-old",
                ((Answer.TooThin) tooOld.get(0).answer()).found().key());
    }

    @Test
    void endsAreDatedByDocumentsFirstAndTheRestIsShown() {
        Finding remedy = new Effect(Jails.RECORD)
                .forPlace(Jails.MECKLENBURG).stream()
                        .filter(f -> f.id().equals("after-remedy"))
                        .findFirst()
                        .orElseThrow();
        Answer.NotIdentified answer = (Answer.NotIdentified) remedy.answer();
        assertEquals(4, answer.wouldAnswer().size());
        Phrasebook en = Phrasebook.of(Lang.EN);
        String dates =
                remedy.diagnostics().stream().map(d -> en.say(d.sentence())).reduce("", (a, b) -> a + "\n" + b);
        assertTrue(dates.contains("prints February 27, 2006"), dates);
        assertTrue(dates.contains("last list held that names it is of October 28, 2009"), dates);
        assertTrue(dates.contains("Taken as its end for want of a document: December 7, 2018"), dates);
        assertTrue(en.say(remedy.reading()).contains("no data here can say"));
    }

    @Test
    void severalAnswersAreAdjustedFor() {
        double[] p = {0.01, 0.04, 0.03, 0.005};
        double[] holm = {0.03, 0.06, 0.06, 0.02};
        double[] bh = {0.02, 0.04, 0.04, 0.02};
        for (int i : IntStream.range(0, 4).toArray()) {
            assertEquals(holm[i], SeveralAnswers.holm(p)[i], 1e-12);
            assertEquals(bh[i], SeveralAnswers.benjaminiHochberg(p)[i], 1e-12);
        }
    }

    private static Specification told(CustodyRecord record) {
        List<Specification> told = new ArrayList<>();
        new Effect(record, Registry.bundled(), told::add).forPlace(Jails.MECKLENBURG);
        assertEquals(1, told.size());
        return told.get(0);
    }

    private static DailySeries doubledAfter(DailySeries series, LocalDate day) {
        int[] people = series.people(new Period(series.firstRow(), series.lastRow()));
        for (int i = 0; i < people.length; i++) {
            people[i] *= series.firstRow().plusDays(i).isBefore(day) ? 1 : 2;
        }
        return new DailySeries(series.code(), series.firstRow(), people);
    }
}

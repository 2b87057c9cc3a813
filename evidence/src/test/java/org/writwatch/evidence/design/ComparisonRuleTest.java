package org.writwatch.evidence.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Jails;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.facts.Period;

/** The rule for comparison jails keeps its word. */
class ComparisonRuleTest {
    private static final Period BEFORE = new Windows(YearMonth.of(2018, 12), 12).before();

    @Test
    void nothingAfterThePeriodBeforeCanChangeThePool() {
        Facility jail = Jails.RECORD.facility("MECKLNC");
        DailySeries own = Jails.RECORD.daily().find("MECKLNC").orElseThrow();
        List<String> pool = codes(Jails.RECORD, jail, own);
        CustodyRecord cut = Jails.RECORD;
        for (String code : pool) {
            DailySeries series = cut.daily().find(code).orElseThrow();
            cut = cut.with(cut.daily().with(Jails.endedOn(series, BEFORE.to().plusDays(1))));
        }
        assertEquals(pool, codes(cut, jail, own));
    }

    @Test
    void everyJailKeepsToTheRuleAndNoCloserOneIsLeftOut() {
        Facility jail = Jails.RECORD.facility("WAKECNC");
        DailySeries own = Jails.RECORD.daily().find("WAKECNC").orElseThrow();
        double level = own.mean(BEFORE);
        List<DailySeries> pool = ComparisonRule.choose(Jails.RECORD, jail, own, BEFORE);
        assertEquals(ComparisonRule.MOST, pool.size());
        double widest = 0;
        for (DailySeries series : pool) {
            Facility other = Jails.RECORD.facility(series.code());
            assertEquals(Facility.Kind.LOCAL_JAIL, other.kind());
            assertFalse(other.state().equals(jail.state()), series.code());
            double ratio = series.mean(BEFORE) / level;
            assertTrue(ratio <= 5 && ratio >= 0.2, series.code());
            widest = Math.max(widest, Math.abs(Math.log(ratio)));
        }
        for (Facility other : Jails.RECORD.facilities().values()) {
            Optional<DailySeries> series = Jails.RECORD.daily().find(other.code());
            if (series.isEmpty() || pool.contains(series.get()) || other.kind() != Facility.Kind.LOCAL_JAIL) {
                continue;
            }
            double distance = Math.abs(Math.log(series.get().mean(BEFORE) / level));
            boolean everyMonth = true;
            for (int i = 0; i < 12; i++) {
                YearMonth month = YearMonth.of(2017, 12).plusMonths(i);
                everyMonth &= series.get().personDays(new Period(month.atDay(1), month.atEndOfMonth())) > 0;
            }
            assertTrue(distance >= widest || !everyMonth || other.state().equals(jail.state()), other.code());
        }
    }

    @Test
    void windowsAreWholeMonthsOnBothSidesOfTheMonthOfChange() {
        Windows windows = new Windows(YearMonth.of(2020, 2), 12);
        assertEquals(new Period(LocalDate.of(2019, 2, 1), LocalDate.of(2020, 1, 31)), windows.before());
        assertEquals(new Period(LocalDate.of(2020, 3, 1), LocalDate.of(2021, 2, 28)), windows.after());
        assertEquals(new Period(LocalDate.of(2019, 2, 1), LocalDate.of(2019, 7, 31)), windows.earlier());
        assertEquals(new Period(LocalDate.of(2019, 8, 1), LocalDate.of(2020, 1, 31)), windows.later());
        Period data = new Period(LocalDate.of(2019, 2, 2), LocalDate.of(2022, 1, 1));
        assertEquals(11, Windows.room(LocalDate.of(2020, 2, 29), data));
        assertEquals(0, Windows.room(LocalDate.of(2021, 12, 15), data));
        Windows odd = new Windows(YearMonth.of(2020, 2), 7);
        assertEquals(odd.before(), new Period(odd.earlier().from(), odd.later().to()));
        assertEquals(odd.earlier().to().plusDays(1), odd.later().from());
    }

    private static List<String> codes(CustodyRecord record, Facility jail, DailySeries own) {
        return ComparisonRule.choose(record, jail, own, BEFORE).stream()
                .map(DailySeries::code)
                .toList();
    }
}

package org.writwatch.evidence.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.writwatch.facts.Period;
import org.writwatch.facts.check.Checked;

/** Counts the custody tables that come with the project anew and compares with what their coverage says. */
public final class CustodyCheck {
    private CustodyCheck() {}

    /** One for each release; what was expected and found are days, rows, facilities, person-days, person-days placed. */
    public static List<Checked> bundled() {
        CustodyRecord record = CustodyRecord.bundled();
        List<Checked> all = new ArrayList<>();
        all.add(Checked.compare(
                "evidence/" + BundledCustody.DAILY, words(record.dailyCoverage()), words(daily(record))));
        all.add(Checked.compare(
                "evidence/" + BundledCustody.MONTHLY, words(record.monthlyCoverage()), words(monthly(record))));
        return List.copyOf(all);
    }

    /** Reach of the daily release, counted from its series. */
    static Coverage daily(CustodyRecord record) {
        Period days = record.days();
        long rows = 0;
        long all = 0;
        long placed = 0;
        for (DailySeries series : record.daily().series().values()) {
            rows += series.daysWithRow(days);
            all += series.personDays();
            placed += record.facility(series.code()).county().isPresent() ? series.personDays() : 0;
        }
        return new Coverage(days, rows, record.daily().series().size(), Math.max(1, all), placed);
    }

    /** Reach of the monthly release, counted from its months. */
    static Coverage monthly(CustodyRecord record) {
        MonthlyCustody monthly = record.monthly();
        long rows = 0;
        long all = 0;
        long placed = 0;
        for (String code : monthly.months().keySet()) {
            Map<?, Integer> own = monthly.of(code);
            rows += own.size();
            all += monthly.personDays(code);
            placed += record.facility(code).county().isPresent() ? monthly.personDays(code) : 0;
        }
        Period period = new Period(monthly.first().atDay(1), record.lastDay());
        return new Coverage(period, rows, monthly.months().size(), Math.max(1, all), placed);
    }

    private static String words(Coverage c) {
        return c.period().from() + "/" + c.period().to() + " " + c.rows() + " " + c.facilities() + " " + c.personDays()
                + " " + c.placed();
    }
}

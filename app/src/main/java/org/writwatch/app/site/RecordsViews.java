package org.writwatch.app.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.agreements.memo.Requestable;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.calendar.CourtCalendar;
import org.writwatch.law.calendar.DayCounter;
import org.writwatch.law.calendar.Deadlines;
import org.writwatch.papers.site.RecordsView;

/** What a state's request for records is written from, and the day its answer is due for each day of two years. */
final class RecordsViews {
    private static final int BEFORE = 365;
    private static final int AFTER = 365;
    private static final int BASE = 36;
    private static final int[] SHOWN = {0, 1, 4, 7, 14, 30};

    private final Law law;
    private final LocalDate asOf;
    private final List<RecordsView.Ask> asks;

    RecordsViews(Law law, LocalDate asOf) {
        this.law = law;
        this.asOf = asOf;
        Map<String, RecordsView.Ask> once = new LinkedHashMap<>();
        for (Model model : List.of(Model.WSO, Model.JEM, Model.TFM)) {
            for (Requestable r : Memoranda.bundled().requestable(model)) {
                once.putIfAbsent(r.id(), new RecordsView.Ask(r.id(), r.what()));
            }
        }
        asks = List.copyOf(once.values());
    }

    RecordsView of(String code) {
        RecordsLaw records = law.records(code);
        boolean counted = records.responseDays().isPresent()
                && records.responseDeadline().confidence().verified();
        return new RecordsView(records, asks, counted ? Optional.of(due(records)) : Optional.empty());
    }

    private RecordsView.Due due(RecordsLaw records) {
        CourtCalendar calendar = CourtCalendar.of(law, records.jurisdiction());
        RecordsLaw.DayCount days = records.responseDays().orElseThrow();
        LocalDate first = asOf.minusDays(BEFORE);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i <= BEFORE + AFTER; i++) {
            LocalDate arrives = first.plusDays(i);
            DayCounter count = calendar.count(arrives, days);
            code.append(i == 0 ? "" : " ").append(span(arrives, count.date()));
            if (count.earliest().isBefore(count.date())) {
                code.append('/').append(span(arrives, count.earliest()));
            }
        }
        List<RecordsView.Example> shown = new ArrayList<>();
        for (int later : SHOWN) {
            LocalDate arrives = asOf.plusDays(later);
            DayCounter count = calendar.count(arrives, days);
            boolean doubt = count.earliest().isBefore(count.date());
            shown.add(new RecordsView.Example(
                    arrives, count.date(), doubt ? Optional.of(count.earliest()) : Optional.empty()));
        }
        return new RecordsView.Due(
                first,
                code.toString(),
                shown,
                Deadlines.recordsResponse(records, asOf).counted());
    }

    private static String span(LocalDate from, LocalDate to) {
        return Long.toString(ChronoUnit.DAYS.between(from, to), BASE);
    }
}

package org.writwatch.evidence.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.DesignResult;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.SeveralAnswers;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.DailySeries;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.held.HeldFile;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.evidence.table.Observation;
import org.writwatch.evidence.table.Panel;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reading;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/**
 * Counties whose agreement ended, as a page: custody in their jails by every design, the other places of the state, reported
 * crime beside homicide, and the stops of one sheriff. The last two need tables that a person brings in.
 */
final class EndsPage {
    private static final String CRIME = "reported-crime-monthly";
    private static final String STOPS = "sheriff-stops";

    private final JsonNode settings;
    private final HeldTables held;
    private final CustodyRecord record;
    private final Registry registry;
    private final LocalDate asOf;
    private final List<PageTable> tables = new ArrayList<>();
    private final List<Phrase> reading = new ArrayList<>();
    private final List<Phrase> leftOut = new ArrayList<>();
    private final List<String> releases = new ArrayList<>();

    EndsPage(JsonNode settings, HeldTables held, Registry registry, LocalDate asOf) {
        this.settings = settings;
        this.held = held;
        this.record = held.custody();
        this.registry = registry;
        this.asOf = asOf;
    }

    DemonstrationPage make() {
        releases.add(record.vintage());
        custody();
        others();
        use(CRIME, "crime").ifPresent(this::crime);
        use(STOPS, "stops").ifPresent(this::stops);
        return new DemonstrationPage(
                settings.path("id").asText(),
                say("demo.carolina.title"),
                List.of(say("demo.carolina.how")),
                tables,
                reading,
                leftOut,
                releases);
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        settings.path("places").forEach(p -> places.add(Gazetteer.bundled().get(p.asText())));
        return places;
    }

    /** Every design for each jail; the one the rule chose first. */
    private void custody() {
        List<List<Object>> rows = new ArrayList<>();
        Effect effect = new Effect(HeldTables.of(record), registry, s -> {});
        for (Place place : places()) {
            for (Finding finding : effect.forPlace(place, asOf)) {
                if (!finding.id().startsWith("custody") || finding.answer() instanceof Answer.NotIdentified) {
                    continue;
                }
                finding.designs().forEach(d -> rows.add(row(place, d)));
                reading.add(finding.reading());
                finding.diagnostics().stream()
                        .filter(d -> d.verdict() == Diagnostic.Verdict.AGAINST)
                        .forEach(d -> reading.add(d.sentence()));
                if (finding.answer() instanceof Answer.Estimated e) {
                    rows.add(List.of(
                            place.label(),
                            say("demo.day-of-change"),
                            e.changeOn().map(LocalDate::toString).orElse(""),
                            "",
                            "",
                            ""));
                }
            }
        }
        tables.add(new PageTable(
                "ends-custody",
                say("demo.table.ends-custody"),
                List.of("place", "design", "people", "low", "high", "p"),
                rows));
        reading.add(say("demo.carolina.says.cause"));
    }

    private static List<Object> row(Place place, DesignResult d) {
        return List.of(
                place.label(),
                d.chosen() ? say("demo.chosen", d.id()) : d.id(),
                d.difference().map(v -> LineTable.number(v, 2)).orElse(""),
                d.interval().map(i -> LineTable.number(i.low(), 2)).orElse(""),
                d.interval().map(i -> LineTable.number(i.high(), 2)).orElse(""),
                d.p().map(p -> LineTable.number(p, 3)).orElse(""));
    }

    /** Means of the jails asked about and of those that kept their agreement, the rest of the state, and ICE's rooms. */
    private void others() {
        Period before = Needed.period(settings.path("before"));
        Period after = Needed.period(settings.path("after"));
        TreeSet<Fips> named = new TreeSet<>();
        settings.path("places").forEach(p -> named.add(new Fips(p.asText())));
        settings.path("kept").forEach(p -> named.add(new Fips(p.asText())));
        List<List<Object>> rows = new ArrayList<>();
        double restBefore = 0;
        double restAfter = 0;
        UsState state = places().get(0).state();
        for (Facility jail : record.inState(state, Facility.Kind.LOCAL_JAIL)) {
            Optional<DailySeries> series = record.daily().find(jail.code());
            if (series.isPresent() && jail.county().filter(named::contains).isPresent()) {
                rows.add(means(jail.name(), series.get(), before, after));
            } else if (series.isPresent()) {
                restBefore += series.get().mean(before);
                restAfter += series.get().mean(after);
            }
        }
        rows.add(List.of(say("demo.rest-of", state), new Figure(restBefore, 2), new Figure(restAfter, 2)));
        for (Facility room : record.inState(state, Facility.Kind.HOLD_ROOM)) {
            record.daily().find(room.code()).ifPresent(s -> rows.add(means(room.name(), s, before, after)));
        }
        tables.add(new PageTable(
                "ends-others",
                say("demo.table.ends-others", before.from(), before.to(), after.from(), after.to()),
                List.of("place", "people_before", "people_after"),
                rows));
        reading.add(say("demo.carolina.says.zero"));
    }

    private static List<Object> means(String name, DailySeries series, Period before, Period after) {
        return List.of(name, new Figure(series.mean(before), 2), new Figure(series.mean(after), 2));
    }

    private Optional<HeldFile> use(String table, String key) {
        Optional<HeldFile> file = held.file(table);
        file.ifPresentOrElse(
                f -> releases.add(f.release()),
                () -> leftOut.add(Needed.absent(table, "demo.carolina.without." + key)));
        return file;
    }

    private void crime(HeldFile file) {
        Panel crime = file.panel();
        YearMonth change = YearMonth.parse(settings.path("change").asText());
        int before = settings.path("months_before").asInt();
        int after = settings.path("months_after").asInt();
        List<CrimeAfter> all = new ArrayList<>();
        for (JsonNode agency : settings.path("agencies")) {
            for (JsonNode measure : settings.path("crimes")) {
                CrimeAfter.of(crime, agency.asText(), measure.asText(), change, before, after)
                        .ifPresent(all::add);
            }
        }
        double[] holm =
                SeveralAnswers.holm(all.stream().mapToDouble(CrimeAfter::p).toArray());
        List<List<Object>> rows = new ArrayList<>();
        int clear = 0;
        double smallest = 1;
        for (int i = 0; i < all.size(); i++) {
            CrimeAfter c = all.get(i);
            boolean leavesOutZero = c.interval().map(s -> !s.contains(0)).orElse(false);
            clear += leavesOutZero ? 1 : 0;
            smallest = Math.min(smallest, holm[i]);
            rows.add(List.of(
                    c.agency(),
                    say("measure." + c.measure()),
                    new Figure(c.before(), 1),
                    new Figure(c.effect(), 2),
                    c.interval().map(s -> LineTable.number(s.lower(), 2)).orElse(""),
                    c.interval().map(s -> LineTable.number(s.upper(), 2)).orElse(""),
                    new Figure(c.p(), 3),
                    new Figure(holm[i], 3),
                    new Figure(c.comparisons(), 0)));
        }
        tables.add(new PageTable(
                "ends-crime",
                say("demo.table.ends-crime", change, before, after),
                List.of("agency", "crime", "month_before", "change", "low", "high", "p", "p_holm", "comparison"),
                rows));
        reading.add(say(
                smallest > 0.05 ? "demo.carolina.says.crime-none" : "demo.carolina.says.crime",
                all.size(),
                clear,
                new Figure(smallest, 3),
                say("measure." + settings.path("control").asText())));
    }

    /** Stops by year; of a table about one agency the only place there is. */
    private void stops(HeldFile file) {
        Panel stops = file.panel();
        SortedMap<Integer, double[]> years = new TreeMap<>();
        for (Observation cell : stops.of(stops.places().get(0))) {
            double n = cell.reading() instanceof Reading.Counted c
                    ? c.value()
                    : cell.reading() instanceof Reading.Partial p ? p.value() : 0;
            double[] sum = years.computeIfAbsent(cell.period().from().getYear(), y -> new double[2]);
            sum[0] += n;
            sum[1] += cell.group().contains("Hispanic") ? n : 0;
        }
        List<List<Object>> rows = new ArrayList<>();
        years.forEach((year, sum) -> rows.add(
                List.of(String.valueOf(year), new Figure(sum[0], 0), LineTable.number(100 * sum[1] / sum[0], 0))));
        tables.add(new PageTable(
                "ends-stops",
                say("demo.table.ends-stops", stops.places().get(0)),
                List.of("year", "stops", "hispanic"),
                rows));
        reading.add(say("demo.carolina.says.stops"));
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}

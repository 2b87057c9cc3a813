package org.writwatch.evidence.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.held.HeldFile;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.Fips;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/**
 * {@link CityWave} as a page: by the register's dates, and by a newspaper's years when that list was brought in. What the page
 * says of the naive number is worked out from its negative control, not written down beforehand.
 */
final class CityWavePage {
    private static final String CRIME = "city-crime";
    private static final String COUNTIES = "demonstrations/city_counties.csv";
    private static final String NEWSPAPER = "participation-list";
    private static final String LIVE = "secure-communities";

    private final JsonNode settings;
    private final HeldTables held;
    private final Registry registry;
    private final LocalDate asOf;
    private final List<Phrase> leftOut = new ArrayList<>();
    private final List<String> releases = new ArrayList<>();

    CityWavePage(JsonNode settings, HeldTables held, Registry registry, LocalDate asOf) {
        this.settings = settings;
        this.held = held;
        this.registry = registry;
        this.asOf = asOf;
    }

    DemonstrationPage make() {
        HeldFile crime = Needed.file(held, CRIME);
        releases.add(crime.release());
        CityWave wave = new CityWave(crime.panel(), counties());
        Map<Fips, Integer> live =
                use(LIVE, "secure-communities").map(CityWavePage::live).orElse(Map.of());
        LineTable table = new LineTable();
        List<Phrase> reading = new ArrayList<>();
        Optional<CityWave.Years> newspaper = use(NEWSPAPER, "newspaper").map(this::newspaper);
        CityWave.Years register = CityWave.Years.of(
                "register", Adoptions.of(registry, asOf).during(Needed.period(settings.path("wave"))));
        newspaper.ifPresent(years -> both(wave, "newspaper", years, live, table, reading));
        both(wave, "register", register, live, table, reading);
        newspaper.ifPresent(years -> reading.add(say("demo.cities.says.two-lists")));
        reading.add(say("demo.cities.says.why"));
        return new DemonstrationPage(
                settings.path("id").asText(),
                say("demo.cities.title"),
                List.of(say("demo.cities.how"), say("demo.cities.naive")),
                List.of(table.table("wave-cities")),
                reading,
                leftOut,
                releases);
    }

    /** The main county of each agency. */
    private static Map<String, Fips> counties() {
        Map<String, Fips> at = new HashMap<>();
        try (Stream<Row> rows = Bundle.of("evidence").rows(COUNTIES)) {
            rows.forEach(r -> at.put(r.text("ori"), new Fips(r.text("county_fips"))));
        }
        return at;
    }

    /** The numbers by one list of dates, and what the control says of the naive one. */
    private static void both(
            CityWave wave,
            String dates,
            CityWave.Years years,
            Map<Fips, Integer> live,
            LineTable table,
            List<Phrase> reading) {
        List<Line> naive = wave.naive(years);
        List<Line> staggered = wave.staggered(years, Map.of());
        table.add(dates, naive).add(dates, staggered);
        if (!live.isEmpty()) {
            table.add(dates, wave.staggered(years, live));
        }
        reading.add(verdict("naive", dates, naive));
        reading.add(verdict("imputation", dates, staggered));
        staggered
                .get(0)
                .pretest()
                .filter(p -> p <= 0.10)
                .ifPresent(p -> reading.add(say(
                        "demo.cities.says.before",
                        say("demo.design.imputation"),
                        say("demo.among." + dates),
                        new Figure(p, 3))));
    }

    /** What the negative control says of the numbers beside it. */
    private static Phrase verdict(String design, String dates, List<Line> lines) {
        Line control = lines.stream().filter(Line::control).findFirst().orElseThrow();
        String key = CityWave.controlFails(lines) ? "demo.cities.says.fails" : "demo.cities.says.holds";
        return say(
                key,
                say("demo.design." + design),
                say("demo.among." + dates),
                new Figure(control.estimate(), 3),
                new Figure(control.p(), 3),
                new Figure(lines.get(0).estimate(), 3),
                new Figure(lines.get(0).p(), 3));
    }

    private Optional<HeldFile> use(String table, String key) {
        Optional<HeldFile> file = held.file(table);
        file.ifPresentOrElse(
                f -> releases.add(f.release()), () -> leftOut.add(Needed.absent(table, "demo.cities.without." + key)));
        return file;
    }

    /** The newspaper's years as they are usually quoted. */
    private CityWave.Years newspaper(HeldFile file) {
        CityWave.Years years = ParticipationList.read(file, Gazetteer.bundled());
        for (JsonNode aside : settings.path("aside")) {
            years = years.without(new Fips(aside.asText()));
        }
        return years;
    }

    private static Map<Fips, Integer> live(HeldFile file) {
        Map<Fips, Integer> live = new HashMap<>();
        file.rows(List.of("county_fips", "activation_year"), row -> {
            String year = row.text("activation_year");
            Fips.find(row.text("county_fips"))
                    .filter(f -> year.matches("[0-9]{4}(\\.0)?"))
                    .ifPresent(f -> live.put(f, Integer.parseInt(year.substring(0, 4))));
        });
        return live;
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}

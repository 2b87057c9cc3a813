package org.writwatch.evidence.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.Period;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.TooLittle;

/** {@link JailWave} as a page: every state, one state beside those without a local agreement, and levels by state. */
final class JailWavePage {
    private final JsonNode settings;
    private final CustodyRecord record;
    private final Registry registry;
    private final LocalDate asOf;

    JailWavePage(JsonNode settings, HeldTables held, Registry registry, LocalDate asOf) {
        this.settings = settings;
        this.record = held.custody();
        this.registry = registry;
        this.asOf = asOf;
    }

    DemonstrationPage make() {
        YearMonth from = YearMonth.parse(settings.path("from").asText());
        YearMonth to = YearMonth.parse(settings.path("to").asText());
        Period after = Needed.period(settings.path("after"));
        LocalDate enough = after.to().isAfter(to.atEndOfMonth()) ? after.to() : to.atEndOfMonth();
        if (record.lastDay().isBefore(enough) || asOf.isBefore(enough)) {
            throw new TooLittle(
                    say("demo.florida.short", record.lastDay(), asOf), say("demo.florida.short-enough", enough));
        }
        Adoptions adoptions = Adoptions.of(registry, asOf);
        JailWave wave = new JailWave(record, adoptions, Gazetteer.bundled().listPlaces(), from, to);
        UsState state = UsState.valueOf(settings.path("state").asText());
        Set<UsState> without = new TreeSet<>(List.of(UsState.values()));
        adoptions.first().keySet().forEach(f -> f.state().ifPresent(without::remove));
        without.remove(state);
        List<Line> every = wave.lines(s -> true);
        List<Line> beside = wave.lines(s -> s == state || without.contains(s));
        PageTable effects = new LineTable()
                .add("every-state", every)
                .add("one-state", beside)
                .table("wave-jails");
        List<Phrase> reading = new ArrayList<>();
        reading.add(verdict("every-state", every));
        reading.add(verdict("one-state", beside));
        reading.add(say("demo.florida.says.few", beside.get(0).treated()));
        reading.add(say(
                "demo.florida.says.placed",
                new Figure(100 * (1 - record.monthlyCoverage().sharePlaced()), 1)));
        reading.add(say("demo.florida.says.levels"));
        return new DemonstrationPage(
                settings.path("id").asText(),
                say("demo.florida.title"),
                List.of(
                        say("demo.florida.how", from, to),
                        say("demo.florida.beside", without.stream().toList())),
                List.of(effects, levels(wave, Needed.period(settings.path("before")), after)),
                reading,
                List.of(),
                List.of(record.vintage()));
    }

    private static Phrase verdict(String among, List<Line> lines) {
        Line jails = lines.get(0);
        Line control = lines.get(1);
        boolean moved = control.p() <= 0.10;
        boolean apart = jails.pretest().isPresent() && jails.pretest().get() <= 0.10;
        String key = jails.p() > 0.05 ? "none" : moved || apart ? "doubtful" : "clear";
        return say(
                "demo.florida.says." + key,
                say("demo.among." + among),
                new Figure(100 * jails.estimate(), 1),
                new Figure(100 * jails.end(false), 1),
                new Figure(100 * jails.end(true), 1),
                jails.pretest().map(p -> say("demo.before", new Figure(p, 3))).orElseGet(() -> say("demo.before-none")),
                say(moved ? "demo.control-moved" : "demo.control-still", new Figure(control.p(), 3)));
    }

    private PageTable levels(JailWave wave, Period before, Period after) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode at : settings.path("levels")) {
            UsState state = UsState.valueOf(at.asText());
            JailWave.StateLevel was = level(wave, state, before);
            JailWave.StateLevel is = level(wave, state, after);
            rows.add(List.of(
                    say("demo.state", state),
                    new Figure(was.facilities(), 0),
                    new Figure(is.facilities(), 0),
                    new Figure(was.detaineeDaysAMonth(), 0),
                    new Figure(is.detaineeDaysAMonth(), 0)));
        }
        return new PageTable(
                "wave-jails-states",
                say(
                        "demo.table.wave-jails-states",
                        YearMonth.from(before.from()),
                        YearMonth.from(before.to()),
                        YearMonth.from(after.from()),
                        YearMonth.from(after.to())),
                List.of("state", "jails_before", "jails_after", "days_before", "days_after"),
                rows);
    }

    private static JailWave.StateLevel level(JailWave wave, UsState state, Period period) {
        return wave.level(state, YearMonth.from(period.from()), YearMonth.from(period.to()));
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}

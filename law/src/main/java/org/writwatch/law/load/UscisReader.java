package org.writwatch.law.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Authority;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.law.UscisLaw;
import org.writwatch.law.UscisLaw.Circuit;
import org.writwatch.law.UscisLaw.Clock;
import org.writwatch.law.UscisLaw.Form;
import org.writwatch.law.UscisLaw.Owed;

/** Reads the federal law on delay. */
public final class UscisReader {
    private static final Map<String, Owed> OWED = words(Owed.values());
    private static final Map<String, Clock.Start> START = words(Clock.Start.values());
    private static final Map<String, Clock.Force> FORCE = words(Clock.Force.values());
    private static final Map<String, Boolean> TRUE = Map.of("true", true, "false", false);

    private UscisReader() {}

    /** The file; {@code authority} finds an authority by its id. */
    public static UscisLaw read(LawFiles files, Function<String, Authority> authority) {
        YamlMap file = files.read("uscis.yaml");
        List<Form> forms = file.maps("forms").stream().map(UscisReader::form).toList();
        List<Circuit> circuits = new ArrayList<>();
        for (YamlMap map : file.maps("circuits")) {
            circuits.add(new Circuit(
                    map.text("id"),
                    map.text("name"),
                    map.texts("adverse").stream().map(authority).toList(),
                    map.texts("favorable").stream().map(authority).toList()));
            map.done();
        }
        List<Datum> outcomes =
                file.maps("outcomes").stream().map(DataReader::datum).toList();
        UscisLaw law = new UscisLaw(
                file.text("as_of"),
                forms,
                circuits,
                DataReader.datum(file.map("venue")),
                DataReader.datum(file.map("defendants")),
                DataReader.datum(file.map("service")),
                DataReader.datum(file.map("filing_fee")),
                file.texts("documents"),
                file.texts("gather"),
                outcomes,
                file.texts("never"));
        file.done();
        return law;
    }

    private static Form form(YamlMap map) {
        YamlMap reading = map.map("reading");
        Datum duty = new Datum(
                List.of(map.text("duty")),
                Optional.of(map.text("duty")),
                map.text("source"),
                map.word("confidence", Confidence.words()),
                Optional.empty(),
                Optional.empty(),
                map.findText("clock_starts"));
        Form form = new Form(
                map.text("id"),
                map.text("form"),
                duty,
                map.text("clock"),
                reading.findMap("clock").map(UscisReader::clock),
                map.findText("forum"),
                map.findText("effect"),
                map.texts("bars"),
                reading.word("duty", OWED),
                reading.texts("visa_bar"),
                reading.findWord("removal_bar", TRUE).orElse(false));
        reading.done();
        map.done();
        return form;
    }

    private static Clock clock(YamlMap map) {
        Clock clock = new Clock(map.integer("days"), map.word("start", START), map.word("force", FORCE));
        map.done();
        return clock;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return words;
    }
}

package org.writwatch.law.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Authority;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.StateMandate;
import org.writwatch.law.StateMandate.Enforcer;
import org.writwatch.law.StateMandate.Position;
import org.writwatch.law.StateMandate.Reading;
import org.writwatch.law.StateMandate.Stance;

/** Reads authorities, jurisdictions and state positions. */
public final class DataReader {
    private static final Map<String, Confidence> CONFIDENCE = Confidence.words();
    private static final Map<String, Position> POSITION =
            Map.of("requires", Position.REQUIRES, "forbids", Position.FORBIDS, "partial", Position.PARTIAL);
    private static final Map<String, Authority.Outcome> OUTCOME =
            Arrays.stream(Authority.Outcome.values()).collect(Collectors.toMap(Authority.Outcome::key, o -> o));
    private static final Map<String, Stance> STANCE = stances();
    private static final Map<String, Enforcer> ENFORCER =
            Map.of("officials", Enforcer.OFFICIALS, "private", Enforcer.PRIVATE, "not_said", Enforcer.NOT_SAID);

    private DataReader() {}

    /** One statement of law, wrapped with its flag. */
    public static Datum datum(YamlMap map) {
        List<String> values = map.texts("value");
        if (values.isEmpty()) {
            throw map.problem(
                    "value", Phrase.of("facts", "yaml.missing", "value"), Phrase.of("facts", "yaml.needed", "value"));
        }
        Datum datum = new Datum(
                values,
                map.findText("authority"),
                map.text("source"),
                map.word("confidence", CONFIDENCE),
                map.findText("source_kind"),
                map.findText("as_of"),
                map.findText("note"),
                map.findDate("in_force_from"),
                map.findDate("in_force_until"));
        map.done();
        return datum;
    }

    /** All authorities, by id, in the order of the file. */
    public static Map<String, Authority> authorities(LawFiles files) {
        YamlMap file = files.read("authorities.yaml");
        file.text("as_of");
        Map<String, Authority> all = new LinkedHashMap<>();
        for (YamlMap map : file.maps("authorities")) {
            Authority authority = authority(map);
            if (all.put(authority.id(), authority) != null) {
                throw twice(map, authority.id());
            }
        }
        file.done();
        return all;
    }

    private static Authority authority(YamlMap map) {
        Authority authority = new Authority(
                map.text("id"),
                map.text("citation"),
                map.text("type"),
                map.text("court"),
                map.findInteger("year"),
                map.texts("where"),
                map.text("holding"),
                map.texts("supports"),
                map.texts("cuts_against"),
                map.texts("claim_types"),
                map.findText("vehicle").orElse(""),
                map.findText("pinpoint"),
                map.text("source"),
                map.word("confidence", CONFIDENCE),
                map.findText("note"),
                map.findWord("outcome", OUTCOME),
                map.findText("reporter_cite_status"),
                map.findDate("checked"));
        map.done();
        return authority;
    }

    /** One jurisdiction's practice. */
    public static Jurisdiction jurisdiction(LawFiles files, String code) {
        YamlMap file = files.read("jurisdictions/" + code + ".yaml");
        requireCode(file, code);
        String name = file.text("name");
        String asOf = file.text("as_of");
        Map<String, Datum> data = new LinkedHashMap<>();
        for (String key : Jurisdiction.KEYS) {
            boolean always = data.size() < Jurisdiction.ALWAYS;
            Optional<YamlMap> found = always ? Optional.of(file.map(key)) : file.findMap(key);
            found.ifPresent(m -> data.put(key, datum(m)));
        }
        List<String> notes = file.texts("notes");
        file.done();
        return new Jurisdiction(code, name, asOf, data, notes);
    }

    /** What every state's own law says, in the order of the file. */
    public static List<StateMandate> positions(LawFiles files) {
        YamlMap file = files.read("positions.yaml");
        file.text("as_of");
        datum(file.map("count_reported"));
        List<StateMandate> all = new ArrayList<>();
        file.maps("positions").forEach(m -> all.add(position(m)));
        file.done();
        return all;
    }

    private static StateMandate position(YamlMap map) {
        String id = map.text("id");
        StateMandate position = new StateMandate(
                id,
                map.text("state"),
                map.word("position", POSITION),
                map.text("cite"),
                map.text("text"),
                Phrase.of("law", "position." + id + ".duty"),
                Phrase.of("law", "position." + id + ".since"),
                map.findMap("reading").map(DataReader::reading).orElse(SILENT),
                map.findDate("in_force_from"),
                map.findDate("in_force_until"),
                map.findDate("transition_until"),
                map.texts("authorities"),
                map.word("confidence", CONFIDENCE),
                map.texts("sources"),
                map.findText("note"),
                map.findDate("checked"));
        map.done();
        return position;
    }

    private static final Reading SILENT =
            new Reading(Stance.NOT_SAID, Stance.NOT_SAID, Stance.NOT_SAID, Enforcer.NOT_SAID);

    private static Reading reading(YamlMap map) {
        Reading reading = new Reading(
                map.findWord("joining", STANCE).orElse(Stance.NOT_SAID),
                map.findWord("holding", STANCE).orElse(Stance.NOT_SAID),
                map.findWord("reporting", STANCE).orElse(Stance.NOT_SAID),
                map.findWord("enforcer", ENFORCER).orElse(Enforcer.NOT_SAID));
        map.done();
        return reading;
    }

    private static Map<String, Stance> stances() {
        Map<String, Stance> words = new LinkedHashMap<>();
        words.put("required", Stance.REQUIRED);
        words.put("forbidden", Stance.FORBIDDEN);
        words.put("apply", Stance.APPLY);
        words.put("unclear", Stance.UNCLEAR);
        words.put("not_said", Stance.NOT_SAID);
        return words;
    }

    static void requireCode(YamlMap file, String code) {
        String found = file.text("code");
        if (!found.equals(code)) {
            throw file.problem(
                    "code", Phrase.of("facts", "yaml.value", found, "code"), Phrase.of("facts", "yaml.exactly", code));
        }
    }

    static BadInput twice(YamlMap map, String id) {
        return map.problem("id", Phrase.of("facts", "yaml.twice", id), Phrase.of("facts", "yaml.each-key-once"));
    }
}

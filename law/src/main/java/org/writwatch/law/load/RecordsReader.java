package org.writwatch.law.load;

import static org.writwatch.law.load.DataReader.datum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Datum;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.Appeal;
import org.writwatch.law.RecordsLaw.DayCount;
import org.writwatch.law.RecordsLaw.Requester;
import org.writwatch.law.RecordsLaw.Step;
import org.writwatch.law.RecordsLaw.SuitTime;

/** Reads one jurisdiction's public-records law. */
public final class RecordsReader {
    private static final Map<String, Requester> REQUESTER = words(Requester.values());
    private static final Map<String, Appeal.Kind> APPEAL = words(Appeal.Kind.values());
    private static final Map<String, DayCount.Kind> COUNT = words(DayCount.Kind.values());
    private static final Map<String, SuitTime.Start> START = words(SuitTime.Start.values());
    private static final Map<String, SuitTime> STATED =
            Map.of("none", new SuitTime.NoneStated(), "unclear", new SuitTime.Unclear());

    private RecordsReader() {}

    /** The records law of a jurisdiction. */
    public static RecordsLaw read(LawFiles files, String code) {
        YamlMap file = files.read("records/" + code + ".yaml");
        DataReader.requireCode(file, code);
        Map<String, Datum> data = new LinkedHashMap<>();
        for (String key : RecordsLaw.KEYS) {
            data.put(key, datum(file.map(key)));
        }
        YamlMap reading = file.map("reading");
        Optional<DayCount> response = reading.findMap("response").map(RecordsReader::dayCount);
        if (response.isPresent() && !get(data, "response_deadline").confidence().verified()) {
            throw reading.problem(
                    "response",
                    Phrase.of("law", "records.number-unverified"),
                    Phrase.of("law", "records.number-verified-only"));
        }
        RecordsLaw law = new RecordsLaw(
                code,
                file.text("name"),
                file.text("as_of"),
                file.text("statute"),
                get(data, "who_may_request"),
                get(data, "response_deadline"),
                response,
                get(data, "administrative_appeal"),
                get(data, "enforcement_action"),
                get(data, "deadline_for_suit"),
                get(data, "fees"),
                get(data, "fee_shifting"),
                reading.word("requester", REQUESTER),
                appeal(reading.map("appeal")),
                suit(reading.map("suit")),
                steps(reading, "before", data),
                steps(reading, "fees_only", data),
                steps(reading, "after", data),
                file.findMap("crosscheck_response_days").map(RecordsReader::crossCheck),
                file.texts("notes"));
        reading.done();
        file.done();
        return law;
    }

    private static Datum get(Map<String, Datum> data, String key) {
        Datum datum = data.get(key);
        if (datum == null) {
            throw new IllegalArgumentException(key);
        }
        return datum;
    }

    private static int crossCheck(YamlMap map) {
        int days = map.integer("value");
        map.text("source");
        map.done();
        return days;
    }

    private static DayCount dayCount(YamlMap map) {
        int days = map.integer("days");
        if (days < 1 || days > 3660) {
            throw map.problem(
                    "days",
                    Phrase.of("facts", "yaml.value", String.valueOf(days), "days"),
                    Phrase.of("facts", "yaml.between", 1, 3660));
        }
        DayCount count = new DayCount(days, map.word("kind", COUNT));
        map.done();
        return count;
    }

    private static Appeal appeal(YamlMap map) {
        Appeal appeal = new Appeal(
                map.word("kind", APPEAL),
                map.findMap("within").map(RecordsReader::dayCount),
                map.findMap("decided").map(RecordsReader::dayCount),
                map.findText("excused_by_lapse").filter("true"::equals).isPresent());
        map.done();
        return appeal;
    }

    private static SuitTime suit(YamlMap map) {
        Optional<SuitTime> stated = map.findWord("stated", STATED);
        SuitTime suit = stated.orElseGet(() -> within(map));
        map.done();
        return suit;
    }

    private static SuitTime within(YamlMap map) {
        SuitTime.Start start = map.word("start", START);
        for (SuitTime.Unit unit : SuitTime.Unit.values()) {
            Optional<Integer> amount = map.findInteger(unit.name().toLowerCase(Locale.ROOT));
            if (amount.isPresent()) {
                return new SuitTime.Within(amount.get(), unit, start);
            }
        }
        throw map.problem(
                "start",
                Phrase.of("facts", "yaml.missing", "days, months, years"),
                Phrase.of("facts", "yaml.needed", "days, months, years"));
    }

    private static List<Step> steps(YamlMap reading, String key, Map<String, Datum> data) {
        return reading.maps(key).stream()
                .map(map -> {
                    String id = map.text("id");
                    Step step = new Step(
                            id,
                            Phrase.of("law", "step." + id),
                            map.word("basis", data),
                            map.findMap("wait").map(RecordsReader::dayCount));
                    map.done();
                    return step;
                })
                .toList();
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return words;
    }
}

package org.writwatch.law.load;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.CertificationStatute;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.law.ReportingStatute;
import org.writwatch.law.ReportingStatute.Enforcer;

/** Reads the state laws on reporting stops and on certifying helpfulness. */
public final class StatutesReader {
    private static final Map<String, Boolean> YES_NO = Map.of("yes", true, "no", false);
    private static final Map<String, Boolean> BINDS = Map.of("agencies", true, "another_body", false);
    private static final Map<String, Enforcer> ENFORCER =
            Map.of("officials", Enforcer.OFFICIALS, "officials_penalty", Enforcer.OFFICIALS_PENALTY);
    private static final Map<String, CertificationStatute.Duty> DUTY = Map.of(
            "decide", CertificationStatute.Duty.DECIDE,
            "sign", CertificationStatute.Duty.SIGN,
            "none", CertificationStatute.Duty.NONE);

    private StatutesReader() {}

    /** Laws on reporting, in the order of the file. */
    public static List<ReportingStatute> reporting(LawFiles files) {
        YamlMap file = files.read("reporting.yaml");
        file.text("as_of");
        List<ReportingStatute> all = new ArrayList<>();
        for (YamlMap map : file.maps("statutes")) {
            YamlMap reading = map.map("reading");
            String duty = map.text("duty");
            String cite = map.text("cite");
            all.add(new ReportingStatute(
                    map.text("id"),
                    map.text("state"),
                    cite,
                    duty,
                    reading.word("binds", BINDS),
                    reading.word("current", YES_NO),
                    reading.findText("due").map(d -> MonthDay.parse("--" + d)),
                    reading.findWord("enforcer", ENFORCER).orElse(Enforcer.NOT_SAID),
                    datum(map, duty, cite)));
            reading.done();
            map.done();
        }
        file.done();
        return List.copyOf(all);
    }

    /** Laws on certifying helpfulness, in the order of the file. */
    public static List<CertificationStatute> certification(LawFiles files) {
        YamlMap file = files.read("certification.yaml");
        file.text("as_of");
        DataReader.datum(file.map("federal_rule"));
        List<CertificationStatute> all = new ArrayList<>();
        for (YamlMap map : file.maps("statutes")) {
            Optional<YamlMap> reading = map.findMap("reading");
            String text = map.text("text");
            all.add(new CertificationStatute(
                    map.text("id"),
                    map.text("state"),
                    text,
                    reading.flatMap(r -> r.findWord("duty", DUTY)),
                    reading.flatMap(r -> r.findInteger("days")),
                    reading.flatMap(r -> r.findInteger("in_removal")),
                    datum(map, text, text)));
            reading.ifPresent(YamlMap::done);
            map.done();
        }
        file.done();
        return List.copyOf(all);
    }

    /** What the federal rule says of the duty to sign: there is none. */
    public static Datum federalCertification(LawFiles files) {
        return DataReader.datum(files.read("certification.yaml").map("federal_rule"));
    }

    private static Datum datum(YamlMap map, String text, String authority) {
        return new Datum(
                List.of(text),
                Optional.of(authority),
                map.text("source"),
                map.word("confidence", Confidence.words()),
                map.findText("source_kind").map(k -> k.toLowerCase(Locale.ROOT)),
                map.findText("as_of"),
                map.findText("note"),
                map.findDate("in_force_from"),
                map.findDate("in_force_until"));
    }
}

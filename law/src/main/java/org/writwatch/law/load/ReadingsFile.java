package org.writwatch.law.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.law.yaml.YamlMap;

/**
 * Readings of the law that a rule needs and no single datum carries; each names the authority or datum it rests on.
 *
 * @param holding what courts have said about holding people on a detainer
 * @param habeasClosed states whose courts are closed to habeas under ICE process
 * @param suitLimits time to sue by the writ's own datum
 * @param standing who may sue over a public duty
 */
public record ReadingsFile(
        List<Holding> holding, List<Closed> habeasClosed, List<SuitLimit> suitLimits, List<Standing> standing) {
    /** A stance on holding. */
    public record Holding(String state, Stance stance, String authority, Optional<String> against) {}

    /** What a court made of a hold. */
    public enum Stance {
        DENIED_WITHOUT_287G,
        DENIED_EVEN_UNDER_287G,
        SPLIT
    }

    /** Closed to habeas. */
    public record Closed(String state, String authority) {}

    /** Time to sue: so many years, or laches only. */
    public record SuitLimit(String state, Optional<Integer> years, String datum) {}

    /** Who may sue: "taxpayer", "public_right" or "special_interest"; rests on an authority or on a datum of the writ. */
    public record Standing(String state, String kind, Optional<String> authority, Optional<String> datum) {}

    /** Reads the file. */
    public static ReadingsFile read(LawFiles files) {
        YamlMap file = files.read("readings.yaml");
        Map<String, Stance> stances = new LinkedHashMap<>();
        stances.put("denied_without_287g", Stance.DENIED_WITHOUT_287G);
        stances.put("denied_even_under_287g", Stance.DENIED_EVEN_UNDER_287G);
        stances.put("split", Stance.SPLIT);
        Map<String, String> kinds =
                Map.of("taxpayer", "taxpayer", "public_right", "public_right", "special_interest", "special_interest");
        List<Holding> holding = new ArrayList<>();
        for (YamlMap m : file.maps("holding")) {
            holding.add(new Holding(
                    m.text("state"), m.word("stance", stances), m.text("authority"), m.findText("against")));
            m.done();
        }
        List<Closed> closed = new ArrayList<>();
        for (YamlMap m : file.maps("habeas_closed")) {
            closed.add(new Closed(m.text("state"), m.text("authority")));
            m.done();
        }
        List<SuitLimit> limits = new ArrayList<>();
        for (YamlMap m : file.maps("suit_limits")) {
            m.findText("laches");
            limits.add(new SuitLimit(m.text("state"), m.findInteger("years"), m.text("datum")));
            m.done();
        }
        List<Standing> standing = new ArrayList<>();
        for (YamlMap m : file.maps("standing")) {
            standing.add(
                    new Standing(m.text("state"), m.word("kind", kinds), m.findText("authority"), m.findText("datum")));
            m.done();
        }
        file.done();
        return new ReadingsFile(List.copyOf(holding), List.copyOf(closed), List.copyOf(limits), List.copyOf(standing));
    }
}

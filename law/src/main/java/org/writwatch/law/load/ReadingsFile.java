package org.writwatch.law.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.RecordsLaw.SuitTime;

/**
 * Readings of the law that a rule needs and no single datum carries; each names the authority or datum it rests on.
 *
 * @param holding what courts have said about holding people on a detainer
 * @param habeasClosed states whose courts are closed to habeas under ICE process
 * @param suitLimits time to sue by the writ's own datum
 * @param standing who may sue over a public duty
 * @param writLimits time to ask for the writ itself
 * @param approval whether the governing body must approve an agreement
 */
public record ReadingsFile(
        List<Holding> holding,
        List<Closed> habeasClosed,
        List<SuitLimit> suitLimits,
        List<Standing> standing,
        List<WritLimit> writLimits,
        List<Approval> approval) {
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

    /** Time to ask for the writ; {@code soft} where a court may let it run on. */
    public record WritLimit(String state, SuitTime.Within within, String datum, boolean soft) {}

    /** Whether the governing body must approve. */
    public record Approval(String state, Need need, String authority, Optional<String> against) {}

    /** What a court or an opinion made of it. */
    public enum Need {
        REQUIRED,
        NOT_REQUIRED,
        /** An opinion that binds no court says so, and no court has held against it. */
        OPINION_REQUIRED,
        /** Authorities disagree, or a court that binds no other held that none is required. */
        SPLIT
    }

    /** The time to ask for the writ in a state. */
    public Optional<WritLimit> writLimit(String state) {
        return writLimits.stream().filter(l -> l.state().equals(state)).findFirst();
    }

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
        List<WritLimit> writLimits =
                file.maps("writ_limits").stream().map(ReadingsFile::writLimit).toList();
        List<Approval> approval =
                file.maps("approval").stream().map(ReadingsFile::approval).toList();
        file.done();
        return new ReadingsFile(
                List.copyOf(holding),
                List.copyOf(closed),
                List.copyOf(limits),
                List.copyOf(standing),
                writLimits,
                approval);
    }

    private static WritLimit writLimit(YamlMap map) {
        Optional<Integer> days = map.findInteger("days");
        SuitTime.Within within = days.isPresent()
                ? new SuitTime.Within(days.get(), SuitTime.Unit.DAYS, SuitTime.Start.DENIAL)
                : new SuitTime.Within(map.integer("months"), SuitTime.Unit.MONTHS, SuitTime.Start.DENIAL);
        WritLimit limit = new WritLimit(
                map.text("state"),
                within,
                map.text("datum"),
                map.findWord("soft", Map.of("true", true, "false", false)).orElse(false));
        map.done();
        return limit;
    }

    private static Approval approval(YamlMap map) {
        Map<String, Need> needs = new LinkedHashMap<>();
        for (Need need : Need.values()) {
            needs.put(need.name().toLowerCase(Locale.ROOT), need);
        }
        Approval approval = new Approval(
                map.text("state"), map.word("stance", needs), map.text("authority"), map.findText("against"));
        map.done();
        return approval;
    }
}

package org.writwatch.law.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Datum;
import org.writwatch.law.RecordsLaw.SuitTime;
import org.writwatch.law.load.DataReader;
import org.writwatch.law.load.LawFiles;

/**
 * A clock of some claims that no other file carries: a rule of court, a notice of claim.
 *
 * @param id stable id
 * @param kind what it limits (phrase deadline.KIND)
 * @param claims letters of the claims it belongs to
 * @param states where it runs; "all" for everywhere
 * @param start the fact whose day it is counted from
 * @param period how long; empty where the law has no fixed period
 * @param datum the words and where they were read
 */
public record Clock(
        String id,
        String kind,
        List<String> claims,
        List<String> states,
        String start,
        Optional<SuitTime.Within> period,
        Datum datum) {
    public Clock {
        claims = List.copyOf(claims);
        states = List.copyOf(states);
    }

    /** Whether it runs for a claim in a jurisdiction. */
    public boolean runs(String claim, String code) {
        return claims.contains(claim) && (states.contains("all") || states.contains(code));
    }

    /**
     * Reads the file.
     *
     * @param isFact whether there is a fact of this id
     */
    public static List<Clock> read(LawFiles files, Predicate<String> isFact) {
        YamlMap file = files.read("clocks.yaml");
        Map<String, SuitTime.Unit> units = new LinkedHashMap<>();
        for (SuitTime.Unit unit : SuitTime.Unit.values()) {
            units.put(unit.name().toLowerCase(Locale.ROOT), unit);
        }
        List<Clock> clocks =
                file.maps("clocks").stream().map(m -> clock(m, units, isFact)).toList();
        file.done();
        return clocks;
    }

    private static Clock clock(YamlMap map, Map<String, SuitTime.Unit> units, Predicate<String> isFact) {
        String start = map.text("start");
        if (!isFact.test(start)) {
            throw map.problem(
                    "start",
                    Phrase.of("law", "matter.unknown-fact", start),
                    Phrase.of("facts", "yaml.needed", "start"));
        }
        Optional<Integer> amount = map.findInteger("amount");
        Clock clock = new Clock(
                map.text("id"),
                map.text("kind"),
                map.texts("claims"),
                map.texts("states"),
                start,
                amount.map(a -> new SuitTime.Within(a, map.word("unit", units), SuitTime.Start.ACCRUAL)),
                DataReader.datum(map.map("rule")));
        map.done();
        return clock;
    }
}

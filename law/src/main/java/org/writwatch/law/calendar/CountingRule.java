package org.writwatch.law.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Datum;
import org.writwatch.law.load.DataReader;
import org.writwatch.law.load.LawFiles;

/**
 * How the courts of a jurisdiction count a period of days, as read in a source.
 *
 * @param code the jurisdiction
 * @param saturdayRolls whether a last day on a Saturday moves on; false when the rule names Sundays and holidays only
 * @param federalHolidays whether the rule keeps exactly the federal holidays; false when the state has its own list
 * @param shortPeriod in a period of fewer days than this, weekends and holidays between are not counted
 * @param own the legal holidays of the state, when a list of them was read
 * @param datum the words and where they were read
 */
public record CountingRule(
        String code,
        boolean saturdayRolls,
        boolean federalHolidays,
        Optional<Integer> shortPeriod,
        Optional<StateHolidays> own,
        Datum datum) {
    /** All that the file holds, by jurisdiction. */
    public static Map<String, CountingRule> read(LawFiles files) {
        YamlMap file = files.read("counting.yaml");
        Map<String, CountingRule> rules = new LinkedHashMap<>();
        for (YamlMap map : file.maps("rules")) {
            CountingRule rule = new CountingRule(
                    map.text("code"),
                    map.word("saturday", Map.of("rolls", true, "not_named", false)),
                    map.word("holidays", Map.of("federal", true, "own", false)),
                    map.findInteger("short_period"),
                    map.findMap("own_holidays").map(StateHolidays::read),
                    DataReader.datum(map.map("rule")));
            map.done();
            rules.put(rule.code(), rule);
        }
        file.done();
        return rules;
    }
}

package org.writwatch.papers.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.papers.page.Verdict;

/**
 * Every county with the strongest thing a local agency agreed to: the sheriff, the county, a city or a campus. Statewide
 * agencies police every county of their state and would fill it whole, so they are left to the states' pages.
 *
 * @param counties in order of FIPS
 * @param days the same on earlier days, oldest first; the last is the day of the page
 */
public record MapView(List<Line> counties, List<Day> days) {
    public MapView {
        counties = List.copyOf(counties);
        days = List.copyOf(days);
        for (Day day : days) {
            if (day.verdicts().size() != counties.size()) {
                throw new IllegalArgumentException(
                        day.date() + " has " + day.verdicts().size() + " counties");
            }
        }
    }

    /**
     * A county.
     *
     * @param place the county
     * @param name how people call it
     * @param verdict of its local layers together
     */
    public record Line(Place place, Phrase name, Verdict verdict) {}

    /**
     * What the lists made by a day say.
     *
     * @param date the day
     * @param verdicts one for each county, in the order of the counties
     */
    public record Day(LocalDate date, List<Verdict> verdicts) {
        public Day {
            verdicts = List.copyOf(verdicts);
        }

        /** How many counties have each answer; those that none has are left out. */
        public Map<Verdict, Integer> counts() {
            Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
            verdicts.forEach(v -> counts.merge(v, 1, Integer::sum));
            return counts;
        }
    }

    /** The states that have a county, in order of their English names. */
    public List<UsState> states() {
        return counties.stream()
                .map(c -> c.place().state())
                .distinct()
                .sorted(Comparator.comparing(UsState::english))
                .toList();
    }

    /** The answers that some county has on some day, in order. */
    public List<Verdict> answers() {
        return List.of(Verdict.values()).stream()
                .filter(v -> days.stream().anyMatch(d -> d.verdicts().contains(v)))
                .toList();
    }
}

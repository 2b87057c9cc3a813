package org.writwatch.papers.site;

import java.util.List;
import org.writwatch.facts.Place;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.papers.page.Verdict;

/**
 * Every county with the strongest thing a local agency agreed to: the sheriff, the county, a city or a campus. Statewide
 * agencies police every county of their state and would fill it whole, so they are left to the states' pages.
 *
 * @param counties in order of FIPS
 */
public record MapView(List<Line> counties) {
    public MapView {
        counties = List.copyOf(counties);
    }

    /**
     * A county.
     *
     * @param place the county
     * @param name how people call it
     * @param verdict of its local layers together
     */
    public record Line(Place place, Phrase name, Verdict verdict) {}
}

package org.writwatch.papers.site;

import java.util.List;
import java.util.Locale;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.StateMandate;
import org.writwatch.papers.page.Verdict;
import org.writwatch.papers.page.Words;

/**
 * A state: who polices all of it, what its law says, and its counties.
 *
 * @param state the state
 * @param statewide what the agencies of the state agreed to
 * @param mandates what state law says; empty when none is held
 * @param counties in order of their names
 * @param agencies agencies of the state on any list, in order of their names
 */
public record StateView(
        UsState state, Verdict statewide, List<StateMandate> mandates, List<Line> counties, List<HeldAgency> agencies) {
    public StateView {
        mandates = List.copyOf(mandates);
        counties = List.copyOf(counties);
        agencies = List.copyOf(agencies);
    }

    /**
     * A county.
     *
     * @param place the county
     * @param name how people call it
     * @param county what the sheriff or the county agreed to
     * @param within what cities and campuses agreed to
     */
    public record Line(Place place, Phrase name, Verdict county, Verdict within) {
        /** The name as a list of one state shows it: without that state, and with a capital. */
        public String shown(Words w) {
            String whole = w.of(name);
            int comma = whole.lastIndexOf(',');
            String bare = comma < 0 ? whole : whole.substring(0, comma);
            return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
        }
    }
}

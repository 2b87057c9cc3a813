package org.writwatch.papers.site;

import java.util.List;
import org.writwatch.facts.UsState;

/**
 * The first page: every state with what the last list says of it.
 *
 * @param states in order of their names in English
 * @param agencies agencies with an agreement on the last list, in all
 */
public record HomeView(List<Line> states, int agencies) {
    public HomeView {
        states = List.copyOf(states);
    }

    /**
     * A state.
     *
     * @param state the state
     * @param agencies how many of its agencies have an agreement on the last list
     */
    public record Line(UsState state, int agencies) {}
}

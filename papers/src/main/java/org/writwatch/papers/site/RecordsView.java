package org.writwatch.papers.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.RecordsLaw;

/**
 * What the page that writes a request for records needs.
 *
 * @param law the records law of the state
 * @param asks records worth asking an agency for because its agreement makes it keep them
 * @param due the days on which an answer is due; empty when the law has no verified number
 */
public record RecordsView(RecordsLaw law, List<Ask> asks, Optional<Due> due) {
    public RecordsView {
        asks = List.copyOf(asks);
    }

    /** The statute as a letter names it: without the full stop that would end the sentence. */
    public String statute() {
        return law.statute().replaceFirst("\\.$", "");
    }

    /** Records, by a stable id, in words fit for a letter. */
    public record Ask(String id, Phrase what) {}

    /**
     * When an answer is due, for each day on which a request may reach the agency.
     *
     * @param first the first of these days
     * @param code for each day from the first on: the days until the answer is due in base 36; where a court may count a
     *     shorter time, that after a slash; apart by spaces
     * @param shown some days, to be read without a script
     * @param steps how the first of them is counted, and the rule
     */
    public record Due(LocalDate first, String code, List<Example> shown, List<Phrase> steps) {
        public Due {
            shown = List.copyOf(shown);
            steps = List.copyOf(steps);
        }
    }

    /** A request that arrives on a day and the day its answer is due, with the earliest day when that is in doubt. */
    public record Example(LocalDate arrives, LocalDate due, Optional<LocalDate> earliest) {}
}

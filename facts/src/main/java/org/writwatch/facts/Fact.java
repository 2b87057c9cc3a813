package org.writwatch.facts;

import java.util.List;
import org.writwatch.facts.phrase.Phrase;

/**
 * One sentence-sized truth with at least one source. Nothing is printed in a paper that is not a fact, a finding, the
 * words of an authority or the signer's own statement.
 *
 * @param id stable within one answer
 * @param sentence what is so, in every language
 * @param sources what proves it, never empty
 */
public record Fact(String id, Phrase sentence, List<Source> sources) {
    public Fact {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a fact needs a source: " + id);
        }
    }
}

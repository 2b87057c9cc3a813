package org.writwatch.evidence;

import java.util.List;
import org.writwatch.facts.Place;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * A question about a place, and what the data can say to it.
 *
 * @param id stable and unique in one dossier: "custody-mecklnc"
 * @param place where
 * @param question what was asked
 * @param design how it was answered, in a sentence: comparison rule, windows, inference
 * @param answer estimate or refusal
 * @param reading the answer in one sentence, with its doubt
 * @param notShown what it does not show, each a sentence
 * @param diagnostics what speaks against and for it
 * @param comparisons names of the comparison places, ordered by name
 * @param coverage how much of what was asked about the data cover
 * @param figures series behind it
 * @param vintage which release of the data
 * @param sources the files used
 */
public record Finding(
        String id,
        Place place,
        Phrase question,
        Phrase design,
        Answer answer,
        Phrase reading,
        List<Phrase> notShown,
        List<Diagnostic> diagnostics,
        List<String> comparisons,
        Phrase coverage,
        List<Figure> figures,
        String vintage,
        List<Source> sources) {
    public Finding {
        notShown = List.copyOf(notShown);
        diagnostics = List.copyOf(diagnostics);
        comparisons = List.copyOf(comparisons);
        figures = List.copyOf(figures);
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a finding names the files it used: " + id);
        }
    }
}

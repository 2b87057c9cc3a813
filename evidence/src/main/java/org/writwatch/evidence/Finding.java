package org.writwatch.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param specification what was fixed before anything after the change was read; empty when nothing was measured
 * @param designs every design that could be run, the chosen one among them, and those that could not, with the reason
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
        List<Source> sources,
        Optional<Specification> specification,
        List<DesignResult> designs) {
    public Finding {
        designs = List.copyOf(designs);
        notShown = List.copyOf(notShown);
        diagnostics = List.copyOf(diagnostics);
        comparisons = List.copyOf(comparisons);
        figures = List.copyOf(figures);
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a finding names the files it used: " + id);
        }
    }

    /** A finding that rests on no chosen design: a refusal, or a question only asked. */
    public Finding(
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
        this(
                id,
                place,
                question,
                design,
                answer,
                reading,
                notShown,
                diagnostics,
                comparisons,
                coverage,
                figures,
                vintage,
                sources,
                Optional.empty(),
                List.of());
    }

    /** The same finding without its charts. */
    public Finding withoutFigures() {
        return new Finding(
                id,
                place,
                question,
                design,
                answer,
                reading,
                notShown,
                diagnostics,
                comparisons,
                coverage,
                List.of(),
                vintage,
                sources,
                specification,
                designs);
    }

    /** The same finding with more that speaks for or against it, in the order of printing. */
    Finding with(List<Diagnostic> more) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        all.sort(Comparator.comparing(Diagnostic::verdict));
        return new Finding(
                id,
                place,
                question,
                design,
                answer,
                reading,
                notShown,
                all,
                comparisons,
                coverage,
                figures,
                vintage,
                sources,
                specification,
                designs);
    }
}

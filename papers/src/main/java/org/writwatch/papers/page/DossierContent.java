package org.writwatch.papers.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.MandamusAnswer;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening;
import org.writwatch.law.StateMandate;

/**
 * Everything a dossier says about one place, in no language yet.
 *
 * @param place the county
 * @param name how people call it, in every language: "Clay County, Florida", "condado de Clay, Florida"
 * @param asOf the date it speaks for
 * @param layers who polices here, exactly one layer per {@link Reach}, in its order
 * @param memoranda memoranda held, of agencies in these layers
 * @param findings what the data say, refusals included
 * @param screening what the law allows, claim by claim
 * @param mandates what the state's own law says about holding people for ICE or joining; empty when none is held
 * @param recordsLaw the records law that binds these agencies, when held
 * @param recordsDeadlines dates that follow from it
 * @param mandamus the half page on the writ; empty for a territory whose law is not held
 * @param sources sources beyond those that the other parts name themselves
 * @param files the other files of the folder, in reading order
 * @param reproduce the command that makes this folder again
 * @param standing what stands under the heading beside the day: the last list, that its source is dead or stale
 */
public record DossierContent(
        Place place,
        Phrase name,
        LocalDate asOf,
        List<Layer> layers,
        List<Memorandum> memoranda,
        List<Finding> findings,
        Screening screening,
        List<StateMandate> mandates,
        Optional<RecordsLaw> recordsLaw,
        List<Screening.Deadline> recordsDeadlines,
        Optional<MandamusAnswer> mandamus,
        List<Source> sources,
        List<FileNote> files,
        String reproduce,
        List<Phrase> standing) {
    public DossierContent {
        layers = List.copyOf(layers);
        memoranda = List.copyOf(memoranda);
        findings = List.copyOf(findings);
        mandates = List.copyOf(mandates);
        recordsDeadlines = List.copyOf(recordsDeadlines);
        sources = List.copyOf(sources);
        files = List.copyOf(files);
        standing = List.copyOf(standing);
        if (!layers.stream().map(Layer::reach).toList().equals(List.of(Reach.values()))) {
            throw new IllegalArgumentException(place.label() + ": one layer per reach, in order, not "
                    + layers.stream().map(Layer::reach).toList());
        }
    }

    /** What stands under the heading is the day alone. */
    public DossierContent(
            Place place,
            Phrase name,
            LocalDate asOf,
            List<Layer> layers,
            List<Memorandum> memoranda,
            List<Finding> findings,
            Screening screening,
            List<StateMandate> mandates,
            Optional<RecordsLaw> recordsLaw,
            List<Screening.Deadline> recordsDeadlines,
            Optional<MandamusAnswer> mandamus,
            List<Source> sources,
            List<FileNote> files,
            String reproduce) {
        this(
                place,
                name,
                asOf,
                layers,
                memoranda,
                findings,
                screening,
                mandates,
                recordsLaw,
                recordsDeadlines,
                mandamus,
                sources,
                files,
                reproduce,
                List.of());
    }

    /**
     * Another file of the folder.
     *
     * @param name file name, relative to the page
     * @param what what it is, in a few words
     */
    public record FileNote(String name, Phrase what) {}
}

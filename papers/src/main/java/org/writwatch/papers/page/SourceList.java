package org.writwatch.papers.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Source;

/** Every source a dossier leans on, once, numbered in the order of the page's first mention. */
public final class SourceList {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Source> whole = new ArrayList<>();

    SourceList(DossierContent content) {
        Stream<Source> agreements = content.layers().stream()
                .flatMap(l -> l.policing().stream())
                .flatMap(p -> p.agreements().stream())
                .map(Agreement::proof)
                .flatMap(List::stream);
        Stream<Source> findings =
                content.findings().stream().map(Finding::sources).flatMap(List::stream);
        Stream<Source> memoranda = content.memoranda().stream()
                .flatMap(m ->
                        Stream.concat(Stream.of(m.source()), m.duties().stream().map(Duty::source)));
        Stream.of(agreements, findings, memoranda, content.sources().stream())
                .flatMap(s -> s)
                .forEach(this::add);
    }

    private void add(Source source) {
        if (!numbers.containsKey(source.id())) {
            whole.add(source.at(""));
            numbers.put(source.id(), whole.size());
        }
    }

    /** The sources in order of their numbers, from 1. */
    public List<Source> list() {
        return List.copyOf(whole);
    }

    /**
     * The number of a source.
     *
     * @throws IllegalArgumentException when the page never listed it (a defect)
     */
    public int number(Source source) {
        Integer number = numbers.get(source.id());
        if (number == null) {
            throw new IllegalArgumentException("a source that is not listed: " + source.id());
        }
        return number;
    }
}

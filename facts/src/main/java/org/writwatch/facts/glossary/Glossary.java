package org.writwatch.facts.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.writwatch.facts.Slug;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.phrase.Lang;

/** The terms of the field in every language. Immutable, read when first asked for, safe for use by several threads. */
public final class Glossary {
    private static final class Held {
        static final Glossary BUNDLED = read();
    }

    private final Map<String, Term> terms;

    private Glossary(Map<String, Term> terms) {
        this.terms = terms;
    }

    /** The one that travels with the project. */
    public static Glossary bundled() {
        return Held.BUNDLED;
    }

    /** Every term in order of its key. */
    public List<Term> list() {
        return List.copyOf(terms.values());
    }

    /** The term with this key. */
    public Optional<Term> find(String key) {
        return Optional.ofNullable(terms.get(key));
    }

    /**
     * The term with this key.
     *
     * @throws IllegalArgumentException when there is none (a defect of ours: keys are written in code)
     */
    public Term get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no term '" + key + "' in glossary.csv"));
    }

    /** The whole glossary as a Markdown page, English beside Spanish, each language in its own order of words. */
    public String page() {
        StringBuilder page = new StringBuilder("# Glossary / Glosario\n\n")
                .append("Rendered from `facts/src/main/resources/org/writwatch/facts/glossary.csv`; edit that file.\n")
                .append("This is plain-language help, not legal advice. / ")
                .append("Es una ayuda en lenguaje sencillo, no consejo legal.\n");
        for (Lang lang : Lang.values()) {
            page.append(lang == Lang.EN ? "\n## English\n" : "\n## Espa\u00f1ol\n");
            Lang other = lang == Lang.EN ? Lang.ES : Lang.EN;
            List<Term> sorted = new ArrayList<>(terms.values());
            sorted.sort((a, b) -> order(a.name(lang)).compareTo(order(b.name(lang))));
            for (Term term : sorted) {
                page.append("\n**")
                        .append(term.name(lang))
                        .append("** (")
                        .append(other.tag())
                        .append(": *")
                        .append(term.name(other))
                        .append("*)  \n")
                        .append(term.definition(lang))
                        .append("  \n")
                        .append(lang == Lang.EN ? "Source: " : "Fuente: ")
                        .append(term.source())
                        .append('\n');
            }
        }
        return page.toString();
    }

    private static String order(String name) {
        return Slug.of(name);
    }

    private static Glossary read() {
        Map<String, Term> terms = new TreeMap<>();
        try (Stream<Row> rows = Bundle.of("facts").rows("glossary.csv")) {
            rows.forEach(r -> {
                Term term = new Term(
                        r.text("key"),
                        r.text("english"),
                        r.text("spanish"),
                        r.text("definition_en"),
                        r.text("definition_es"),
                        r.text("source"));
                if (terms.put(term.key(), term) != null) {
                    throw new IllegalStateException(r.where() + ": '" + term.key() + "' is there twice");
                }
            });
        }
        return new Glossary(terms);
    }
}

package org.writwatch.papers.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Remedy;

/** The other ways that claims and the writ's half page name, each explained once, in the order that works best. */
public final class Ways {
    private final Map<String, Remedy> first = new LinkedHashMap<>();

    Ways(DossierContent content) {
        Stream.concat(
                        content.mandamus().stream().flatMap(m -> m.works().stream()),
                        content.screening().claims().stream()
                                .map(Screening.Claim::remedies)
                                .flatMap(List::stream))
                .forEach(r -> first.putIfAbsent(r.id(), r));
    }

    /** Each way once. */
    public List<Remedy> list() {
        return List.copyOf(first.values());
    }

    /** Whether the way was explained in other words before, so that these must be printed too. */
    public boolean differs(Remedy way) {
        Remedy said = first.get(way.id());
        return said == null || !said.why().equals(way.why());
    }
}

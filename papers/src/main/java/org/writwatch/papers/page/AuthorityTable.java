package org.writwatch.papers.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.law.Authority;
import org.writwatch.law.Screening;

/**
 * Every authority the law part names, once, numbered in the order of first mention: those against a claim before those
 * for it. In print, what each held stands in one table and the claims refer to it.
 */
public final class AuthorityTable {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Authority> list = new ArrayList<>();

    AuthorityTable(DossierContent content) {
        for (Screening.Claim c : content.screening().claims()) {
            add(c.adverse());
            c.elements().forEach(e -> add(e.against()));
            add(c.supporting());
            c.elements().forEach(e -> add(e.supporting()));
        }
        content.mandamus().ifPresent(m -> {
            add(m.against());
            add(m.supporting());
        });
    }

    private void add(List<Authority> named) {
        for (Authority a : named) {
            if (!numbers.containsKey(a.id())) {
                list.add(a);
                numbers.put(a.id(), list.size());
            }
        }
    }

    /** In order of their numbers, from 1. */
    public List<Authority> list() {
        return List.copyOf(list);
    }

    /**
     * The number of an authority.
     *
     * @throws IllegalArgumentException when the law part never named it (a defect)
     */
    public int number(Authority authority) {
        Integer number = numbers.get(authority.id());
        if (number == null) {
            throw new IllegalArgumentException("an authority that is not listed: " + authority.id());
        }
        return number;
    }
}

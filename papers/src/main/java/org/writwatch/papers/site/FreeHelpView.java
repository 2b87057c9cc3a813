package org.writwatch.papers.site;

import java.util.List;
import java.util.Optional;

/**
 * The page of free help.
 *
 * @param all every entry, in the order to be read
 * @param operator who may be asked for an appointment; empty when the site offers none
 */
public record FreeHelpView(List<FreeHelp> all, Optional<Operator> operator) {
    public FreeHelpView {
        all = List.copyOf(all);
    }

    /** The entries of one kind. */
    public List<FreeHelp> of(String kind) {
        return all.stream().filter(h -> h.kind().equals(kind)).toList();
    }
}

package org.writwatch.evidence.table;

import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/** The refusals of this package, one method for each, so that every message has the same shape. */
final class Refusals {
    private Refusals() {}

    static BadInput missingColumn(String file, String column, Iterable<String> present) {
        return new BadInput(
                file,
                say("bad.columns-found", String.join(", ", present)),
                say("bad.column-expected", column),
                say("bad.column-remedy"));
    }

    static BadInput personalColumn(String file, String column) {
        return new BadInput(
                file, say("bad.person-found", column), say("bad.person-expected"), say("bad.person-remedy"));
    }

    static BadInput cell(String file, long row, String column, String found, String expectedKey, String remedyKey) {
        return new BadInput(at(file, row, column), say("bad.cell-found", found), say(expectedKey), say(remedyKey));
    }

    static BadInput whole(String file, String foundKey, String expectedKey, String remedyKey, Object... foundArgs) {
        return new BadInput(file, say(foundKey, foundArgs), say(expectedKey), say(remedyKey));
    }

    static BadInput row(String file, long row, String foundKey, String expectedKey, String remedyKey, Object... args) {
        return new BadInput(file + " row " + row, say(foundKey, args), say(expectedKey), say(remedyKey));
    }

    private static String at(String file, long row, String column) {
        return file + " row " + row + " column " + column;
    }

    static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}

package org.writwatch.evidence.demonstration;

import java.util.List;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * One table of a demonstration, in no language yet.
 *
 * @param id file-name safe and unique on its page
 * @param title what it shows
 * @param columns names of its columns, each a key {@code demo.column.NAME}
 * @param rows cells: text that is the same everywhere, a {@link Phrase}, or a {@link Figure}; empty text where nothing is
 */
public record PageTable(String id, Phrase title, List<String> columns, List<List<Object>> rows) {
    public PageTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(id + ": " + row.size() + " cells under " + columns.size());
            }
            for (Object cell : row) {
                if (!(cell instanceof String || cell instanceof Phrase || cell instanceof Figure)) {
                    throw new IllegalArgumentException(id + ": no cell: " + cell);
                }
            }
        }
    }

    /** Names of the columns in one language. */
    public List<String> header(Lang lang) {
        return columns.stream()
                .map(c -> Phrasebook.of(lang).say("evidence", "demo.column." + c))
                .toList();
    }

    /** Rows in one language, every number with the digits of the page. */
    public List<List<String>> said(Lang lang) {
        return rows.stream()
                .map(row -> row.stream().map(c -> said(c, lang)).toList())
                .toList();
    }

    /** A cell in one language. */
    public static String said(Object cell, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        if (cell instanceof Figure figure) {
            String text = book.say(figure);
            return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
        }
        return cell instanceof Phrase phrase ? book.say(phrase) : String.valueOf(cell);
    }
}

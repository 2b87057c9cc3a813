package org.writwatch.evidence;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * The numbers behind a figure as a CSV (RFC 4180 with line feeds, UTF-8), and what its columns mean. Zero, not reported,
 * partial and withheld stay apart: {@code reading} says which, and {@code value} is empty where there is none.
 */
public final class FigureTable {
    private FigureTable() {}

    /** The table; line names in {@code lang}, columns in English. */
    public static String csv(Figure figure, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        StringBuilder text = new StringBuilder(String.join(",", dictionary().keySet())).append('\n');
        for (Figure.Line line : figure.lines()) {
            String name = quoted(book.say(line.name()));
            for (Figure.Point point : line.points()) {
                text.append(name)
                        .append(',')
                        .append(line.main() ? "place" : "comparison")
                        .append(',');
                text.append(point.from())
                        .append(',')
                        .append(cells(point.reading()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Meaning of each column, in order. */
    public static Map<String, Phrase> dictionary() {
        Map<String, Phrase> columns = new LinkedHashMap<>();
        for (String column :
                new String[] {"line", "role", "from", "reading", "value", "days_covered", "days_in_period"}) {
            columns.put(column, Phrase.of("evidence", "column." + column));
        }
        return columns;
    }

    private static String cells(Reading reading) {
        if (reading instanceof Reading.Counted c) {
            return "counted," + plain(c.value()) + ",,";
        } else if (reading instanceof Reading.Zero) {
            return "zero,0,,";
        } else if (reading instanceof Reading.Partial p) {
            return "partial," + plain(p.value()) + "," + p.daysCovered() + "," + p.daysInPeriod();
        } else if (reading instanceof Reading.Withheld) {
            return "withheld,,,";
        }
        return "not_reported,,,";
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : new BigDecimal(String.valueOf(value)).toPlainString();
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}

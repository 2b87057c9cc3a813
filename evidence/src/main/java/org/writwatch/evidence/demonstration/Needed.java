package org.writwatch.evidence.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import org.writwatch.evidence.held.HeldFile;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.facts.Period;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.TooLittle;

/** What a demonstration needs, and what is said where it is not there. */
final class Needed {
    private Needed() {}

    /**
     * A table the demonstration cannot do without.
     *
     * @throws TooLittle it was not brought in; the file and where it is published are said
     */
    static HeldFile file(HeldTables held, String table) {
        return held.file(table)
                .orElseThrow(() -> new TooLittle(
                        Phrase.of("evidence", "demo.no-table", table),
                        Phrase.of("evidence", "demo.no-table-enough", name(table), published(table))));
    }

    /** A part that needs a table which was not brought in. */
    static Phrase absent(String table, String key) {
        return Phrase.of("evidence", key, name(table), published(table));
    }

    /** "2017-12-01/2018-11-30", or months at either end. */
    static Period period(JsonNode text) {
        String[] ends = text.asText().split("/", 2);
        return ends[0].length() == 7
                ? new Period(
                        YearMonth.parse(ends[0]).atDay(1),
                        YearMonth.parse(ends[1]).atEndOfMonth())
                : new Period(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
    }

    private static String name(String table) {
        return OutcomeCatalogue.find(table).orElseThrow().path();
    }

    private static String published(String table) {
        return OutcomeCatalogue.published(table);
    }
}

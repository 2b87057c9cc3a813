package org.writwatch.evidence.demonstration;

import java.util.List;
import org.writwatch.facts.phrase.Phrase;

/**
 * A demonstration as it is printed: what was asked, the tables, what they say and do not, and what could not be made.
 *
 * @param id its name on the command line
 * @param title its question
 * @param how how the tables are made
 * @param tables in order
 * @param reading what the tables say, what argues against it first
 * @param leftOut parts that need a table nobody brought in, each naming it
 * @param releases the releases of every table used
 */
public record DemonstrationPage(
        String id,
        Phrase title,
        List<Phrase> how,
        List<PageTable> tables,
        List<Phrase> reading,
        List<Phrase> leftOut,
        List<String> releases) {
    public DemonstrationPage {
        how = List.copyOf(how);
        tables = List.copyOf(tables);
        reading = List.copyOf(reading);
        leftOut = List.copyOf(leftOut);
        releases = List.copyOf(releases);
    }
}

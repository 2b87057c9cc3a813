package org.writwatch.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.roster.ListCounts;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/** The counts of every spreadsheet against those of a plain openpyxl read (src/test/scripts/openpyxl_counts.py). */
class CountsOracleTest {
    @Test
    void allSpreadsheetsCountAsAnIndependentReaderCountsThem() {
        Map<String, ListCounts> ours = new HashMap<>();
        for (PublishedList list : Registry.bundled().lists().all()) {
            if (!list.sha256().isEmpty()) {
                ours.put(list.file(), list.counts());
            }
        }
        try (Stream<Row> rows =
                Bundle.rows(CountsOracleTest.class.getResourceAsStream("openpyxl-counts.csv"), "openpyxl-counts.csv")) {
            List<Row> all = rows.toList();
            assertEquals(479, all.size());
            assertEquals(479, ours.size());
            for (Row r : all) {
                ListCounts theirs = new ListCounts(
                        r.integer("rows"),
                        r.integer("jem"),
                        r.integer("tfm"),
                        r.integer("wso"),
                        r.integer("agencies"),
                        r.integer("duplicates"),
                        r.integer("links"));
                assertEquals(theirs, ours.get(r.text("file")), r.text("file"));
            }
        }
    }
}

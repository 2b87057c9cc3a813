package org.writwatch.app.stops;

import java.util.Map;

/** What a test shows beside its numbers. */
interface StopsExhibit {
    /** {@code rows.csv} or {@code cells.csv}. */
    String tableName();

    /** What the model was fitted to: groups, factors as numbers, counts. No name, day or number of an officer. */
    String table();

    /** Empty, or commands of R that read the table, fit by other means, and call {@code compare} for every number. */
    String script();

    /** SVG by file name. */
    Map<String, String> pictures();
}

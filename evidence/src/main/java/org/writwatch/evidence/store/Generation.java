package org.writwatch.evidence.store;

/**
 * One release of a table as it was taken in.
 *
 * @param table name of the table
 * @param id of the generation: the first 16 hexadecimal digits of the SHA-256 of its receipt
 * @param source SHA-256 of the published bytes, which are kept
 * @param file name the bytes came under
 * @param vintage release it is, as the descriptor says
 * @param day day from which it could be known, YYYY-MM-DD: that of its release, else the last one it speaks of
 * @param rows rows below the header
 * @param cells cells kept
 * @param rejected rows kept out because they cannot be right
 * @param repeated cells kept out because the same place, time, group, measure and release came before
 * @param parquet SHA-256 of the rows as they are kept
 */
public record Generation(
        String table,
        String id,
        String source,
        String file,
        String vintage,
        String day,
        long rows,
        long cells,
        long rejected,
        long repeated,
        String parquet) {
    public Generation {
        // A file of an older make lacks some of them, and is no generation to this one.
        if (!id.matches("[0-9a-f]{16}")
                || !source.matches("[0-9a-f]{64}")
                || !parquet.matches("[0-9a-f]{64}")
                || !day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("no generation of a table: " + id);
        }
    }
}

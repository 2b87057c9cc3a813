package org.writwatch.evidence.store;

/**
 * One release of a table as it was taken in.
 *
 * @param table name of the table
 * @param id of the generation: the first 16 hexadecimal digits of the SHA-256 of descriptor and bytes
 * @param source SHA-256 of the published bytes, which are kept
 * @param file name the bytes came under
 * @param vintage release it is, as the descriptor says
 * @param rows rows below the header
 * @param cells cells kept
 * @param rejected rows kept out because they cannot be right
 * @param repeated cells kept out because the same place, time, group, measure and release came before
 */
public record Generation(
        String table,
        String id,
        String source,
        String file,
        String vintage,
        long rows,
        long cells,
        long rejected,
        long repeated) {}

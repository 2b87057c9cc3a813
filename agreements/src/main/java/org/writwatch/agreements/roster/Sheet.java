package org.writwatch.agreements.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook.
 *
 * @param name its name on the tab
 * @param rows the rows the file stores, in order, blank ones too
 * @param links the address behind each cell that carries a hyperlink, by cell ("G12"); empty text for a link inside
 *     the workbook
 */
public record Sheet(String name, List<Row> rows, Map<String, String> links) {
    public Sheet {
        rows = List.copyOf(rows);
        links = Map.copyOf(links);
    }

    /**
     * One stored row.
     *
     * @param number its number in the sheet, from 1
     * @param hidden whether it is hidden (a filter left on); hidden rows are published all the same
     * @param cells by column from 0; null where there is nothing
     */
    public record Row(int number, boolean hidden, List<@Nullable Cell> cells) {
        /** The cell in a column from 0; empty when there is nothing in it. */
        public Optional<Cell> find(int column) {
            return column < 0 || column >= cells.size() ? Optional.empty() : Optional.ofNullable(cells.get(column));
        }

        /** Whether it prints nothing at all. */
        public boolean isBlank() {
            for (Cell cell : cells) {
                if (cell != null && !cell.isBlank()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The name of a cell, "G12"; {@code column} from 0, {@code row} from 1. */
    public static String cellName(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.append(row).toString();
    }
}

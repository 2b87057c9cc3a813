package org.writwatch.agreements.roster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook: its rows, blank ones too, and the address behind each cell that carries a hyperlink. */
public final class Sheet {
    private final String name;
    private final List<Row> rows;
    private final CellLinks links;

    Sheet(String name, List<Row> rows, CellLinks links) {
        this.name = name;
        this.rows = List.copyOf(rows);
        this.links = links;
    }

    /** Its name on the tab. */
    public String name() {
        return name;
    }

    /** The rows the file stores, in order, blank ones too. */
    public List<Row> rows() {
        return rows;
    }

    /**
     * The address behind a cell; empty text for a link inside the workbook.
     *
     * @param row from 1
     * @param column from 0
     */
    public Optional<String> link(int row, int column) {
        return Optional.ofNullable(links.find(row, column));
    }

    /** The same; null when there is none. */
    @Nullable String linkOrNull(int row, int column) {
        return links.find(row, column);
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
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
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

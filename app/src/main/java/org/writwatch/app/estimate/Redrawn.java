package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.writwatch.estimates.panel.Labels;

/** Tables of whole clusters drawn with replacement (Cameron, Gelbach and Miller 2008, section III.A); a cluster drawn twice is two clusters. */
final class Redrawn {
    /** Draws when the specification says nothing. */
    static final int USUAL_DRAWS = 499;

    private final Sheet sheet;
    private final int[][] rowsOfCluster;
    private final List<String> renamed = new ArrayList<>();

    Redrawn(Sheet sheet) {
        this.sheet = sheet;
        int[] label = sheet.cluster();
        int[] distinct = Labels.distinct(label);
        int[] code = Labels.codes(label, distinct);
        int[] size = new int[distinct.length];
        for (int c : code) {
            size[c]++;
        }
        this.rowsOfCluster = IntStream.of(size).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = code.length - 1; i >= 0; i--) {
            rowsOfCluster[code[i]][--size[code[i]]] = i;
        }
        if (sheet.spec.unit != null) {
            renamed.add(sheet.spec.unit);
        }
        sheet.spec.cluster.stream().filter(c -> !renamed.contains(c)).forEach(renamed::add);
    }

    /** The tables, drawn one after the other from one seed. */
    Stream<DataTable> tables(int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int g = rowsOfCluster.length;
        List<int[]> drawn = IntStream.range(0, draws)
                .mapToObj(b -> random.ints(g, 0, g).toArray())
                .toList();
        return drawn.stream().map(this::table);
    }

    private DataTable table(int[] clusters) {
        int n = 0;
        for (int c : clusters) {
            n += rowsOfCluster[c].length;
        }
        int[] rows = new int[n];
        int[] place = new int[n];
        int at = 0;
        for (int k = 0; k < clusters.length; k++) {
            for (int i : rowsOfCluster[clusters[k]]) {
                place[at] = k;
                rows[at++] = i;
            }
        }
        DataTable.Column[] names = renamed.stream()
                .map(name -> {
                    int[] label = sheet.labels(name);
                    double most = 1.0 + IntStream.of(label).max().orElse(0);
                    return new DataTable.Column(
                            name,
                            IntStream.range(0, rows.length)
                                    .mapToDouble(i -> place[i] * most + label[rows[i]])
                                    .toArray(),
                            new int[0],
                            List.of());
                })
                .toArray(DataTable.Column[]::new);
        return sheet.table.at(IntStream.of(rows).map(i -> sheet.rows[i]).toArray(), names);
    }
}

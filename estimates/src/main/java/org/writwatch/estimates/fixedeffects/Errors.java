package org.writwatch.estimates.fixedeffects;

import java.util.List;

/**
 * What is assumed of the errors. Small-sample corrections are those of the package fixest (its default): {@code (n - 1) / (n - K)}, and
 * {@code G / (G - 1)} with the smallest number of clusters; fixed effects nested in clusters are not counted in K.
 */
public sealed interface Errors {
    /** Equal variance, no dependence. */
    record Iid() implements Errors {}

    /** Unequal variance, no dependence (HC1). */
    record Robust() implements Errors {}

    /**
     * Dependence within clusters; several ways are combined by inclusion and exclusion (Cameron, Gelbach and Miller 2011).
     *
     * @param ways a label per row of the table the model was given, for each way; at least one way
     */
    record Clustered(List<int[]> ways) implements Errors {
        public Clustered {
            if (ways.isEmpty() || ways.size() > 4) {
                throw new IllegalArgumentException(ways.size() + " ways of clustering; 1 to 4 are possible");
            }
            ways = List.copyOf(ways);
        }
    }

    static Errors iid() {
        return new Iid();
    }

    static Errors robust() {
        return new Robust();
    }

    /** Clustered by one label per row, or several. */
    static Errors clustered(int[]... ways) {
        return new Clustered(List.of(ways));
    }
}

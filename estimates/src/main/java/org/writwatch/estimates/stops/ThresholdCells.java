package org.writwatch.estimates.stops;

import java.util.Arrays;
import org.writwatch.estimates.NotEstimable;

/**
 * Stops, searches and hits by group and place: what a threshold test reads. Group 0 is the reference.
 *
 * <p>Arrays are kept, not copied.
 */
public final class ThresholdCells {
    final int[] group;
    final int[] place;
    final double[] stops;
    final double[] searches;
    final double[] hits;
    final int groups;
    final int places;
    final int pinned;

    /**
     * Cells.
     *
     * @param group label per cell from 0
     * @param place label per cell from 0
     * @param stops per cell, positive
     * @param searches 0 to stops
     * @param hits 0 to searches
     * @param pinned the place whose effects are fixed at 0
     * @throws NotEstimable fewer than two groups, or no search at all
     */
    public ThresholdCells(int[] group, int[] place, double[] stops, double[] searches, double[] hits, int pinned) {
        this.group = group;
        this.place = place;
        this.stops = stops;
        this.searches = searches;
        this.hits = hits;
        this.groups = 1 + Arrays.stream(group).max().orElse(-1);
        this.places = 1 + Arrays.stream(place).max().orElse(-1);
        this.pinned = pinned;
        if (groups < 2 || pinned < 0 || pinned >= places) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, groups + " groups in " + places + " places");
        }
        if (!(Arrays.stream(searches).sum() > 0)) {
            throw new NotEstimable(NotEstimable.Why.TOO_FEW_UNITS, "no search");
        }
    }

    int cells() {
        return group.length;
    }

    /** Share of all stops made in the place of each cell: the weights of aggregates. */
    double[] weights() {
        double[] ofPlace = new double[places];
        double all = 0;
        for (int i = 0; i < cells(); i++) {
            ofPlace[place[i]] += stops[i];
            all += stops[i];
        }
        double[] w = new double[cells()];
        for (int i = 0; i < w.length; i++) {
            w[i] = ofPlace[place[i]] / all;
        }
        return w;
    }

    /** Number of a place among those not pinned, or -1. */
    int free(int p) {
        return p == pinned ? -1 : p < pinned ? p : p - 1;
    }
}

package org.writwatch.app.estimate;

import java.util.List;
import org.writwatch.estimates.honest.HonestPath;

/** Which departures from parallel trends a specification asks about. */
final class Sensitivity {
    /** Relative magnitudes of a half, one and two. */
    static final Sensitivity USUAL = new Sensitivity(true, new double[] {0.5, 1, 2}, List.of(HonestPath.Method.HYBRID));

    private final boolean relative;
    private final double[] bounds;
    private final List<HonestPath.Method> methods;

    Sensitivity(boolean relative, double[] bounds, List<HonestPath.Method> methods) {
        this.relative = relative;
        this.bounds = bounds.clone();
        this.methods = methods;
    }

    /** Relative magnitudes, else smoothness. */
    boolean relative() {
        return relative;
    }

    double[] bounds() {
        return bounds.clone();
    }

    List<HonestPath.Method> methods() {
        return methods;
    }
}

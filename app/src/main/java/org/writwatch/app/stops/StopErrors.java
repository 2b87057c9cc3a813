package org.writwatch.app.stops;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.BiasReduced;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.estimates.stops.VeilOfDarkness;

/**
 * The errors of one coefficient, and the one its interval, its chance and its smallest detectable effect are read from: the first
 * clustering where there is one, and of that the bias-reduced error with its t distribution ({@link BiasReduced}) wherever it is computed;
 * else the last of {@code model}, {@code hc0}, {@code hc1} that was given. One thread.
 */
final class StopErrors {
    private final double coefficient;
    private final double confidence;
    private final Map<String, Double> errors = new LinkedHashMap<>();
    private final Map<String, Object> few = new LinkedHashMap<>();
    private String interval = "";
    private boolean clustered;
    private @Nullable BiasReduced small;

    StopErrors(double coefficient, double confidence) {
        this.coefficient = coefficient;
        this.confidence = confidence;
    }

    /** An error read with the normal distribution. */
    void plain(String kind, double error) {
        errors.put(kind, error);
        if (!clustered) {
            interval = kind;
            small = null;
        }
    }

    /** An error read with the t distribution of so many degrees of freedom, as long as nothing else is given. */
    void plain(String kind, double error, int degreesOfFreedom) {
        plain(kind, error);
        small = BiasReduced.of(coefficient, error, degreesOfFreedom);
    }

    /**
     * The error of a clustering.
     *
     * @param error NaN for one cluster: then it is shown and nothing is read from it
     */
    void cluster(String by, double error, BiasReduced reduced) {
        errors.put("cluster:" + by, error);
        boolean computed = !Double.isNaN(reduced.error());
        if (computed) {
            errors.put("cr2:" + by, reduced.error());
            few.put(
                    by,
                    Numbers.map(
                            "se",
                            reduced.error(),
                            "degrees_of_freedom",
                            reduced.degreesOfFreedom(),
                            "p",
                            reduced.p(),
                            "lower",
                            coefficient - reduced.reach(confidence),
                            "upper",
                            coefficient + reduced.reach(confidence),
                            "mde",
                            reduced.minimumDetectable()));
        }
        if (!clustered && !Double.isNaN(error)) {
            clustered = true;
            small = computed ? reduced : null;
            interval = (computed ? "cr2:" : "cluster:") + by;
        }
    }

    Map<String, Double> errors() {
        return errors;
    }

    /** What each clustering allows to say with its t distribution, by what it clusters; empty when none is computed. */
    Map<String, Object> few() {
        return few;
    }

    String interval() {
        return interval;
    }

    private double used() {
        return errors.getOrDefault(interval, Double.NaN);
    }

    /** Half the length of the interval; NaN when there is no error. */
    double reach() {
        return small != null ? small.reach(confidence) : Normal.twoSided(confidence) * used();
    }

    /** Chance of a coefficient as far from 0 if it were 0; NaN when there is no error. */
    double p() {
        return small != null ? small.p() : Rates.twoSided(coefficient / used());
    }

    double minimumDetectable() {
        return small != null ? small.minimumDetectable() : VeilOfDarkness.minimumDetectable(used());
    }
}

package org.writwatch.evidence.demonstration;

import java.util.Optional;

/**
 * One estimate of a demonstration.
 *
 * @param outcome what was counted
 * @param design how: "naive two-way fixed effects", "imputation", "groups and times"
 * @param dates which list the dates of adoption come from
 * @param control whether the outcome is a negative control: one that the question says should not move
 * @param estimate change, in the unit of the demonstration
 * @param error standard error, clustered by unit
 * @param p two-sided
 * @param treated treated units used
 * @param comparison comparison units used
 * @param pretest p of the joint test that nothing moved before; empty when the design has none
 */
public record Line(
        String outcome,
        String design,
        String dates,
        boolean control,
        double estimate,
        double error,
        double p,
        int treated,
        int comparison,
        Optional<Double> pretest) {
    /** The end of the 95 % interval on one side, by the normal distribution. */
    public double end(boolean high) {
        return estimate + (high ? 1 : -1) * 1.959963984540054 * error;
    }
}

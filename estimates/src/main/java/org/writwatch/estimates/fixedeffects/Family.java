package org.writwatch.estimates.fixedeffects;

/** How the outcome's mean depends on the regressors. */
public enum Family {
    /** The mean itself is linear; least squares. */
    LINEAR,
    /**
     * The log of the mean is linear; Poisson pseudo-likelihood, for counts and other outcomes that are not negative. Needs the mean to
     * be right, not the distribution (Gourieroux, Monfort and Trognon 1984).
     */
    POISSON
}

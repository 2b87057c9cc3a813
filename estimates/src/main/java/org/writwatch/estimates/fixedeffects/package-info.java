/**
 * Linear and Poisson regressions with many fixed effects, and the designs that are such regressions: two-way fixed effects (static and
 * by event time) and the interaction-weighted estimator of Sun and Abraham (2021). Read {@link FixedEffectsModel} first; standard errors
 * are chosen after fitting ({@link Errors}).
 */
@NullMarked
package org.writwatch.estimates.fixedeffects;

import org.jspecify.annotations.NullMarked;

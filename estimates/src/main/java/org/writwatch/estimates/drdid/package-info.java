/**
 * Two groups, two times: the doubly robust, outcome-regression and inverse-probability estimators of the average effect on
 * the treated (Sant'Anna and Zhao 2020; Heckman, Ichimura and Todd 1997; Abadie 2005), for panels and for repeated
 * cross-sections, with their influence functions. Read {@link DrDid} first; {@code grouptime} stands on it.
 */
@NullMarked
package org.writwatch.estimates.drdid;

import org.jspecify.annotations.NullMarked;

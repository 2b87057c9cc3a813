/**
 * Designs that first model what would have happened without treatment, on untreated rows alone, and then look at what is left of the
 * treated ones: imputation (Borusyak, Jaravel and Spiess 2024) and two-stage (Gardner 2022). Read {@link Imputation} first.
 */
@NullMarked
package org.writwatch.estimates.imputation;

import org.jspecify.annotations.NullMarked;

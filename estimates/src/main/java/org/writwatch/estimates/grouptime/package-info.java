/**
 * Staggered adoption, cell by cell: effects by group and time (Callaway and Sant'Anna 2021), their averages and tests.
 *
 * <p>Read {@link CallawaySantAnna} (the design) and {@link GroupTimeEffects} (the answer) first.
 */
@NullMarked
package org.writwatch.estimates.grouptime;

import org.jspecify.annotations.NullMarked;

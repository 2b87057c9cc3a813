/**
 * Staggered adoption whose timing is as good as random: efficient use of earlier outcomes. Read {@link RothSantAnna} first.
 */
@NullMarked
package org.writwatch.estimates.randomtiming;

import org.jspecify.annotations.NullMarked;

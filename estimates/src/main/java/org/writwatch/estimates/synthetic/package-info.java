/** Comparison units weighted so that together they move as the treated unit did before the start. */
@NullMarked
package org.writwatch.estimates.synthetic;

import org.jspecify.annotations.NullMarked;

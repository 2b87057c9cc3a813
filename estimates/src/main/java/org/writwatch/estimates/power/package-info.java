/** What a design could have found: detectable effects, and what a pre-test would have missed. */
@NullMarked
package org.writwatch.estimates.power;

import org.jspecify.annotations.NullMarked;

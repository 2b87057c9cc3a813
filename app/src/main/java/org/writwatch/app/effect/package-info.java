/** Findings as a person at a terminal reads them. */
@NullMarked
package org.writwatch.app.effect;

import org.jspecify.annotations.NullMarked;

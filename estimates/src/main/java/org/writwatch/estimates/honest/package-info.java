/**
 * How far an event study may be from parallel trends before its conclusion falls (Rambachan and Roth 2023).
 *
 * <p>Read {@link HonestPath} first.
 */
@NullMarked
package org.writwatch.estimates.honest;

import org.jspecify.annotations.NullMarked;

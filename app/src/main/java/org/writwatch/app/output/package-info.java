/**
 * How results leave the program: folders that appear whole or not at all, and rows as a table, CSV or JSON.
 *
 * <p>Everything here writes the same bytes for the same input: no clock, no locale, no absolute path.
 */
@NullMarked
package org.writwatch.app.output;

import org.jspecify.annotations.NullMarked;

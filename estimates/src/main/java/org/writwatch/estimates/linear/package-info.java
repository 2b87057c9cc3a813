/**
 * Small dense least squares for the estimators: matrices here have at most a few hundred columns. Column order of the
 * caller is kept; columns that say nothing new are reported, never silently used.
 */
@NullMarked
package org.writwatch.estimates.linear;

import org.jspecify.annotations.NullMarked;

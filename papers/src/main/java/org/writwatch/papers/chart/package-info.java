/**
 * Pictures of series and of time, as SVG text, each with a table that says the same.
 *
 * <p>Zero, not reported, partial and withheld are drawn in four different ways and named in words, in the picture and in
 * its table. Nothing is computed here but positions. Read {@link SeriesChart} and {@link TimelineChart} first. The SVG
 * uses the few shapes that the PDF writer draws itself.
 */
@NullMarked
package org.writwatch.papers.chart;

import org.jspecify.annotations.NullMarked;

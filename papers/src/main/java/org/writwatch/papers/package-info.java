/**
 * Results become things people read: HTML pages, tagged PDF, DOCX, SVG charts and tables.
 *
 * <p>It reads no source and computes no number; it is handed findings, a screening and facts, and every sentence it
 * prints names where it came from.
 */
@NullMarked
package org.writwatch.papers;

import org.jspecify.annotations.NullMarked;

/**
 * XHTML becomes PDF that is at once PDF/A-2a and PDF/UA-1: tagged, bookmarked, with its fonts inside it, the same bytes
 * at every run.
 *
 * <p>{@link PdfWriter} is the one door; {@link PdfMeta} says what the document calls itself. Nothing is fetched: a page
 * that names an outside picture, font or style is drawn without it.
 */
@NullMarked
package org.writwatch.papers.pdf;

import org.jspecify.annotations.NullMarked;

/**
 * Drafts: what a letter or a pleading says, kept apart from how it is worded and laid out.
 *
 * <p>A {@link Draft} names a template and holds the values of its fields, each with the notes that prove it. The wording
 * stands in a {@code .docx} template that a lawyer opens and edits in a word processor. {@link DocxWriter} fills it and
 * {@link DraftPdf} prints the filled document itself, so the two files can not say different things. Read {@link Draft}
 * and {@link Fields} first.
 */
@NullMarked
package org.writwatch.papers.draft;

import org.jspecify.annotations.NullMarked;

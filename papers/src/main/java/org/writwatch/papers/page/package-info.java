/**
 * The dossier of a place as a page for people: one self-contained HTML file per language, and the same as a PDF.
 *
 * <p>{@link DossierContent} is all that is known, in no language; {@link DossierPages} says it. The layout lives in
 * templates (src/main/jte) that are compiled with the program and escape what they are given by its context. The page
 * needs no script, no network and no other file.
 */
@NullMarked
package org.writwatch.papers.page;

import org.jspecify.annotations.NullMarked;

/**
 * What is done to word-processor files: opened within bounds, checked before they are filled, filled, and read back for
 * print. Nothing here knows what a draft is about.
 */
@NullMarked
package org.writwatch.papers.draft.docx;

import org.jspecify.annotations.NullMarked;

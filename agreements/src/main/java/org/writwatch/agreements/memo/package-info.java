/**
 * The memoranda of agreement: text by page, clauses as numbered in print, and the duties they name.
 *
 * <p>Read {@link Memorandum} first. Quotations stay as printed; what is said about them is a phrase in every language.
 */
@NullMarked
package org.writwatch.agreements.memo;

import org.jspecify.annotations.NullMarked;

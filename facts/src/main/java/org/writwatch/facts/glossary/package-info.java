/**
 * One vocabulary for code, pages and papers, in every language: {@code glossary.csv}, a line a term.
 *
 * <p>Read {@link Glossary}. {@code docs/glossary.md} is rendered from the same lines.
 */
@NullMarked
package org.writwatch.facts.glossary;

import org.jspecify.annotations.NullMarked;

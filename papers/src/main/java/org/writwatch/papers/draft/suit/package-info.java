/**
 * The papers of one claim: what a lawyer attaches ({@link Filing}), what the screen allows ({@link Plan}), how the facts of
 * the matter are said ({@link Statements}), what keeps a paper in the office ({@link Gates}), and the drafts themselves
 * ({@link Papers}).
 */
@NullMarked
package org.writwatch.papers.draft.suit;

import org.jspecify.annotations.NullMarked;

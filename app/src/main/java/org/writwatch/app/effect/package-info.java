/**
 * Findings as people and machines read them: text for a terminal, a JSON tree, and the table behind a chart.
 *
 * <p>All three are made of the same {@link org.writwatch.evidence.Finding}s, so a number is the same in each.
 */
@NullMarked
package org.writwatch.app.effect;

import org.jspecify.annotations.NullMarked;

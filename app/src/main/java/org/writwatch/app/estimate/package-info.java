/** {@code writwatch estimate}: a specification and a table in, an answer of effects, aggregates, diagnostics and refusals out. */
@NullMarked
package org.writwatch.app.estimate;

import org.jspecify.annotations.NullMarked;

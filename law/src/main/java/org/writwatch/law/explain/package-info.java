/**
 * Explainers: the law and its background in plain words, each sentence with what it rests on. Read {@link Explainers}
 * first.
 */
@NullMarked
package org.writwatch.law.explain;

import org.jspecify.annotations.NullMarked;

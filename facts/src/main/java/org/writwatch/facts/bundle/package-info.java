/**
 * Data files that travel inside the jars: where each came from, under which terms, and its rows.
 *
 * <p>A module keeps its files under {@code org/writwatch/MODULE/} and says in one {@code sources.csv} there who
 * published each, under which licence, and which command of ours made it. Read {@link Bundle}; every
 * module's tests call {@link Bundle#unlisted} so that no file goes unlisted.
 */
@NullMarked
package org.writwatch.facts.bundle;

import org.jspecify.annotations.NullMarked;

/**
 * Words for people, in every language the project speaks.
 *
 * <p>The rooms never build sentences: they return a {@link Phrase} (a key and its arguments) and the reader's
 * {@link Phrasebook} says it. Each module keeps its phrases in {@code org/writwatch/MODULE/phrases_LANG.properties}; a
 * language is a set of files, no code. A missing key or a placeholder that differs between languages fails the build.
 */
@NullMarked
package org.writwatch.facts.phrase;

import org.jspecify.annotations.NullMarked;

/**
 * The atlas: every county equivalent and every agency the FBI lists, and how a person's words become one of them.
 *
 * <p>A name that could mean two places is never settled by us: {@link Lookup} says which ones it could be. Read
 * {@link Gazetteer} first. Places are few and read at once; agencies are read when first asked for.
 */
@NullMarked
package org.writwatch.facts.gazetteer;

import org.jspecify.annotations.NullMarked;

/**
 * Outcome tables in a home folder: the published bytes by their hash, and Parquet generations made from them, swapped in one
 * step. Read {@link org.writwatch.evidence.store.TableStore} first.
 */
@NullMarked
package org.writwatch.evidence.store;

import org.jspecify.annotations.NullMarked;

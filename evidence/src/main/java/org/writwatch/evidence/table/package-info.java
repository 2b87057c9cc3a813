/**
 * Tables of outcomes as people publish them, read strictly: a CSV and the Frictionless descriptor that says what its
 * columns are. Nothing is guessed: a missing column, a lost leading zero, a month typed as text or a column with the
 * names of people is refused with file, row and column. Read {@link TableDescriptor}, {@link OutcomeTable} and
 * {@link Panel} first.
 */
@NullMarked
package org.writwatch.evidence.table;

import org.jspecify.annotations.NullMarked;

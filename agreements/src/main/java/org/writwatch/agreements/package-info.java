/**
 * Who agreed to what with ICE, when, and on which terms.
 *
 * <p>Published lists become sightings, sightings become {@link Agreement}s with the time they were valid and the time
 * they were known; memoranda become clauses and duties (package {@code memo}). ICE announces no departures, so
 * {@link AgreementStatus} keeps "no longer listed" and "ended" apart. No statistics and no law here.
 */
@NullMarked
package org.writwatch.agreements;

import org.jspecify.annotations.NullMarked;

/**
 * When an agreement began and ended: every date that a document, a list or a series gives, side by side, and one chosen
 * with its reason. Read {@link org.writwatch.evidence.timing.TreatmentDates} first.
 */
@NullMarked
package org.writwatch.evidence.timing;

import org.jspecify.annotations.NullMarked;

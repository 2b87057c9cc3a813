/**
 * The two papers of a records claim: the request to the agency, and the skeleton of the action that follows a refusal.
 *
 * <p>{@link RecordsInputs} is what both are made from; {@link RecordsRequest} and {@link Petition} are the two doors.
 * The petition says on its face that it is not ripe for as long as {@link Ripeness} finds a fact missing.
 */
@NullMarked
package org.writwatch.papers.draft.records;

import org.jspecify.annotations.NullMarked;

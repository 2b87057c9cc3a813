/**
 * What a user says about one case: {@code matter.yaml}, read strictly, and the table of facts it may use. Read
 * {@link Matter} first.
 */
@NullMarked
package org.writwatch.law.matter;

import org.jspecify.annotations.NullMarked;

package org.writwatch.evidence;

import java.time.LocalDate;

/**
 * A day on which something changed in a county.
 *
 * @param on the day
 * @param basis what dates it: "document", "printed date", "custody record"
 */
record ChangeDate(LocalDate on, String basis) {}

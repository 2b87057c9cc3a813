/** Screenings, dates and the law of a place as plain text for a terminal. Read {@link ScreeningText} first. */
@NullMarked
package org.writwatch.law.text;

import org.jspecify.annotations.NullMarked;

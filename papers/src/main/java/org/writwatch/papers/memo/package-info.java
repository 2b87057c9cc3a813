/** A memorandum held against its form, as a lawyer reads it; and its duties as a calendar. */
@NullMarked
package org.writwatch.papers.memo;

import org.jspecify.annotations.NullMarked;

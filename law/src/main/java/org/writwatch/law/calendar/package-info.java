/**
 * Court days: which days do not count, how a period is counted, and why each skipped day was skipped. Read
 * {@link Deadlines} first.
 */
@NullMarked
package org.writwatch.law.calendar;

import org.jspecify.annotations.NullMarked;

/**
 * The lists ICE published, read as they were printed: every generation of its spreadsheets, and the earlier lists held
 * as tables.
 *
 * <p>A file becomes a {@link org.writwatch.agreements.roster.Workbook}, a workbook becomes a {@link
 * org.writwatch.agreements.roster.PublishedList} of rows that keep what was printed beside what it means. Nothing is
 * repaired silently: each repair and refusal is a {@link org.writwatch.agreements.roster.Remark} with its cell. Read
 * those three first.
 */
@NullMarked
package org.writwatch.agreements.roster;

import org.jspecify.annotations.NullMarked;

/**
 * From printed rows to true histories: which rows are one agency and one agreement, what happened to each and on which
 * list it shows.
 *
 * <p>The order of work is {@link org.writwatch.agreements.history.PublicationGuard} (which lists count), {@link
 * org.writwatch.agreements.history.Timeline} (in which order), {@link org.writwatch.agreements.history.Identity} (who is
 * who) and {@link org.writwatch.agreements.history.HistoryBuilder} (what happened). Everything is derived from the lists
 * and a file of decisions taken by people; the same lists give the same history in whatever order they come.
 */
@NullMarked
package org.writwatch.agreements.history;

import org.jspecify.annotations.NullMarked;

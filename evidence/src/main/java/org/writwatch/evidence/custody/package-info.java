/**
 * People in ICE custody, by place of detention: what ICE released under the Freedom of Information Act, as facts in our
 * own files, and how they were made from the published ones ({@link CustodyImport}).
 *
 * <p>The files count people, not entries. A day without a row is a day the release does not mention: nobody was held,
 * or the place was no longer reported; the two look the same and are kept apart from a printed zero. Read
 * {@link CustodyRecord} and {@link DailySeries} first.
 */
@NullMarked
package org.writwatch.evidence.custody;

import org.jspecify.annotations.NullMarked;

/** Finds what must not be in a filed paper. {@link RedactionGuard} is the door; originals are never altered. */
@NullMarked
package org.writwatch.papers.draft.redact;

import org.jspecify.annotations.NullMarked;

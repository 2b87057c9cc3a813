/** Looks over the law data: what is unverified, stale or dangling. Read {@link LawCheck} first. */
@NullMarked
package org.writwatch.law.check;

import org.jspecify.annotations.NullMarked;

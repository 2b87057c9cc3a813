/**
 * How a change in one jail is looked for, measured and doubted: windows of whole months, comparison jails fixed by a
 * written rule, placebo ranks, and what argues against the number. Numbers only; the words are added by
 * {@link org.writwatch.evidence.Effect}. Read {@link JailChange} first.
 */
@NullMarked
package org.writwatch.evidence.design;

import org.jspecify.annotations.NullMarked;

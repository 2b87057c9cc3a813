/**
 * Three-valued rules, decided exactly: a rule is met only if it is met under every completion of what is unknown, not
 * met only if it fails under every one, and unknown otherwise. Learning a fact never turns met into not met or back.
 *
 * <p>Read {@link Rule}, then {@link Decision}. Nothing here knows a claim, a statute or a file.
 */
@NullMarked
package org.writwatch.law.rule;

import org.jspecify.annotations.NullMarked;

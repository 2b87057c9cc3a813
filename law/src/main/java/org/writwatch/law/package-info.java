/**
 * What the law allows: writs, claims, authorities, records statutes and deadlines as data, and a three-valued screen
 * with reasons.
 *
 * <p>Every datum carries its authority, source and whether it was verified in primary text; an unverified one prints
 * {@code [VERIFY]} and never alone makes an element met. Read {@link Screening} and {@link Datum} first.
 */
@NullMarked
package org.writwatch.law;

import org.jspecify.annotations.NullMarked;

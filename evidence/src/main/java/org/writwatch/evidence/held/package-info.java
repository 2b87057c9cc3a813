/**
 * The tables that a person brought into a home folder, as {@code effect} reads them. Read {@link HeldTables} first.
 */
@NullMarked
package org.writwatch.evidence.held;

import org.jspecify.annotations.NullMarked;

/** Asks what a screening needs, one question at a time, and keeps the answers. Read {@link Interview} first. */
@NullMarked
package org.writwatch.app.interview;

import org.jspecify.annotations.NullMarked;

/** Errors when clusters are few. */
@NullMarked
package org.writwatch.estimates.fewclusters;

import org.jspecify.annotations.NullMarked;

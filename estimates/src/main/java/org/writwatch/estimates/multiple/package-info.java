/** Several claims at once: p values and false discoveries. */
@NullMarked
package org.writwatch.estimates.multiple;

import org.jspecify.annotations.NullMarked;

/** What a check of kept or bundled files found, one {@link org.writwatch.facts.check.Checked} for each file. */
@NullMarked
package org.writwatch.facts.check;

import org.jspecify.annotations.NullMarked;

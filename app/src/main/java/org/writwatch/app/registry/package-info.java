/** The register as a person reads it, and as it leaves in files: one agency in words, feeds, exports. */
@NullMarked
package org.writwatch.app.registry;

import org.jspecify.annotations.NullMarked;

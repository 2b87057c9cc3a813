/** The folder of papers for one claim: {@link DraftFolder} makes it, {@link AgencyRequest} looks the agency up. */
@NullMarked
package org.writwatch.app.draft;

import org.jspecify.annotations.NullMarked;

/** The exhibits of a filing as one document. {@link ExhibitBook} is the door; a bad exhibit becomes a sheet that says so. */
@NullMarked
package org.writwatch.papers.draft.exhibit;

import org.jspecify.annotations.NullMarked;

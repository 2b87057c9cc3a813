/** Is everything as it was left: what travels with the project, and what the home folder keeps. */
@NullMarked
package org.writwatch.app.verify;

import org.jspecify.annotations.NullMarked;

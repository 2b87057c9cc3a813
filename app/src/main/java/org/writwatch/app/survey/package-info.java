/** Surveys of residents as a command: a specification and a table in, shares with their doubts out. */
@NullMarked
package org.writwatch.app.survey;

import org.jspecify.annotations.NullMarked;

/**
 * What changed here: outcome tables become panels, panels meet designs, designs give {@link Finding}s.
 *
 * <p>A new outcome is a table and a descriptor, no code. A refusal is a finding too. Read {@link Finding} and
 * {@link Answer} first. No law and no screens here.
 */
@NullMarked
package org.writwatch.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: the only room that knows a screen, a clock or an argument. It wires the other rooms by hand.
 */
@NullMarked
package org.writwatch.app;

import org.jspecify.annotations.NullMarked;

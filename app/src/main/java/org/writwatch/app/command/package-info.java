/**
 * One class per command. A command reads its words, calls the rooms and prints; it computes nothing.
 *
 * <p>Start at {@link org.writwatch.app.command.CommandLines}.
 */
@NullMarked
package org.writwatch.app.command;

import org.jspecify.annotations.NullMarked;

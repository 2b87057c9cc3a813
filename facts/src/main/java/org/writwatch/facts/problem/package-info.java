/**
 * How the project says no: every refusal a user can meet is one of these, and each carries what was found, what was
 * expected and what to do. The command line turns them into exit codes; nothing else catches them.
 */
@NullMarked
package org.writwatch.facts.problem;

import org.jspecify.annotations.NullMarked;

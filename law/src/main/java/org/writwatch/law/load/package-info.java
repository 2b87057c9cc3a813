/**
 * Turns the law files into records, strictly: an unknown key, an unknown word or a dangling authority is refused with
 * its file and line. Nothing is read before it is asked for.
 */
@NullMarked
package org.writwatch.law.load;

import org.jspecify.annotations.NullMarked;

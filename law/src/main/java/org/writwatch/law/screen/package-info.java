/**
 * Screens a matter: the common gates, then each element, three-valued, with the facts used, authority for and against,
 * what is missing and what works better. Read {@link Screen} first.
 */
@NullMarked
package org.writwatch.law.screen;

import org.jspecify.annotations.NullMarked;

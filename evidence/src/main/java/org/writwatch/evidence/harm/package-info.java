/**
 * The harms that people name when police work for ICE, each as a question with what would measure it, what could be
 * mistaken for it, and the tables that can answer. Read {@link HarmCatalogue} first.
 */
@NullMarked
package org.writwatch.evidence.harm;

import org.jspecify.annotations.NullMarked;

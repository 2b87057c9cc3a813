/**
 * The register a user keeps in the home folder: what travels with the project and every list brought in since.
 *
 * <p>{@link org.writwatch.agreements.store.RegisterStore} is the door. A register there is made whole beside the old one
 * and takes its place in one step, so that a reader, a second writer or a power cut finds the old or the new one.
 */
@NullMarked
package org.writwatch.agreements.store;

import org.jspecify.annotations.NullMarked;

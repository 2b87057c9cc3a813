/**
 * The main job: everything about one place in one folder.
 *
 * <p>{@link org.writwatch.app.dossier.DossierContents} asks each room once; {@link org.writwatch.app.dossier.DossierFiles}
 * turns the answers into files. Trees for machines are made here, next to each other, so that page and JSON carry the
 * same facts.
 */
@NullMarked
package org.writwatch.app.dossier;

import org.jspecify.annotations.NullMarked;

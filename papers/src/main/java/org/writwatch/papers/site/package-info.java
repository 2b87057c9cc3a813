/**
 * The pages of the public site: the same sentences as the dossier, in a frame with a way out, a way to help, a way home and
 * the other language. Start with {@link org.writwatch.papers.site.SitePages}.
 */
@org.jspecify.annotations.NullMarked
package org.writwatch.papers.site;

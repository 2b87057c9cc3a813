/**
 * The public site: every page in both languages, written to a folder that any web server, or none, can show. Start with
 * {@link org.writwatch.app.site.SiteBuild}.
 */
@org.jspecify.annotations.NullMarked
package org.writwatch.app.site;

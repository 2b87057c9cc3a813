/**
 * What happened, for those who follow it: a page for each event, a CSV for each week, and Atom and JSON feeds for the
 * whole register, each state, county and agency. {@link org.writwatch.app.feed.RegistryFeeds} is the door.
 */
@NullMarked
package org.writwatch.app.feed;

import org.jspecify.annotations.NullMarked;

/** The only room that touches the network: it brings published lists in, from their address or from a folder. */
@NullMarked
package org.writwatch.app.sync;

import org.jspecify.annotations.NullMarked;

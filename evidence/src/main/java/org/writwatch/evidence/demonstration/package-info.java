/**
 * Three real cases from end to end, each a page that anyone with the published tables can make again: a pair of jails
 * whose sheriffs ended it, a wave of new agreements, and a naive result that fails its own check. Read
 * {@link org.writwatch.evidence.demonstration.CityWave} first.
 */
@NullMarked
package org.writwatch.evidence.demonstration;

import org.jspecify.annotations.NullMarked;

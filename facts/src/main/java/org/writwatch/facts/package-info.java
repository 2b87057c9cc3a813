/**
 * What everything else stands on: places, agencies, periods, sources and sentence-sized facts.
 *
 * <p>Nothing here knows a file format of a publisher, a statistic or a rule of law. {@link
 * org.writwatch.facts.yaml.YamlMap} is the one way in which every room reads YAML. Read {@link Place}, {@link Source}
 * and {@link Fact} first. All types are immutable values and safe to share between threads.
 */
@NullMarked
package org.writwatch.facts;

import org.jspecify.annotations.NullMarked;

/**
 * Reads YAML strictly: every key must be one the reader asked for, and every refusal names file, line, key and the
 * nearest key there is. Read {@link YamlMap} first.
 */
@NullMarked
package org.writwatch.facts.yaml;

import org.jspecify.annotations.NullMarked;

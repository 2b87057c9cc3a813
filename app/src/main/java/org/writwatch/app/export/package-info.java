/**
 * The whole register as files for other people's programs: one set of tables, written as CSV, JSON, Parquet and XLSX,
 * with a description of each column, a data package and checksums. {@link org.writwatch.app.export.RegistryExport} is the
 * door.
 */
@NullMarked
package org.writwatch.app.export;

import org.jspecify.annotations.NullMarked;

/** A memorandum for the command line: as a tree for machines, as words for people, as rows for a spreadsheet. */
@org.jspecify.annotations.NullMarked
package org.writwatch.app.memo;

/** Profiling tests on stop records from a specification file: reading it, running the test it names, and the answer as a tree. */
@org.jspecify.annotations.NullMarked
package org.writwatch.app.stops;

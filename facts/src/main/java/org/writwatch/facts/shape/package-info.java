/** The outlines of counties, unprojected, with borders shared: {@link org.writwatch.facts.shape.CountyShapes}. */
@org.jspecify.annotations.NullMarked
package org.writwatch.facts.shape;

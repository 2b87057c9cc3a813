/**
 * What a two-way fixed-effects coefficient is made of when units are treated at different times. Read {@link GoodmanBacon} first.
 */
@NullMarked
package org.writwatch.estimates.bacon;

import org.jspecify.annotations.NullMarked;

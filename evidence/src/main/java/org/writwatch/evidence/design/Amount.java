package org.writwatch.evidence.design;

/**
 * What one month of a place counts.
 *
 * @param value the number
 * @param per what it is divided by; 1 for a count by month
 */
public record Amount(double value, double per) {}

package org.writwatch.agreements.memo;

/**
 * One word of a memorandum.
 *
 * @param text as read
 * @param key folded for comparison; empty for bullets and rules
 * @param page from 1
 * @param line running number of the printed line it stands in, over the whole file
 */
record Token(String text, String key, int page, int line) {}

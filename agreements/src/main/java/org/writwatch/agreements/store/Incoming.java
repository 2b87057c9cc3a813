package org.writwatch.agreements.store;

/**
 * A list on its way in.
 *
 * @param name the file's name, without folders; its label and archive time are witnesses of when it was made
 * @param content its bytes, kept as they are
 */
public record Incoming(String name, byte[] content) {}

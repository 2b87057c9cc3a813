package org.writwatch.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a thing came from, exactly enough that a stranger can check it.
 *
 * @param id stable name, unique among the sources of one answer
 * @param publisher who published it
 * @param title what it is
 * @param licence the terms it may be reused under, or "public record"
 * @param retrieved the day the bytes were fetched, when known
 * @param sha256 hash of the bytes as published: 64 lower-case hex digits; empty when only a reading of them is held
 * @param location where inside: sheet and row, page and clause, line; empty text for the whole
 * @param address where it was published, when known
 */
public record Source(
        String id,
        String publisher,
        String title,
        String licence,
        Optional<LocalDate> retrieved,
        Optional<String> sha256,
        String location,
        Optional<String> address)
        implements Comparable<Source> {
    public Source {
        if (id.isBlank() || publisher.isBlank() || title.isBlank() || licence.isBlank()) {
            throw new IllegalArgumentException("a source needs an id, a publisher, a title and a licence: " + id);
        }
        sha256.ifPresent(h -> {
            if (!h.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(id + ": a sha-256 is 64 lower-case hex digits");
            }
        });
    }

    /** The same source, pointing at one place inside it. */
    public Source at(String where) {
        return new Source(id, publisher, title, licence, retrieved, sha256, where, address);
    }

    @Override
    public int compareTo(Source other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : location.compareTo(other.location);
    }
}

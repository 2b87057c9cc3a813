package org.writwatch.facts.gazetteer;

import java.util.List;
import org.writwatch.facts.Place;

/** What became of a search for a place. */
public sealed interface Lookup {
    /** Exactly one place answers to these words. */
    record Found(Place place) implements Lookup {}

    /** At least two places answer; which was meant is for the person to say. In order of FIPS number. */
    record Ambiguous(List<Place> places) implements Lookup {
        public Ambiguous {
            places = List.copyOf(places);
            if (places.size() < 2) {
                throw new IllegalArgumentException("ambiguous between fewer than two: " + places);
            }
        }
    }

    /** None answers. {@code nearest} holds places spelt alike, nearest first; often empty, never long. */
    record Unknown(List<Place> nearest) implements Lookup {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }
}

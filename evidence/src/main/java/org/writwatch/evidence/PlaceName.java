package org.writwatch.evidence;

import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Phrase;

/** A place said in a sentence, in the words of each language. */
final class PlaceName {
    private PlaceName() {}

    /** As the gazetteer says it; its label when the gazetteer does not have it. */
    static Phrase of(Place place) {
        Gazetteer gazetteer = Gazetteer.bundled();
        return gazetteer.find(place.fips()).map(gazetteer::phrase).orElseGet(() -> Phrase.verbatim(place.label()));
    }
}

package org.writwatch.evidence;

import java.util.List;
import org.writwatch.evidence.harm.Harm;
import org.writwatch.facts.Place;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/** The questions the data at hand cannot answer, asked all the same, with the data that would answer each. */
final class OpenQuestions {
    private final Place place;
    private final String vintage;
    private final List<Source> sources;

    OpenQuestions(Place place, String vintage, List<Source> sources) {
        this.place = place;
        this.vintage = vintage;
        this.sources = sources;
    }

    /** Delegation, bed contract and hold practice can end together; a count of people cannot tell them apart. */
    Finding cause() {
        return refuse("custody-cause", "cause", 4);
    }

    /** Recorded crime is crime times reporting; alone it says nothing about either. */
    Finding crimeReporting() {
        return refuse("crime-reporting", "reporting", 3);
    }

    /** Trust is in people's heads: only asking them measures it. */
    Finding trust() {
        return refuse("trust", "trust", 2);
    }

    /** Any harm the catalogue refuses. */
    Finding refuse(Harm harm) {
        return refuse(harm.id(), harm.phrases(), harm.data());
    }

    private Finding refuse(String id, String key, int data) {
        Phrase because = say(key + ".because");
        List<Phrase> wouldAnswer = java.util.stream.IntStream.rangeClosed(1, data)
                .mapToObj(i -> say(key + ".data." + i))
                .toList();
        return new Finding(
                id,
                place,
                say(key + ".question", PlaceName.of(place)),
                say(key + ".design"),
                new Answer.NotIdentified(because, wouldAnswer),
                say(key + ".reading", PlaceName.of(place)),
                List.of(),
                List.of(),
                List.of(),
                say(key + ".coverage"),
                List.of(),
                vintage,
                sources);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}

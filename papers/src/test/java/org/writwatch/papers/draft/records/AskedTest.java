package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** A letter asks an agency for what it has, once, and never for what others have. */
class AskedTest {
    private static Finding refused(String... needs) {
        Phrase said = Phrase.verbatim("x");
        return new Finding(
                "id",
                new Place(new Fips("12019"), "Clay County", UsState.FL),
                said,
                said,
                new Answer.NotIdentified(
                        said,
                        java.util.Arrays.stream(needs)
                                .map(n -> Phrase.of("evidence", n))
                                .toList()),
                said,
                List.of(),
                List.of(),
                List.of(),
                said,
                List.of(),
                "vintage",
                List.of(Samples.source("custody", "Custody data", "")));
    }

    @Test
    void asksOnceForWhatAnAgencyHas() {
        List<String> keys = Asked.toAnswer(List.of(
                        refused("cause.data.4", "reporting.data.2", "reporting.data.1"), refused("detainers.data.1")))
                .stream()
                .map(a -> a.what().key())
                .toList();
        assertEquals(List.of("draft.ask.detainer-log", "draft.ask.calls"), keys);
    }

    @Test
    void everyNeedAndEveryAskHasItsWords() {
        Properties asks = DraftData.read("asks.properties");
        Phrasebook book = Phrasebook.of(Lang.EN);
        for (String need : new TreeSet<>(asks.stringPropertyNames())) {
            String module = need.substring(0, need.indexOf('.'));
            assertTrue(book.knows(module, need.substring(module.length() + 1)), "no such need: " + need);
            assertTrue(book.knows("papers", "draft.ask." + asks.getProperty(need)), "no words for: " + need);
        }
    }
}

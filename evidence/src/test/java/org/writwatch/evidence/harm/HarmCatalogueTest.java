package org.writwatch.evidence.harm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Effect;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.Jails;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** The story told about 287(g), claim by claim: each is measured, or refused with the data that would answer. */
class HarmCatalogueTest {
    private static final Map<String, String> STORY = new TreeMap<>(Map.of(
            "profiling", "profiling",
            "deportations", "custody",
            "reluctance to report", "crime-reporting",
            "higher crime", "public-safety",
            "vigilantism", "vigilantism",
            "strained relations", "relations",
            "distrust", "trust",
            "anxiety", "anxiety",
            "division and isolation", "isolation"));

    @Test
    void everyHarmOfTheStoryIsAnsweredOrRefused() {
        List<Finding> findings = new Effect(Jails.RECORD).everyHarm(Jails.MECKLENBURG);
        for (String id : STORY.values()) {
            Finding finding = findings.stream()
                    .filter(f -> f.id().equals(id) || f.id().startsWith(id + "-meck"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id));
            if (id.equals("custody")) {
                assertInstanceOf(Answer.Estimated.class, finding.answer());
            } else {
                Answer.NotIdentified refusal = assertInstanceOf(Answer.NotIdentified.class, finding.answer());
                assertFalse(refusal.wouldAnswer().isEmpty(), id);
            }
        }
        Set<String> ids = findings.stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(findings.size(), ids.size());
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        for (Harm harm : HarmCatalogue.list()) {
            for (Lang lang : Lang.values()) {
                Phrasebook book = Phrasebook.of(lang);
                assertFalse(book.say(harm.name()).isBlank());
                harm.controlsSaid().forEach(p -> assertFalse(book.say(p).isBlank()));
                harm.confoundersSaid().forEach(p -> assertFalse(book.say(p).isBlank()));
                harm.wouldAnswer().forEach(p -> assertFalse(book.say(p).isBlank()));
                if (harm.answer() == Harm.Kind.REFUSAL) {
                    for (String which : List.of("question", "design", "because", "reading", "coverage")) {
                        assertFalse(book.say(harm.sentence(which, Phrase.verbatim("X")))
                                .isBlank());
                    }
                }
            }
        }
    }

    @Test
    void tablesAreThoseOfTheCatalogue() {
        Set<String> known =
                OutcomeCatalogue.list().stream().map(TableDescriptor::name).collect(Collectors.toSet());
        HarmCatalogue.list().forEach(h -> assertTrue(known.containsAll(h.tables()), h.id() + " " + h.tables()));
        Set<String> ids = HarmCatalogue.list().stream().map(Harm::id).collect(Collectors.toSet());
        assertTrue(ids.containsAll(STORY.values()));
    }

    @Test
    void reportingHasHomicideAsItsControl() {
        Harm reporting = HarmCatalogue.list().stream()
                .filter(h -> h.id().equals("crime-reporting"))
                .findFirst()
                .orElseThrow();
        assertTrue(reporting.controls().contains("homicide"));
        assertTrue(reporting.confounders().containsAll(List.of("secure-communities", "covid")));
    }
}

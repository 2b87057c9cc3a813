package org.writwatch.papers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.facts.glossary.Glossary;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/** A kind that another room adds must have its words here, or a page would fail for the one county that has it. */
class EveryKindHasWordsTest {
    @Test
    void everyModelAndEveryKindOfDuty() {
        for (Lang lang : Lang.values()) {
            for (Model model : Model.values()) {
                for (String prefix : new String[] {"page.model.means.", "chart.model.", "draft.model."}) {
                    assertKnown(lang, prefix + model.name());
                }
                if (model == Model.UNSTATED) {
                    assertKnown(lang, "page.model." + model.name());
                } else {
                    assertOneName(lang, model);
                }
            }
            for (Duty.Party party : Duty.Party.values()) {
                for (Duty.Force force : Duty.Force.values()) {
                    assertKnown(lang, "page.duty." + party.name() + "." + force.name());
                }
            }
        }
    }

    /** Drafts call a model what the glossary calls it, capitals aside; pages ask the glossary itself. */
    private static void assertOneName(Lang lang, Model model) {
        String name = Phrasebook.of(lang).say("papers", "draft.model." + model.name()) + " (" + model.name() + ")";
        assertTrue(Glossary.bundled().list().stream().anyMatch(t -> t.name(lang).equalsIgnoreCase(name)), name);
    }

    private static void assertKnown(Lang lang, String key) {
        assertTrue(Phrasebook.of(lang).knows("papers", key), lang + ": " + key);
    }
}

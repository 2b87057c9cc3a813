package org.writwatch.papers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/** A kind that another room adds must have its words here, or a page would fail for the one county that has it. */
class EveryKindHasWordsTest {
    @Test
    void everyModelAndEveryKindOfDuty() {
        for (Lang lang : Lang.values()) {
            for (Model model : Model.values()) {
                for (String prefix :
                        new String[] {"page.model.", "page.model.means.", "chart.model.", "draft.model."}) {
                    assertKnown(lang, prefix + model.name());
                }
            }
            for (Duty.Party party : Duty.Party.values()) {
                for (Duty.Force force : Duty.Force.values()) {
                    assertKnown(lang, "page.duty." + party.name() + "." + force.name());
                }
            }
        }
    }

    private static void assertKnown(Lang lang, String key) {
        assertTrue(Phrasebook.of(lang).knows("papers", key), lang + ": " + key);
    }
}

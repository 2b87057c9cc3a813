package org.writwatch.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Registry;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/** What is said after an agreement is gone: never that 287(g) ended where another agreement of the county goes on. */
class AfterRemedyTest {
    private static final Phrasebook EN = Phrasebook.of(Lang.EN);
    private static final Effect EFFECT = new Effect(Jails.RECORD);

    @Test
    void whereAnAgreementGoesOnTheReadingSaysSoAndItSpeaksAgainst() {
        Finding remedy = find("Collier County, FL", "after-remedy");
        assertTrue(EN.say(remedy.reading()).contains("are on the last list"), EN.say(remedy.reading()));
        assertTrue(EN.say(remedy.reading()).contains("not the end of 287(g) here"));
        String spanish = Phrasebook.of(Lang.ES).say(remedy.reading());
        assertTrue(spanish.contains("no por el fin de 287(g)"), spanish);
        assertEquals("still-listed", remedy.diagnostics().get(0).id());
        assertEquals(Diagnostic.Verdict.AGAINST, remedy.diagnostics().get(0).verdict());
        String all = said(remedy);
        assertTrue(all.contains("collier-county-sheriffs-office-fl/tfm/2025-02-24 (from February 24, 2025)"), all);
        assertTrue(all.contains("may have been replaced, not ended"), all);
        // Dates of the agreements that are gone, and of no other.
        assertFalse(all.contains("tfm/2025-02-24: A published list"), all);
    }

    @Test
    void whereNoneGoesOnNothingOfTheKindIsSaid() {
        Finding remedy = find("Mecklenburg County, NC", "after-remedy");
        assertFalse(EN.say(remedy.reading()).contains("last list"), EN.say(remedy.reading()));
        assertTrue(remedy.diagnostics().stream().noneMatch(d -> d.id().equals("still-listed")));
    }

    /** Every county of the register in which an agreement is gone and another is not. */
    @Test
    void itIsSaidOfEveryCountyItIsTrueOf() {
        Registry registry = Registry.bundled();
        LocalDate day = registry.lastList();
        int both = 0;
        for (Place place : Gazetteer.bundled().listPlaces()) {
            List<Agreement> local = registry.policing(place, day).stream()
                    .filter(a -> a.agency().reach() != org.writwatch.facts.Reach.STATEWIDE)
                    .toList();
            boolean gone = local.stream().anyMatch(a -> a.status() instanceof AgreementStatus.NotSeen);
            boolean on = local.stream().anyMatch(a -> a.status() instanceof AgreementStatus.Active);
            if (gone && on && both < 12) {
                both++;
                Finding remedy = find(place.fips().code(), "after-remedy");
                assertEquals("still-listed", remedy.diagnostics().get(0).id(), place.label());
            }
        }
        assertEquals(12, both);
    }

    /** A county that has an agreement and no number still has the dates of its agreement. */
    @Test
    void datesOfAnAgreementStandBesideARefusal() {
        Finding custody = find("Harris County, TX", "custody");
        assertTrue(said(custody).contains("southside-place-police-department-tx/tfm/2025-06-13"), said(custody));
        Finding none = find("Cook County, IL", "custody");
        assertTrue(none.diagnostics().isEmpty(), said(none));
    }

    private static Finding find(String place, String id) {
        return EFFECT.forPlace(Gazetteer.bundled().get(place)).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String said(Finding finding) {
        return finding.diagnostics().stream().map(d -> EN.say(d.sentence())).reduce("", (a, b) -> a + "\n" + b);
    }
}

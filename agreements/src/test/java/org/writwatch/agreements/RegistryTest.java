package org.writwatch.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.history.HistoryLine;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.problem.NotFound;

class RegistryTest {
    private final Registry registry = Registry.bundled();
    private final LocalDate last = registry.lastList();

    private List<Agreement> policing(String place) {
        return registry.policing(Gazetteer.bundled().get(place), last);
    }

    @Test
    void anAgreementIsFoundByItsIdAndByThatOfItsApplication() {
        int led = 0;
        for (Agreement agreement : registry.list(last)) {
            assertEquals(agreement, registry.findAgreement(agreement.id(), last).orElseThrow());
            String applied = HistoryLine.applicationId(agreement.id());
            led += registry.findAgreement(applied, last).isPresent() ? 1 : 0;
        }
        assertTrue(led > 500, "agreements that were applied for: " + led);
        assertTrue(registry.findAgreement("nowhere-fl/tfm/2025-01-01", last).isEmpty());
        assertTrue(registry.findAgreement("mecklenburg-county-sheriffs-office-nc", last)
                .isEmpty());
    }

    @Test
    void theLastListHasItsDate() {
        assertEquals(LocalDate.of(2026, 5, 18), last);
    }

    /** Listed in 2009, not in 2021: nobody knows from lists when it ended, so it is "not seen" and never "ended". */
    @Test
    void mecklenburgInNorthCarolinaIsNotSeenAndSaysWhatNothingCovers() {
        Agreement only = policing("Mecklenburg County, NC").stream()
                .filter(a -> a.agency().reach() == Reach.COUNTY)
                .findFirst()
                .orElseThrow();
        assertEquals("mecklenburg-county-sheriffs-office-nc/jem/2006-02-27", only.id());
        AgreementStatus.NotSeen status = assertInstanceOf(AgreementStatus.NotSeen.class, only.status());
        assertEquals(LocalDate.of(2009, 10, 28), status.lastListed());
        assertEquals(LocalDate.of(2021, 1, 13), status.firstAbsent());
        assertEquals(LocalDate.of(2007, 9, 19), only.firstListed());
        assertEquals("note.not-covered", only.notes().get(0).key());
        assertTrue(only.agency().ori().isEmpty(), "the FBI's file has no record of this sheriff");
    }

    /** The last list has a Mecklenburg County in Virginia. */
    @Test
    void noAgreementCrossesAStateLine() {
        assertTrue(registry.find("mecklenburg-county-sheriffs-office-va").isPresent());
        for (String place :
                List.of("Mecklenburg County, NC", "Wake County, NC", "Clay County, FL", "Clay County, MO")) {
            Place county = Gazetteer.bundled().get(place);
            for (Agreement a : policing(place)) {
                assertEquals(county.state(), a.agency().state(), a.id());
            }
        }
    }

    @Test
    void clayCountyInFloridaHasALiveJailAgreementOf2020() {
        Agreement jail = policing("Clay County, FL").stream()
                .filter(a -> a.id().equals("clay-county-sheriffs-office-fl/jem/2020-03-11"))
                .findFirst()
                .orElseThrow();
        assertEquals(new AgreementStatus.Active(last), jail.status());
        assertEquals("FL0100000", jail.agency().ori().orElseThrow());
        assertEquals("12019", jail.agency().county().orElseThrow().code());
        assertTrue(
                jail.memoUrl().orElseThrow().endsWith("287gJEM_ClayCoFl2020-03-11.pdf"),
                jail.memoUrl().toString());
        assertTrue(jail.proof().get(1).location().startsWith("Sheet1 row "));
        assertEquals(64, jail.proof().get(1).sha256().orElseThrow().length());
    }

    @Test
    void allThreeLayersOfClayCountyAreThere() {
        List<Reach> layers = policing("Clay County, FL").stream()
                .map(a -> a.agency().reach())
                .distinct()
                .toList();
        assertEquals(List.of(Reach.COUNTY, Reach.WITHIN_COUNTY, Reach.STATEWIDE), layers);
    }

    @Test
    void anEarlierDayKnowsNothingOfWhatCameLater() {
        LocalDate day = LocalDate.of(2025, 1, 1);
        for (Agreement a : registry.list(day)) {
            assertFalse(a.firstListed().isAfter(day), a.id());
            assertFalse(a.lastListed().isAfter(day), a.id());
            assertFalse(a.firstAbsent().filter(d -> d.isAfter(day)).isPresent(), a.id());
        }
        long active = registry.list(day).stream()
                .filter(a -> a.status() instanceof AgreementStatus.Active)
                .count();
        assertEquals(135, active, "the web table of December 2024 has 135 rows");
    }

    @Test
    void everyActiveAgreementStandsOnTheLastList() {
        long active = registry.list(last).stream()
                .filter(a -> a.status() instanceof AgreementStatus.Active)
                .count();
        long rows = registry.lists().all().stream()
                .filter(l -> l.file().startsWith("20260518"))
                .mapToLong(l -> l.counts().rows())
                .sum();
        assertEquals(1843, rows);
        assertEquals(rows, active, "one row, one agreement");
    }

    @Test
    void anEarlierNameStillLeadsToItsAgency() {
        assertEquals(
                registry.agency("marco-island-police-department-fl"),
                registry.agency("macro-island-police-department-fl"));
        assertThrows(NotFound.class, () -> registry.agency("no-such-agency-zz"));
    }

    @Test
    void nineteenOfTwentyCountyAndCityAgenciesHaveTheirCounty() {
        long local = registry.agencies().stream()
                .filter(a -> a.agency().reach() != Reach.STATEWIDE)
                .count();
        long joined = registry.agencies().stream()
                .filter(a -> a.agency().reach() != Reach.STATEWIDE)
                .filter(a -> a.agency().county().isPresent())
                .count();
        assertTrue(joined >= local * 0.95, joined + " of " + local);
    }

    @Test
    void everyBundledFileIsListedWithItsLicence() throws Exception {
        List<String> faults = Bundle.unlisted(Path.of("src/main/resources")).stream()
                .filter(f -> f.contains("registry"))
                .toList();
        assertEquals(List.of(), faults);
    }
}

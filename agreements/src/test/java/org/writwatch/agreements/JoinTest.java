package org.writwatch.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.history.Basis.Confidence;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Reach;
import org.writwatch.facts.gazetteer.AgencyType;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/** Joins to counties and FBI numbers over the whole register: right or empty, and never out of the state. */
class JoinTest {
    private final Registry registry = Registry.bundled();
    private final Gazetteer gazetteer = Gazetteer.bundled();

    private HeldAgency held(String id) {
        return registry.find(id).orElseThrow();
    }

    /** The share that docs/registry.md states; printed so that it can be had again. */
    @Test
    void nineteenOfTwentyAgreementsHaveACounty() {
        List<Agreement> all = registry.list(registry.lastList());
        long local =
                all.stream().filter(a -> a.agency().reach() != Reach.STATEWIDE).count();
        long joined = all.stream()
                .filter(a -> !held(a.agency().id()).counties().isEmpty())
                .count();
        long numbered = registry.agencies().stream()
                .filter(a -> a.agency().ori().isPresent())
                .count();
        System.out.printf(
                java.util.Locale.ROOT,
                "joins: %d agreements, %d of local agencies, %d with a county (%.1f %% of local, %.1f %% of all); %d of %d"
                        + " agencies with an FBI number%n",
                all.size(),
                local,
                joined,
                100.0 * joined / local,
                100.0 * joined / all.size(),
                numbered,
                registry.agencies().size());
        assertTrue(joined >= 0.95 * all.size(), joined + " of " + all.size());
    }

    @Test
    void noJoinLeavesItsState() {
        for (HeldAgency a : registry.agencies()) {
            for (Fips county : a.counties()) {
                assertEquals(
                        a.agency().state(),
                        gazetteer.find(county).orElseThrow().state(),
                        a.agency().id());
            }
            a.agency().ori().ifPresent(ori -> {
                FbiAgency fbi = gazetteer.findAgencyByOri(ori).orElseThrow();
                assertEquals(
                        a.agency().state(),
                        fbi.state().orElseThrow(),
                        a.agency().id());
                assertTrue(
                        fbi.counties().isEmpty() || a.counties().stream().anyMatch(fbi.counties()::contains),
                        a.agency().id() + ": its county is none of " + ori);
            });
        }
    }

    /** Population and officers, cell by cell against the FBI's own table; where it says zero nothing is said, and why. */
    @Test
    void populationAndOfficersAreTheFbisOrEmptyWithTheReason() {
        int people = 0;
        int officers = 0;
        int counted = 0;
        for (Map<String, String> row :
                new RegistryTables(registry, gazetteer).agencies(Lang.EN).texts()) {
            String id = row.get("agency_id");
            Optional<FbiAgency> fbi =
                    Optional.of(row.get("ori")).filter(o -> !o.isEmpty()).flatMap(gazetteer::findAgencyByOri);
            assertEquals(positive(fbi.map(FbiAgency::population)), row.get("population"), id);
            assertEquals(positive(fbi.map(FbiAgency::officers)), row.get("officers"), id);
            assertEquals(fbi.map(f -> String.valueOf(f.dataYear())).orElse(""), row.get("fbi_year"), id);
            assertEquals(fbi.isEmpty(), row.get("figures_why").startsWith("Without an FBI number"), id);
            people += row.get("population").isEmpty() ? 0 : 1;
            officers += row.get("officers").isEmpty() ? 0 : 1;
            counted += fbi.isPresent() && row.get("figures_why").contains("another has them") ? 1 : 0;
        }
        System.out.println("figures: " + people + " agencies with a population, " + counted
                + " whose people the FBI counts elsewhere, " + officers + " with officers");
        assertEquals(
                registry.agencies().stream()
                        .filter(a -> a.agency().ori().isPresent())
                        .count(),
                people + counted);
        Map<String, String> patrol = new RegistryTables(registry, gazetteer)
                .agency(held("arizona-department-of-public-safety-az"), Lang.ES)
                .texts()
                .get(0);
        assertEquals("", patrol.get("population"));
        assertTrue(patrol.get("figures_why").startsWith("El FBI no cuenta a nadie"), patrol.get("figures_why"));
    }

    private static String positive(Optional<OptionalInt> figure) {
        return figure.filter(n -> n.isPresent() && n.getAsInt() > 0)
                .map(n -> String.valueOf(n.getAsInt()))
                .orElse("");
    }

    /** A sheriff has been given the numbers of a city, and a population counted twice: both need two agencies on one number. */
    @Test
    void noTwoAgenciesShareAnFbiNumberAndKindsAgree() {
        Map<String, String> taken = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (HeldAgency a : registry.agencies()) {
            a.agency().ori().ifPresent(ori -> {
                String other = taken.put(ori, a.agency().id());
                if (other != null) {
                    faults.add(ori + ": " + other + ", " + a.agency().id());
                }
                AgencyType type = gazetteer.findAgencyByOri(ori).orElseThrow().type();
                if (a.type().equals("sheriff") != (type == AgencyType.COUNTY)
                        && !a.agency().name().contains("County")) {
                    faults.add(a.agency().id() + " is joined to a record of " + type);
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    /** Monroe, Georgia, lies in Walton County; the list prints Monroe County, whose sheriff the FBI calls Monroe too. */
    @Test
    void aCityNamedLikeACountyElsewhereGetsNeitherItsCountyNorItsSheriff() {
        assertEquals(
                "GA1470100", held("monroe-police-department-ga").agency().ori().orElseThrow());
        assertEquals(
                List.of(new Fips("13297")), held("monroe-police-department-ga").counties());
        assertEquals(
                "AL0200400",
                held("cherokee-police-department-al").agency().ori().orElseThrow());
        assertEquals(
                "TX1430300", held("yoakum-police-department-tx").agency().ori().orElseThrow());
        assertEquals(
                "FL0470100",
                held("okeechobee-police-department-fl").agency().ori().orElseThrow());
    }

    @Test
    void northCountyIsNoMisspeltWorthCounty() {
        assertEquals(
                List.of(new Fips("29189")),
                held("north-county-police-cooperative-mo").counties());
    }

    @Test
    void aTownshipIsToldFromItsNamesakesByItsCounty() {
        assertEquals(
                "Butler Township, Luzerne County",
                gazetteer
                        .findAgencyByOri(held("butler-township-police-department-pa")
                                .agency()
                                .ori()
                                .orElseThrow())
                        .orElseThrow()
                        .name());
    }

    @Test
    void aCityInSeveralCountiesPolicesEachOfThem() {
        HeldAgency durham = held("durham-police-department-nc");
        assertTrue(durham.agency().county().isEmpty(), "none is its main county");
        assertEquals(Set.of(new Fips("37063"), new Fips("37135"), new Fips("37183")), new HashSet<>(durham.counties()));
        assertEquals(Confidence.MEDIUM, durham.countyBasis().confidence());
        for (Fips county : durham.counties()) {
            List<Agency> here = registry.agencies(gazetteer.find(county).orElseThrow());
            assertTrue(here.contains(durham.agency()), county.toString());
        }
    }

    @Test
    void aSheriffWithoutARecordHasNoNumber() {
        for (String id : List.of(
                "jasper-county-sheriffs-office-in",
                "scott-county-sheriffs-office-mo",
                "lake-county-sheriffs-office-oh",
                "lebanon-county-sheriffs-office-pa",
                "montour-county-sheriffs-office-pa")) {
            assertTrue(held(id).agency().ori().isEmpty(), id);
            assertEquals("no-record", held(id).oriBasis().code(), id);
        }
    }

    @Test
    void everyJoinSaysHowSureItIsAndWhyInBothLanguages() {
        for (HeldAgency a : registry.agencies()) {
            assertEquals(
                    a.counties().isEmpty(),
                    a.countyBasis().confidence() == Confidence.NONE,
                    a.agency().id());
            assertEquals(
                    a.agency().ori().isEmpty(),
                    a.oriBasis().confidence() == Confidence.NONE,
                    a.agency().id());
            for (Lang lang : Lang.values()) {
                assertFalse(Phrasebook.of(lang).say(a.countyBasis().reason()).isBlank());
                assertFalse(Phrasebook.of(lang).say(a.oriBasis().reason()).isBlank());
            }
        }
    }
}

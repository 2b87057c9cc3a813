package org.writwatch.facts.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

class AgencyTableTest {
    private final Gazetteer gazetteer = Gazetteer.bundled();

    @Test
    void holdsEveryPublishedAgencyWithACountyOfItsStateOrAReason() {
        List<FbiAgency> all = gazetteer.listAgencies();
        assertEquals(18_330, all.size());
        Map<FbiAgency.Unjoined, Integer> reasons = new EnumMap<>(FbiAgency.Unjoined.class);
        for (FbiAgency agency : all) {
            agency.unjoined().ifPresent(r -> reasons.merge(r, 1, Integer::sum));
            for (Fips county : agency.counties()) {
                Place place = gazetteer.find(county).orElseThrow();
                assertEquals(agency.state(), Optional.of(place.state()), agency.ori());
            }
            assertFalse(agency.name().isBlank(), agency.ori());
            assertFalse(agency.name().endsWith(":") || agency.name().endsWith(","), agency.name());
            assertTrue(AgencyTable.isOri(agency.ori()), agency.ori());
        }
        assertEquals(
                Map.of(
                        FbiAgency.Unjoined.SEVERAL, count(a -> a.counties().size() > 1),
                        FbiAgency.Unjoined.NOT_SPECIFIED, 468 - 56 - 3 - 2 - 3, // federal, District, Guam, corrected
                        FbiAgency.Unjoined.UNMAPPED, 13,
                        FbiAgency.Unjoined.PLANNING_REGION, 103,
                        FbiAgency.Unjoined.FEDERAL, 57),
                reasons);
    }

    private int count(java.util.function.Predicate<FbiAgency> test) {
        return (int) gazetteer.listAgencies().stream().filter(test).count();
    }

    @ParameterizedTest
    @CsvSource({
        "NC0600100, 37119", // Charlotte-Mecklenburg
        "VA0580000, 51117", // Mecklenburg, Virginia
        "VA1075000, 51600", // Fairfax City
        "VA0290100, 51059", // Fairfax County
        "MO0950000, 29189", // St. Louis County
        "MOSPD0000, 29510", // St. Louis
        "MDBPD0000, 24510", // Baltimore
        "MD0030100, 24005", // Baltimore County
        "NV0130000, 32510", // Carson City
        "DCMPD0000, 11001", // the one county equivalent of its state
        "AK0012600, 02090", // by correction
    })
    void agenciesLieWhereTheirPublishedCellSays(String ori, String fips) {
        assertEquals(Optional.of(new Fips(fips)), gazetteer.countyOf(ori).map(Place::fips));
        assertTrue(gazetteer.listAgencies(new Fips(fips)).stream()
                .anyMatch(a -> a.ori().equals(ori)));
    }

    @Test
    void anAgencyOfTwoCountiesIsListedInBothAndHasNoSingleCounty() {
        FbiAgency davidson = gazetteer.findAgencyByOri("nc0600500").orElseThrow();
        assertEquals(List.of(new Fips("37097"), new Fips("37119")), davidson.counties());
        assertEquals(Optional.of(FbiAgency.Unjoined.SEVERAL), davidson.unjoined());
        assertTrue(
                davidson.county().isEmpty() && gazetteer.countyOf("NC0600500").isEmpty());
        assertTrue(gazetteer.listAgencies(new Fips("37119")).contains(davidson));
        assertTrue(gazetteer.listAgencies(new Fips("37097")).contains(davidson));
    }

    @ParameterizedTest
    @CsvSource({"18073, Jasper", "29201, Scott", "39085, Lake", "42075, Lebanon", "42093, Montour", "37119, Mecklenburg"
    })
    void aSheriffTheFbiDoesNotListIsNotMadeUpAndNotTakenFromANamesake(String fips, String county) {
        Place place = gazetteer.find(new Fips(fips)).orElseThrow();
        assertTrue(place.name().startsWith(county));
        assertFalse(gazetteer.listAgencies(place.fips()).stream().anyMatch(a -> a.type() == AgencyType.COUNTY));
    }

    @Test
    void statewideAgenciesAreOfTheState() {
        List<FbiAgency> statewide = gazetteer.listStatewide(UsState.NC);
        assertTrue(statewide.stream().anyMatch(a -> a.name().equals("North Carolina State Bureau of Investigation")));
        assertTrue(statewide.stream()
                .allMatch(a -> a.state().equals(Optional.of(UsState.NC))
                        && a.type().reach().equals(Optional.of(Reach.STATEWIDE))));
        assertTrue(gazetteer.listStatewide(UsState.NE).size() > 0, "Nebraska is NB in the published file");
    }

    @Test
    void everyCorrectionIsOfAKnownAgencyChangesSomethingAndSaysWhy() throws IOException {
        Set<String> seen = new HashSet<>();
        try (Stream<Row> rows = Bundle.of("facts").rows("gazetteer/county_corrections.csv");
                Stream<Row> table = Bundle.of("facts").rows("gazetteer/agencies.csv")) {
            Map<String, String> published = new java.util.HashMap<>();
            table.forEach(r -> published.put(r.text("ori"), r.text("counties")));
            rows.forEach(r -> {
                assertTrue(seen.add(r.text("ori")), r.where() + " repeats " + r.text("ori"));
                assertTrue(published.containsKey(r.text("ori")), r.where());
                assertFalse(published.get(r.text("ori")).equals(r.text("counties")), r.where() + " changes nothing");
                assertFalse(AgencyTable.fips(r.text("counties")).isEmpty(), r.where());
                assertTrue(r.text("reason").length() > 20, r.where() + " needs a reason");
            });
        }
        assertFalse(seen.isEmpty());
    }

    @Test
    void codesOfOtherYearsAreNotCodesHereAndPointAtPlacesHere() throws IOException {
        try (Stream<Row> rows = Bundle.of("facts").rows("gazetteer/other_codes.csv")) {
            rows.forEach(r -> {
                assertTrue(gazetteer.find(new Fips(r.text("code"))).isEmpty(), r.where());
                AgencyTable.fips(r.text("here"))
                        .forEach(f -> assertTrue(gazetteer.find(f).isPresent(), r.where()));
            });
        }
    }
}

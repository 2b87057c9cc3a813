package org.writwatch.facts.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.NotFound;

class GazetteerTest {
    private final Gazetteer gazetteer = Gazetteer.bundled();

    private void assertFound(String fips, String query) {
        Lookup lookup = gazetteer.find(query);
        Lookup.Found found = assertInstanceOf(Lookup.Found.class, lookup, () -> query + " gave " + lookup);
        assertEquals(fips, found.place().fips().code(), query);
    }

    private List<String> ambiguous(String query) {
        Lookup lookup = gazetteer.find(query);
        return assertInstanceOf(Lookup.Ambiguous.class, lookup, () -> query + " gave " + lookup).places().stream()
                .map(Place::label)
                .toList();
    }

    private List<String> unknown(String query) {
        Lookup lookup = gazetteer.find(query);
        return assertInstanceOf(Lookup.Unknown.class, lookup, () -> query + " gave " + lookup).nearest().stream()
                .map(Place::label)
                .toList();
    }

    @Test
    void everyPlaceAnswersToItsLabelNumberSlugAndNameInWordsOfBothLanguages() {
        Set<String> slugs = new HashSet<>();
        for (Place place : gazetteer.listPlaces()) {
            String fips = place.fips().code();
            assertFound(fips, place.label());
            assertFound(fips, place.label().toUpperCase(Locale.ROOT));
            assertFound(fips, place.name() + " " + place.state().english());
            assertFound(fips, fips);
            assertFound(fips, place.slug());
            assertFound(fips, Phrasebook.of(Lang.EN).say(gazetteer.phrase(place)));
            assertFound(fips, Phrasebook.of(Lang.ES).say(gazetteer.phrase(place)));
            assertTrue(slugs.add(place.slug()), place.slug());
        }
        assertEquals(3231, slugs.size());
    }

    @Test
    void aBareNameWithItsStateIsFoundOrSharedByCountyAndCity() {
        Set<String> shared = new HashSet<>();
        for (Place place : gazetteer.listPlaces()) {
            String bare = gazetteer.kind(place).bare(place.name());
            Lookup lookup = gazetteer.find(bare + ", " + place.state());
            if (lookup instanceof Lookup.Found found) {
                assertEquals(place, found.place());
            } else {
                List<Place> both =
                        assertInstanceOf(Lookup.Ambiguous.class, lookup).places();
                assertTrue(both.contains(place) && both.size() == 2, () -> bare + " gave " + both);
                shared.add(bare + ", " + place.state());
            }
        }
        assertEquals(
                Set.of("Baltimore, MD", "St. Louis, MO", "Fairfax, VA", "Franklin, VA", "Richmond, VA", "Roanoke, VA"),
                shared);
    }

    @Test
    void everyStateHasItsCountOfEachKind() {
        Map<PlaceKind, Integer> kinds = new EnumMap<>(PlaceKind.class);
        gazetteer.listPlaces().forEach(p -> kinds.merge(gazetteer.kind(p), 1, Integer::sum));
        assertEquals(41, kinds.get(PlaceKind.INDEPENDENT_CITY));
        assertEquals(64, kinds.get(PlaceKind.PARISH));
        assertEquals(78, kinds.get(PlaceKind.MUNICIPIO));
        assertEquals(8, kinds.get(PlaceKind.LEGACY_COUNTY));
        assertEquals(10, kinds.get(PlaceKind.CENSUS_AREA));
        assertEquals(4, kinds.get(PlaceKind.CITY_AND_BOROUGH));
        assertEquals(13, kinds.get(PlaceKind.BOROUGH));
        assertEquals(2, kinds.get(PlaceKind.WHOLE));
        assertEquals(100, gazetteer.listIn(UsState.NC).size());
        assertEquals(
                95,
                gazetteer.listIn(UsState.VA).stream()
                        .filter(p -> gazetteer.kind(p) == PlaceKind.COUNTY)
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "37119 | Mecklenburg County, NC",
                "37119 | Mecklenburg, NC",
                "37119 | mecklenburg county north carolina",
                "37119 | Mecklenburg County, N.C.",
                "37119 | Mecklenburg Co., NC",
                "37119 | MECKLENBURG   COUNTY ,  nc , USA",
                "37119 | mecklenburg-county-nc",
                "37119 | condado de Mecklenburg, Carolina del Norte",
                "37119 | Condado de Mecklenburg, NC",
                "37119 | NC0600100",
                "37119 | nc0600100",
                "51117 | Mecklenburg County, VA",
                "51117 | Mecklenburg, Virginia",
                "22071 | Orleans Parish, LA",
                "22071 | parroquia de Orleans, Luisiana",
                "22071 | Orleans County, LA",
                "02110 | Juneau Borough, Alaska",
                "02170 | Matanuska Susitna, AK",
                "24033 | Prince Georges County MD",
                "24033 | Prince George\u2019s County, MD",
                "29186 | Sainte Genevieve County, MO",
                "17099 | La Salle County, IL",
                "35013 | Dona Ana County, NM",
                "51600 | Fairfax City, VA",
                "51600 | City of Fairfax, VA",
                "51059 | Fairfax County, VA",
                "24510 | Baltimore City, Maryland",
                "29510 | ciudad de St. Louis, Misuri",
                "32510 | Carson City, Nevada",
                "51036 | Charles City, VA",
                "11001 | Washington, DC",
                "11001 | Washington D.C.",
                "11001 | DC",
                "11001 | Distrito de Columbia",
                "72127 | municipio de San Juan, Puerto Rico",
                "72011 | Anasco, PR",
                "17161 | Rock Island County, IL",
                "08059 | jefferson-county-co",
                "21183 | Ohio County, Kentucky",
                "54069 | Ohio West Virginia",
                "37183 | Wake",
                "08031 | City and County of Denver, Colorado",
            })
    void theseWordsMeanOnePlace(String fips, String query) {
        assertFound(fips, query);
    }

    @Test
    void lettersThatOnlyLookLatinAreReadAsTheyLook() {
        assertFound("37119", "\u041ceckl\u0435nburg C\u043eunty, N\u0421"); // Cyrillic М, е, о, С
        assertFound(
                "37119",
                "\uff2d\uff45\uff43\uff4b\uff4c\uff45\uff4e\uff42\uff55\uff52\uff47, \uff2e\uff23"); // full width
        assertFound("37119", "Meck\u200blenburg County, NC"); // invisible space
        assertFound("37119", "M\u0113ckl\u00e9nb\u00fcrg County, NC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mecklenburg", "mecklenburg county", "condado de Mecklenburg"})
    void aNameOfTwoStatesIsNeverSettled(String query) {
        assertEquals(List.of("Mecklenburg County, NC", "Mecklenburg County, VA"), ambiguous(query));
    }

    @Test
    void countyAndCityOfOneNameAreNeverSettled() {
        assertEquals(List.of("Fairfax County, VA", "Fairfax city, VA"), ambiguous("Fairfax, VA"));
        assertEquals(List.of("St. Louis County, MN", "St. Louis County, MO"), ambiguous("Saint Louis County"));
        assertTrue(ambiguous("Washington").contains("District of Columbia, DC"));
    }

    @Test
    void aCityThatIsNoPlaceWithoutItsStateIsOffered() {
        assertEquals(List.of("Portsmouth city, VA"), unknown("Portsmouth"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mecklemburg County, NC | Mecklenburg County, NC",
                "condado de Mecklemburgo, Carolina del Norte | Mecklenburg County, NC",
                "condado de Mecklemburgo | Mecklenburg County, NC",
                "Mecklenburg County, Norht Carolina | Mecklenburg County, NC",
                "Mecklenburg County Nroth Carolina | Mecklenburg County, NC",
                "Meklenburg NC | Mecklenburg County, NC",
                "Price William County, VA | Prince William County, VA",
                "Dade County, FL | Miami-Dade County, FL",
                "Charlotte, NC | Mecklenburg County, NC",
                "Huntersville, NC | Mecklenburg County, NC",
                "Alexandria County, VA | Alexandria city, VA",
                "46113 | Oglala Lakota County, SD",
                "12025 | Miami-Dade County, FL",
                "1001 | Autauga County, AL",
            })
    void misspeltOrFormerNamesAreOfferedNotGuessed(String query, String first) {
        List<String> nearest = unknown(query);
        assertFalse(nearest.isEmpty(), query);
        if (query.startsWith("Charlotte")) {
            assertTrue(nearest.contains(first), () -> query + " offers " + nearest);
        } else {
            assertEquals(first, nearest.get(0), query);
        }
        assertTrue(nearest.size() <= 8, () -> query + " offers " + nearest);
    }

    @Test
    void noSingleSlipOfTheFingerEverFindsAnotherPlaceOfTheSameState() {
        // Leave one letter out: the answer is the place that has this very name, a choice, or nothing.
        List<Place> places = gazetteer.listPlaces();
        for (int p = 0; p < places.size(); p += 15) {
            Place place = places.get(p);
            String name = place.name();
            for (int i = 1; i < name.length() - 1; i += 3) {
                String dropped = name.substring(0, i) + name.substring(i + 1) + ", " + place.state();
                if (gazetteer.find(dropped) instanceof Lookup.Found found) {
                    assertEquals(place.state(), found.place().state(), dropped);
                    boolean realName = gazetteer
                            .findIn(place.state(), dropped.substring(0, dropped.length() - 4))
                            .contains(found.place());
                    assertTrue(realName, dropped);
                }
            }
        }
    }

    @Test
    void aPlaceIsNeverFoundInAnotherStateThanWasSaid() {
        List<UsState> states = List.of(UsState.values());
        List<Place> places = gazetteer.listPlaces();
        for (int p = 0; p < places.size(); p += 4) {
            Place place = places.get(p);
            UsState other = states.get(Integer.parseInt(place.fips().code()) % states.size());
            if (gazetteer.find(place.name() + ", " + other) instanceof Lookup.Found found) {
                assertEquals(other, found.place().state(), place.name());
            }
        }
        assertEquals(List.of("Mecklenburg County, NC", "Mecklenburg County, VA"), unknown("Mecklenburg County, SC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                ",",
                ", NC",
                "NC",
                "county",
                "County, NC",
                "00000",
                "99999",
                "ZZ0000000",
                "\u4e2d\u6587",
                "---",
                "condado de",
                "de"
            })
    void nothingIsMadeOfNothing(String query) {
        assertInstanceOf(Lookup.Unknown.class, gazetteer.find(query));
    }

    @Test
    void aVeryLongQueryIsRefusedAtOnceAndShortenedInTheMessage() {
        String query = "Mecklenburg County, NC ".repeat(450);
        assertTimeout(Duration.ofMillis(200), () -> assertEquals(List.of(), unknown(query)));
        NotFound refusal = assertThrows(NotFound.class, () -> gazetteer.get(query));
        assertTrue(refusal.getMessage().length() < 250, refusal.getMessage());
    }

    @Test
    void getNamesTheChoicesInBothLanguages() {
        NotFound two = assertThrows(NotFound.class, () -> gazetteer.get("Mecklenburg"));
        assertEquals(List.of("Mecklenburg County, NC", "Mecklenburg County, VA"), two.choices());
        assertTrue(two.message(Lang.EN).startsWith("\"Mecklenburg\" could be 2 different places."), two.getMessage());
        assertTrue(two.message(Lang.ES).startsWith("\"Mecklenburg\" puede ser 2 lugares distintos."));
        NotFound none = assertThrows(NotFound.class, () -> gazetteer.get("Clay Conty, FL"));
        assertEquals("Clay County, FL", none.choices().get(0));
        none.choices().forEach(c -> assertInstanceOf(Lookup.Found.class, gazetteer.find(c)));
        assertEquals("37119", gazetteer.get("Mecklenburg, NC").fips().code());
    }

    @Test
    void aPlaceIsNamedInASentence() {
        Place place = gazetteer.get("37119");
        assertEquals(
                "Mecklenburg County, North Carolina", Phrasebook.of(Lang.EN).say(gazetteer.phrase(place)));
        assertEquals(
                "condado de Mecklenburg, Carolina del Norte",
                Phrasebook.of(Lang.ES).say(gazetteer.phrase(place)));
        assertEquals("Carson City, Nevada", Phrasebook.of(Lang.EN).say(gazetteer.phrase(gazetteer.get("32510"))));
        assertEquals("Distrito de Columbia", Phrasebook.of(Lang.ES).say(gazetteer.phrase(gazetteer.get("DC"))));
    }

    @Test
    void findInGivesBothPlacesOfASharedName() {
        assertEquals(2, gazetteer.findIn(UsState.VA, "Richmond").size());
        assertEquals(List.of(gazetteer.get("51159")), gazetteer.findIn(UsState.VA, "RICHMOND COUNTY"));
        assertEquals(List.of(), gazetteer.findIn(UsState.VA, "Wake"));
        assertEquals(
                new Fips("48123"),
                gazetteer.findIn(UsState.TX, "De Witt").get(0).fips());
    }
}

package org.writwatch.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Phrase;

class ValuesTest {
    @Test
    void aSlugIsSafeAnywhere() {
        assertEquals("st-marys-county-md", Slug.of("St. Mary\u2019s County, MD"));
        assertEquals("dona-ana-county-nm", Slug.of("Do\u00f1a Ana County, NM"));
        assertEquals("lac-qui-parle", Slug.of("  Lac -- qui\u00a0Parle /"));
        assertEquals("", Slug.of("\u4e2d\u6587 ---"));
        assertEquals("etc-passwd", Slug.of("../../etc/passwd\0"));
    }

    /** The rule as five replacements. */
    private static String slow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['\u2018\u2019\u02bc`\u00b4]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    @Test
    void aSlugAgreesWithItsRule() {
        Random random = new Random(287);
        String letters = "aZ9 -'\u2019\u00e9\u0301\u0130\u00df/.\u212a\u00bd\u4e2d";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertEquals(slow(text.toString()), Slug.of(text.toString()), text.toString());
        }
    }

    @Test
    void aCountyNumberKeepsItsLeadingZero() {
        assertEquals(Optional.of(UsState.AL), new Fips("01001").state());
        assertEquals(Optional.empty(), new Fips("99001").state());
        assertEquals(Optional.empty(), Fips.find("1001"));
        assertEquals(Optional.empty(), Fips.find("\u0661\u0661\u0661\u0661\u0661"));
        assertThrows(IllegalArgumentException.class, () -> new Fips("1001"));
        assertThrows(IllegalArgumentException.class, () -> new Fips("010010"));
        assertEquals(new Fips("01001"), new Fips("01001"));
        assertEquals(new Fips("01001").hashCode(), new Fips("01001").hashCode());
        assertTrue(new Fips("01001").compareTo(new Fips("02013")) < 0);
    }

    @Test
    void aPlaceLiesInItsState() {
        Place place = new Place(new Fips("37119"), "Mecklenburg County", UsState.NC);
        assertEquals("Mecklenburg County, NC", place.label());
        assertEquals("mecklenburg-county-nc", place.slug());
        assertThrows(
                IllegalArgumentException.class, () -> new Place(new Fips("37119"), "Mecklenburg County", UsState.VA));
        assertThrows(IllegalArgumentException.class, () -> new Place(new Fips("37119"), " ", UsState.NC));
    }

    @Test
    void everyStateIsFoundByCodeNumberAndBothNamesAndIsOneOfAKind() {
        Set<String> names = new HashSet<>();
        for (UsState state : UsState.values()) {
            assertEquals(Optional.of(state), UsState.find(state.name().toLowerCase(Locale.ROOT)));
            assertEquals(Optional.of(state), UsState.find(" " + state.english().toUpperCase(Locale.ROOT)));
            assertEquals(Optional.of(state), UsState.find(state.spanish()));
            assertEquals(Optional.of(state), UsState.findByFips(state.fips()));
            assertTrue(names.add(state.fips()) && names.add(state.english()), state.name());
        }
        assertEquals(56, UsState.values().length);
        assertEquals(Optional.empty(), UsState.find("XX"));
        assertEquals(Optional.empty(), UsState.findByFips("03"));
    }

    @Test
    void aPeriodCountsBothItsEnds() {
        LocalDate first = LocalDate.of(2018, 12, 1);
        Period month = new Period(first, LocalDate.of(2018, 12, 31));
        assertEquals(31, month.days());
        assertTrue(month.contains(first) && month.contains(LocalDate.of(2018, 12, 31)));
        assertFalse(month.contains(LocalDate.of(2019, 1, 1)));
        assertTrue(month.overlaps(new Period(LocalDate.of(2018, 12, 31), LocalDate.of(2019, 1, 5))));
        assertFalse(month.overlaps(new Period(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 5))));
        assertThrows(IllegalArgumentException.class, () -> new Period(first, first.minusDays(1)));
    }

    private static Source source(String id, String licence, Optional<String> hash) {
        return new Source(id, "ICE", "List", licence, Optional.empty(), hash, "", Optional.empty());
    }

    @Test
    void aSourceNamesPublisherLicenceAndHash() {
        Source whole = source("a", "public record", Optional.of("0".repeat(64)));
        assertEquals("row 3", whole.at("row 3").location());
        assertTrue(whole.compareTo(whole.at("row 3")) < 0);
        assertTrue(whole.at("row 9").compareTo(source("b", "x", Optional.empty())) < 0);
        assertThrows(IllegalArgumentException.class, () -> source("a", " ", Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> source("a", "x", Optional.of("0".repeat(63))));
        assertThrows(IllegalArgumentException.class, () -> source("a", "x", Optional.of("A".repeat(64))));
    }

    @Test
    void aFactWithoutASourceIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Fact("f", Phrase.verbatim("x"), List.of()));
    }

    @Test
    void aReadingSaysWhichOfTheFourItIs() {
        assertThrows(IllegalArgumentException.class, () -> new Reading.Counted(0));
        assertThrows(IllegalArgumentException.class, () -> new Reading.Counted(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Reading.Partial(1, 31, 31));
        assertThrows(IllegalArgumentException.class, () -> new Reading.Partial(1, 0, 31));
        assertThrows(IllegalArgumentException.class, () -> new Reading.Partial(-1, 3, 31));
        assertEquals(0, new Reading.Partial(0, 3, 31).value());
    }

    @Test
    void anAgencyLiesInItsStateAndHasASlugForId() {
        Agency agency = agency("wake-county-nc", "37183", "NC0920000");
        assertEquals("Wake County", agency.name());
        assertThrows(IllegalArgumentException.class, () -> agency("Wake County", "37183", "NC0920000"));
        assertThrows(IllegalArgumentException.class, () -> agency("wake-county-nc", "51117", "NC0920000"));
        assertThrows(IllegalArgumentException.class, () -> agency("wake-county-nc", "37183", "NC09200"));
    }

    private static Agency agency(String id, String fips, String ori) {
        return new Agency(id, "Wake County", UsState.NC, Reach.COUNTY, Optional.of(new Fips(fips)), Optional.of(ori));
    }
}

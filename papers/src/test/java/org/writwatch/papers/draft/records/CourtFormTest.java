package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.law.Law;

/** A caption for each state, named as the place is named, in a court that the law data name. */
class CourtFormTest {
    private static CourtForm form(String fips, String name, UsState state) {
        return CourtForm.of(new Place(new Fips(fips), name, state));
    }

    private static CourtForm somewhere(String code) {
        UsState state = UsState.valueOf(code);
        return form(state.fips() + "001", "Some County", state);
    }

    @Test
    void everyStateHasACourt() {
        for (String code : Law.codes()) {
            if (!code.equals("US")) {
                CourtForm form = somewhere(code);
                assertFalse(form.heading().contains("NAME OF THE COURT"), code);
                assertFalse(form.heading().contains("$"), form.heading());
                assertFalse(form.title().isBlank(), code);
            }
        }
    }

    /** The court of the heading is one that the law's own statement on courts names. */
    @Test
    void theCourtIsOneTheLawNames() {
        int compared = 0;
        for (String code : Law.codes()) {
            if (code.equals("US")) {
                continue;
            }
            String heading = somewhere(code).heading().toLowerCase(Locale.ROOT);
            String law = String.join(
                            " ", Samples.LAW.jurisdiction(code).get("court").values())
                    .toLowerCase(Locale.ROOT);
            for (String court : List.of("circuit court", "district court", "superior court", "supreme court")) {
                if (heading.contains(court)) {
                    compared++;
                    assertTrue(law.contains(court), () -> code + ": " + heading + " / " + law);
                }
            }
        }
        assertTrue(compared > 40, "captions compared: " + compared);
    }

    @Test
    void namesParishesAndCitiesAsTheyAreNamed() {
        assertTrue(form("22071", "Orleans Parish", UsState.LA).heading().contains("PARISH OF ORLEANS"));
        assertTrue(form("51510", "Alexandria city", UsState.VA).heading().endsWith("COURT OF CITY OF ALEXANDRIA"));
        assertTrue(form("37119", "Mecklenburg County", UsState.NC).heading().contains("COUNTY OF MECKLENBURG"));
    }

    @Test
    void knowsTheFormsOfArticle78AndOfRelators() {
        CourtForm newYork = form("36061", "New York County", UsState.NY);
        assertEquals("In the Matter of the Application of", newYork.relation());
        assertTrue(newYork.versus().startsWith("for a Judgment under Article 78"));
        assertTrue(newYork.versus().endsWith("-against-"));
        assertEquals(
                "STATE OF OHIO ex rel.",
                form("39035", "Cuyahoga County", UsState.OH).relation());
        assertEquals("", form("12019", "Clay County", UsState.FL).relation());
    }
}

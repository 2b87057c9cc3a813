package org.writwatch.papers.draft.records;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.writwatch.facts.Place;

/**
 * How a records action is captioned in a state's court. None of these was read in a rule of court: the draft says so
 * beside the caption, and local rules go before it.
 *
 * @param heading lines that name the court
 * @param number line for the court's number
 * @param relation words that stand above the petitioner, where the state sues on a person's relation; may be empty
 * @param petitioner what the party who sues is called
 * @param versus word between the parties
 * @param respondent what the party sued is called
 * @param title what the pleading is called
 */
record CourtForm(
        String heading,
        String number,
        String relation,
        String petitioner,
        String versus,
        String respondent,
        String title) {
    private static final class Forms {
        private static final Properties READ = DraftData.read("court-forms.properties");
    }

    /** The form for a place: its state's own where there is one, else one that leaves the court to the lawyer. */
    static CourtForm of(Place place) {
        return new CourtForm(
                text(place, "heading"),
                text(place, "number"),
                text(place, "relation"),
                text(place, "petitioner"),
                text(place, "versus"),
                text(place, "respondent"),
                text(place, "title"));
    }

    private static String text(Place place, String key) {
        String any = Forms.READ.getProperty("any." + key, "");
        return Optional.ofNullable(Forms.READ.getProperty(place.state().name() + "." + key))
                .orElse(any)
                .replace("$PLACE", whole(place).toUpperCase(Locale.ROOT))
                .replace("$BARE", bare(place).toUpperCase(Locale.ROOT))
                .replace("$STATE", place.state().english().toUpperCase(Locale.ROOT))
                .replace("|", "\n");
    }

    /** "Clay County", "Orleans Parish", "City of Alexandria". */
    private static String whole(Place place) {
        String name = place.name();
        return name.endsWith(" city") ? "City of " + name.substring(0, name.length() - 5) : name;
    }

    /** "Clay", "Orleans", "Alexandria". */
    private static String bare(Place place) {
        return place.name().replaceFirst(" (?:County|Parish|Borough|Census Area|Municipality|Municipio|city)$", "");
    }
}

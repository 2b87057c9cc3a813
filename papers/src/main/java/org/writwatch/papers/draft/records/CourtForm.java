package org.writwatch.papers.draft.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        private static final Properties READ = read();

        private static Properties read() {
            try (InputStream in =
                    CourtForm.class.getResourceAsStream("/org/writwatch/papers/draft/court-forms.properties")) {
                if (in == null) {
                    throw new IllegalStateException("the court forms are missing from the program");
                }
                Properties forms = new Properties();
                forms.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                return forms;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
        String county = place.name().replaceFirst("(?i) county$", "");
        return Optional.ofNullable(Forms.READ.getProperty(place.state().name() + "." + key))
                .orElse(any)
                .replace("$COUNTY", county.toUpperCase(Locale.ROOT))
                .replace("$STATE", place.state().english().toUpperCase(Locale.ROOT))
                .replace("|", "\n");
    }
}

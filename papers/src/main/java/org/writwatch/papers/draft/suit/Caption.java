package org.writwatch.papers.draft.suit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.writwatch.facts.UsState;
import org.writwatch.papers.draft.records.DraftData;

/**
 * How an action is captioned in a court, for any kind of action. None of it was read in a rule of court: the paper says so
 * beside the caption.
 *
 * @param heading lines that name the court
 * @param number line for the court's number
 * @param relation words above the person who sues; may be empty
 * @param petitioner what the person who sues is called
 * @param versus word between the parties
 * @param respondent what the person sued is called
 * @param title what the paper is called
 */
record Caption(
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

    /** Kinds in which the state's own roles for a writ stand. */
    private static final List<String> WRITS = List.of("mandamus", "article78", "records");

    /**
     * The caption of one kind of action.
     *
     * @param code the state, or US for a federal court
     * @param kind mandamus, article78, declaratory, habeas, delay or records
     * @param place the county, when it is known
     * @param district the federal district, when it is known
     */
    static Caption of(String code, String kind, Optional<String> place, Optional<String> district) {
        return new Caption(
                filled(court(code, "heading"), code, place, district),
                filled(court(code, "number"), code, place, district),
                WRITS.contains(kind) ? role(code, "relation", kind) : "",
                role(code, "petitioner", kind),
                code.equals("NY") && !WRITS.contains(kind) ? "v." : role(code, "versus", kind),
                role(code, "respondent", kind),
                role(code, "title", kind));
    }

    /** What the writ is called where it is asked for, with its article. */
    static String writ(String code) {
        return court(code, "writ");
    }

    private static String court(String code, String key) {
        return Optional.ofNullable(Forms.READ.getProperty(code + "." + key))
                .orElse(Forms.READ.getProperty("any." + key, ""));
    }

    private static String role(String code, String key, String kind) {
        String any = Forms.READ.getProperty("any." + key, "");
        return Optional.ofNullable(Forms.READ.getProperty(code + "." + key + "." + kind))
                .or(() -> Optional.ofNullable(Forms.READ.getProperty("any." + key + "." + kind))
                        .filter(v -> key.equals("title") || !WRITS.contains(kind)))
                .or(() -> WRITS.contains(kind)
                        ? Optional.ofNullable(Forms.READ.getProperty(code + "." + key))
                        : Optional.empty())
                .orElse(any)
                .replace("|", "\n");
    }

    private static String filled(String text, String code, Optional<String> place, Optional<String> district) {
        String whole = place.map(Caption::whole).orElse("[COUNTY]");
        String bare = place.map(
                        p -> p.replaceFirst(" (?:County|Parish|Borough|Census Area|Municipality|Municipio|city)$", ""))
                .orElse("[COUNTY]");
        return text.replace("$PLACE", whole.toUpperCase(Locale.ROOT))
                .replace("$BARE", bare.toUpperCase(Locale.ROOT))
                .replace(
                        "$STATE",
                        UsState.find(code).map(UsState::english).orElse("").toUpperCase(Locale.ROOT))
                .replace(
                        "[DISTRICT]",
                        district.map(d -> d.toUpperCase(Locale.ROOT)).orElse("[DISTRICT]"))
                .replace("|", "\n");
    }

    /** "City of Alexandria" for "Alexandria city". */
    private static String whole(String place) {
        return place.endsWith(" city") ? "City of " + place.substring(0, place.length() - 5) : place;
    }
}

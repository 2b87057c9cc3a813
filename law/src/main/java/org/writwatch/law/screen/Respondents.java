package org.writwatch.law.screen;

import java.util.Locale;
import java.util.Set;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.Screening.Sued;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Sovereign;

/**
 * Resolves who would be sued: which officer or body, in which capacity, of which sovereign, in which court. A federal
 * officer is never sued in a state court (M'Clung v. Silliman), and habeas names whoever holds the person.
 */
final class Respondents {
    private static final Set<String> FEDERAL_COURT = Set.of("federal_habeas", "damages");
    private static final Set<String> HABEAS = Set.of("state_habeas", "federal_habeas");

    private final Law law;
    private final Matter matter;
    private final String claim;
    private final String vehicle;

    Respondents(Law law, Matter matter, String claim, String vehicle) {
        this.law = law;
        this.matter = matter;
        this.claim = claim;
        this.vehicle = vehicle;
    }

    Sued sued() {
        boolean federal = claim.equals("H")
                || matter.respondent()
                        .sovereign()
                        .filter(s -> s == Sovereign.FEDERAL)
                        .isPresent();
        boolean federalCourt = federal
                || FEDERAL_COURT.contains(vehicle)
                || matter.jurisdiction().equals("US");
        Datum court = federalCourt
                ? law.jurisdiction("US").get("court")
                : claim.equals("D")
                        ? law.records(matter.jurisdiction()).enforcement()
                        : law.jurisdiction(matter.jurisdiction()).get("court");
        return new Sued(
                Phrase.of("law", "sued." + who(federal)),
                Phrase.of("law", "sued.capacity." + capacity()),
                Phrase.of("law", "sued.sovereign." + sovereign(federal)),
                federalCourt ? Phrase.of("law", "sued.federal-court") : court.said(),
                court.confidence().verified());
    }

    private String who(boolean federal) {
        if (claim.equals("I")) {
            return "nobody";
        } else if (claim.equals("H")) {
            return atVisa() ? "visa" : "uscis";
        } else if (HABEAS.contains(vehicle)) {
            return "custodian";
        } else if (claim.equals("D")) {
            return federal ? "federal-agency" : "records-body";
        }
        return switch (claim) {
            case "C" -> "signer";
            case "G" -> "certifier";
            default -> "officer";
        };
    }

    private boolean atVisa() {
        return matter.choice("uscis_form").filter("visa"::equals).isPresent();
    }

    private String capacity() {
        return claim.equals("I") ? "none" : vehicle.equals("damages") ? "damages" : "official";
    }

    private String sovereign(boolean federal) {
        return federal
                ? "federal"
                : matter.respondent()
                        .sovereign()
                        .map(s -> s.name().toLowerCase(Locale.ROOT))
                        .orElse("unknown");
    }
}

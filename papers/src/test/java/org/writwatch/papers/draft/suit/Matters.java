package org.writwatch.papers.draft.suit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.writwatch.facts.UsState;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.screen.Screen;
import org.writwatch.papers.draft.records.RequestInputs;

/** The worked matters of the documentation, carried to other jurisdictions, and what papers are made from them. */
final class Matters {
    static final Law LAW = Law.bundled();
    private static final Screen SCREEN = Screen.of(LAW);

    private Matters() {}

    /** The worked example of a claim, as if its respondent sat there. */
    static Matter of(String claim, String jurisdiction) {
        try {
            Path file = Path.of("../docs/matters/" + claim + ".yaml");
            Matter matter = Matter.parse(claim + ".yaml", new StringReader(Files.readString(file)), LAW);
            return new Matter(List.of(claim), jurisdiction, matter.respondent(), matter.asOf(), matter.facts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The worked example with the facts that let its claim stand, where a state's law lets it stand at all. */
    static Matter strong(String claim, String jurisdiction) {
        Map<String, Value> facts = new TreeMap<>(of(claim, jurisdiction).facts());
        List<String> so = switch (claim) {
            case "A" -> List.of("likely_to_recur", "model_limits_exceeded", "hold_beyond_state_limit");
            case "B" -> List.of("other_law_imposes_act");
            case "C" -> List.of("plaintiff_is_governing_body", "special_interest", "demand_refused");
            case "D" -> List.of("presuit_step_done", "requester_citizen_of_state");
            case "E" -> List.of("other_state_statute");
            case "F" -> List.of("other_reporting_statute", "report_overdue", "private_enforcement");
            case "G" -> List.of("other_cert_statute", "cert_time_over");
            default -> List.of("harm_shown", "harm_health_welfare", "later_cases_first");
        };
        so.forEach(f -> facts.put(f, new Value.Truth(true)));
        if (claim.equals("A")) {
            facts.put("held_now", new Value.Truth(false));
        }
        Matter plain = of(claim, jurisdiction);
        return new Matter(plain.claims(), jurisdiction, plain.respondent(), plain.asOf(), facts);
    }

    /** What a lawyer would attach there: parties, place, signer, an exhibit for each fact of the matter. */
    static Filing attached(Matter matter) {
        Map<String, String> places = Map.of(
                "TX",
                "Travis County",
                "FL",
                "Clay County",
                "NC",
                "Mecklenburg County",
                "NY",
                "Nassau County",
                "CA",
                "Kern County",
                "OH",
                "Butler County");
        String place = places.getOrDefault(matter.jurisdiction(), "Clay County");
        boolean federal = matter.jurisdiction().equals("US") || matter.claims().contains("H");
        StringBuilder text = new StringBuilder("""
                attorney: {name: Alex Rivera, state: NC, bar_number: "12345", attested: 2026-11-24,
                  firm: "Law Office of Alex Rivera, 1 Main Street, Charlotte, NC 28202, 704-555-0101, alex@example.org"}
                petitioner: María Núñez
                pseudonym: Jane Doe
                district: Western District of North Carolina
                number: "Case No. 26-CV-1234"
                """);
        text.append("place: ").append(place).append('\n');
        if (federal) {
            text.append(
                    "respondent: \"Pat Example, in official capacity as Director, U.S. Citizenship and Immigration Services\"\n");
        } else {
            text.append("agency: ").append(place).append(" Sheriff's Office\n");
            text.append("respondent: \"Pat Example, in official capacity as Sheriff of ")
                    .append(place)
                    .append("\"\n");
        }
        text.append("exhibits:\n");
        int page = 1;
        for (String fact : matter.facts().keySet()) {
            text.append("- {file: ")
                    .append(fact)
                    .append(".pdf, title: \"Paper on ")
                    .append(fact.replace('_', ' '));
            text.append("\", proves: [{fact: ")
                    .append(fact)
                    .append(", page: ")
                    .append(page++)
                    .append("}]}\n");
        }
        return FilingReader.read("filing.yaml", new StringReader(text.toString()), LAW);
    }

    static Matter with(Matter matter, String fact, Value value) {
        Map<String, Value> facts = new TreeMap<>(matter.facts());
        facts.put(fact, value);
        return new Matter(matter.claims(), matter.jurisdiction(), matter.respondent(), matter.asOf(), facts);
    }

    static Matter asOf(Matter matter, LocalDate day) {
        return new Matter(matter.claims(), matter.jurisdiction(), matter.respondent(), day, matter.facts());
    }

    static SuitInputs inputs(Matter matter, Filing filing) {
        return inputs(matter, filing, LAW, SCREEN);
    }

    static SuitInputs inputs(Matter matter, Filing filing, Law law, Screen screen) {
        Screening screening = screen.run(matter);
        Optional<RequestInputs> request = UsState.find(matter.jurisdiction())
                .map(s -> UnnamedAgency.request(matter, filing, law, Optional.empty()));
        return new SuitInputs(
                matter,
                screening.claims().get(0),
                screening,
                law,
                filing,
                Optional.of(matter.asOf()),
                request,
                List.of());
    }

    static Papers papers(Matter matter, Filing filing) {
        return Papers.of(inputs(matter, filing));
    }
}

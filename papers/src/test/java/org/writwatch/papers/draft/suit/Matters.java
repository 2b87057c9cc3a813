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

package org.writwatch.evidence.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;

/** The three cases by name. What each looks at (places, days, crimes) is data in {@code demonstrations/demonstrations.json}. */
public final class Demonstrations {
    private static final String FILE = "demonstrations/demonstrations.json";

    private Demonstrations() {}

    /** Names on the command line, in order. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        settings().forEach(s -> names.add(s.path("id").asText()));
        return List.copyOf(names);
    }

    /**
     * Makes one.
     *
     * @param name one of {@link #names}
     * @param held the tables to make it of; the published ones that are not among them are named by the page
     * @param asOf the day for which the register speaks
     * @throws NotFound there is no such demonstration
     * @throws org.writwatch.facts.problem.TooLittle a table it cannot do without was not brought in, or the releases do not reach the time it is about
     */
    public static DemonstrationPage make(String name, HeldTables held, Registry registry, LocalDate asOf) {
        for (JsonNode settings : settings()) {
            if (settings.path("id").asText().equals(name)) {
                return switch (settings.path("kind").asText()) {
                    case "ends" -> new EndsPage(settings, held, registry, asOf).make();
                    case "jails" -> new JailWavePage(settings, held, registry, asOf).make();
                    case "cities" -> new CityWavePage(settings, held, registry, asOf).make();
                    default -> throw new IllegalStateException(FILE + ": " + settings);
                };
            }
        }
        throw new NotFound(Phrase.of("evidence", "demo.no-such", name), names());
    }

    private static JsonNode settings() {
        try (InputStream in = Bundle.of("evidence").open(FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

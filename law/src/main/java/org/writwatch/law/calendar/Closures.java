package org.writwatch.law.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.yaml.YamlMap;

/**
 * Days on which a court or office is closed beyond weekends and holidays, as a user lists them in a file:
 *
 * <pre>
 * closures:
 * - {date: 2026-12-24, why: closed by order of the chief judge}
 * </pre>
 *
 * @param days each day and why
 */
public record Closures(Map<LocalDate, String> days) {
    /** No closure. */
    public static final Closures NONE = new Closures(Map.of());

    public Closures {
        days = Collections.unmodifiableMap(new TreeMap<>(days));
    }

    /**
     * Reads a file.
     *
     * @throws org.writwatch.facts.problem.BadInput when it is none, or has a day twice, with the line
     */
    public static Closures read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return of(YamlMap.read(name, text));
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", name), e);
        }
    }

    private static Closures of(YamlMap file) {
        Map<LocalDate, String> days = new TreeMap<>();
        for (YamlMap map : file.maps("closures")) {
            LocalDate day = map.findDate("date")
                    .orElseThrow(() -> map.problem(
                            "date", Phrase.of("facts", "yaml.missing", "date"), Phrase.of("facts", "yaml.date")));
            if (days.put(day, map.text("why")) != null) {
                throw map.problem(
                        "date",
                        Phrase.of("facts", "yaml.twice", day.toString()),
                        Phrase.of("facts", "yaml.each-key-once"));
            }
            map.done();
        }
        file.done();
        return new Closures(days);
    }

    /** Why a day is closed, when it is. */
    public Optional<String> find(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }
}

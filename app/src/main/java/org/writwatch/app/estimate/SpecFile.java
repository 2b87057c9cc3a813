package org.writwatch.app.estimate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.yaml.YamlMap;

/** What the specifications of estimates and of profiling tests share: how a file is opened and how single values are read and refused. */
public final class SpecFile {
    private SpecFile() {}

    /**
     * Reads a file.
     *
     * @throws BadInput it is missing or no YAML, with file and line
     */
    public static <T> T read(Path path, Function<YamlMap, T> made) {
        String file = String.valueOf(path.getFileName());
        try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return made.apply(YamlMap.read(file, text));
        } catch (NoSuchFileException e) {
            throw missing(file);
        } catch (IOException e) {
            throw new BadInput(
                    file,
                    Phrase.of("app", "estimate.unreadable.found"),
                    Phrase.of("app", "estimate.unreadable.expected"),
                    Phrase.of("app", "estimate.unreadable.remedy"));
        }
    }

    /** A refusal of a file that is not there. */
    public static BadInput missing(String file) {
        return new BadInput(
                file,
                Phrase.of("app", "estimate.missing.found"),
                Phrase.of("app", "estimate.missing.expected"),
                Phrase.of("app", "estimate.missing.remedy"));
    }

    /** A refusal of one key's absence. */
    public static BadInput needs(String file, String key) {
        return new BadInput(
                file,
                Phrase.of("facts", "yaml.missing", key),
                Phrase.of("facts", "yaml.needed", key),
                Phrase.of("facts", "yaml.correct-file"));
    }

    /** One of some words; the first when the key is left out. */
    public static String word(YamlMap y, String key, String... words) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String w : words) {
            choices.put(w, w);
        }
        return y.findWord(key, choices).orElse(words[0]);
    }

    /** A whole number within bounds. */
    public static int bounded(YamlMap y, String key, int otherwise, int low, int high) {
        int v = y.findInteger(key).orElse(otherwise);
        if (v < low || v > high) {
            throw y.problem(
                    key,
                    Phrase.of("facts", "yaml.value", Integer.toString(v), key),
                    Phrase.of("app", "stops.range.expected", Integer.toString(low), Integer.toString(high)));
        }
        return v;
    }

    /** A finite number. */
    public static Optional<Double> number(YamlMap y, String key) {
        return y.findText(key).map(t -> parsed(y, key, t));
    }

    /** A text of a key as a finite number. */
    public static double parsed(YamlMap y, String key, String t) {
        try {
            double v = Double.parseDouble(t);
            if (Double.isFinite(v)) {
                return v;
            }
        } catch (NumberFormatException e) {
            // refused below, as an infinite number is
        }
        throw y.problem(key, Phrase.of("facts", "yaml.value", t, key), Phrase.of("app", "estimate.number.expected"));
    }
}

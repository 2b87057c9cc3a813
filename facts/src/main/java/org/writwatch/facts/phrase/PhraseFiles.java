package org.writwatch.facts.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a module's phrase files; each module's tests call {@link #faults} and expect an empty list.
 *
 * <p>Every language must have the same keys, the same numbered places in each, a pattern {@link MessageFormat} can read,
 * no empty value, no key twice, no single apostrophe (a pattern writes it twice; alone it swallows what follows) and
 * valid UTF-8.
 */
public final class PhraseFiles {
    private static final Pattern PLACE = Pattern.compile("\\{\\s*(\\d+)");

    private PhraseFiles() {}

    /** What is wrong with the phrase files of a module on the class path, sorted; empty when all is well. */
    public static List<String> faults(String module) {
        Map<Lang, SortedMap<String, String>> files = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (Lang lang : Lang.values()) {
            String path = "/org/writwatch/" + module + "/phrases_" + lang.tag() + ".properties";
            try (InputStream in = PhraseFiles.class.getResourceAsStream(path)) {
                if (in == null) {
                    faults.add(path + ": not there");
                } else {
                    files.put(lang, read(in, path, faults));
                }
            } catch (IOException | IllegalArgumentException e) {
                faults.add(path + ": " + e);
            }
        }
        faults.addAll(faults(files));
        return faults.stream().sorted().toList();
    }

    /** What is wrong between files already read, by language: key to pattern. */
    static List<String> faults(Map<Lang, SortedMap<String, String>> files) {
        List<String> faults = new ArrayList<>();
        SortedSet<String> keys = new TreeSet<>();
        files.values().forEach(f -> keys.addAll(f.keySet()));
        for (String key : keys) {
            SortedSet<SortedSet<Integer>> places =
                    new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
            files.forEach((lang, patterns) -> {
                String pattern = patterns.get(key);
                if (pattern == null) {
                    faults.add(key + ": not in " + lang.tag());
                } else {
                    places.add(places(pattern));
                    faultOf(pattern).ifPresent(f -> faults.add(key + ": " + lang.tag() + ": " + f));
                }
            });
            if (places.size() > 1) {
                faults.add(key + ": the languages have different places: " + places);
            }
        }
        return faults;
    }

    private static Optional<String> faultOf(String pattern) {
        if (pattern.isBlank()) {
            return Optional.of("empty");
        }
        if (pattern.replace("''", "").contains("'")) {
            return Optional.of("an apostrophe must be written twice: " + pattern);
        }
        try {
            new MessageFormat(pattern, Locale.ROOT);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage() + ": " + pattern);
        }
    }

    private static SortedSet<Integer> places(String pattern) {
        SortedSet<Integer> places = new TreeSet<>();
        Matcher found = PLACE.matcher(pattern);
        while (found.find()) {
            places.add(Integer.valueOf(found.group(1)));
        }
        return places;
    }

    static SortedMap<String, String> read(InputStream in, String name, List<String> faults) throws IOException {
        SortedMap<String, String> patterns = new TreeMap<>();
        Properties counting = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (patterns.put((String) key, (String) value) != null) {
                    faults.add(name + ": '" + key + "' is there twice");
                }
                return value;
            }
        };
        // A decoder that reports malformed bytes, where a plain reader would put question marks in their place.
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())) {
            counting.load(text);
        }
        return patterns;
    }
}

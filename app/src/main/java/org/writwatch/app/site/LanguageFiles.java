package org.writwatch.app.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.papers.page.Wording;

/**
 * Languages that files add to a site: one folder a language, named by its tag, with {@code language.properties} (name,
 * direction) and a file of phrases for any room ({@code papers.properties}), in the form of our own.
 */
public final class LanguageFiles {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final List<String> ROOMS = List.of("facts", "agreements", "law", "evidence", "papers", "app");

    /** What every page says to who is in danger or in a hurry: without these a language would only look like one. */
    static final List<String> NEEDED = List.of(
            "page.site.exit",
            "page.skip",
            "page.help",
            "page.site.bar",
            "page.site.nav",
            "page.not-advice",
            "page.privacy");

    private LanguageFiles() {}

    /** The languages of a folder, in order of tag. */
    public static List<Wording> list(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(p -> String.valueOf(p.getFileName())))
                    .map(LanguageFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("law", "file.unreadable", folder.toString()), e);
        }
    }

    private static Wording read(Path folder) {
        String tag = String.valueOf(folder.getFileName());
        if (!TAG.matcher(tag).matches()
                || Lang.find(tag).isPresent()
                || Set.of("embed", "assets", "api").contains(tag)) {
            throw fault(tag, tag, "tag");
        }
        Map<String, String> about = file(folder.resolve("language.properties"));
        String name = about.getOrDefault("name", "");
        String direction = about.getOrDefault("direction", "");
        if (name.isBlank() || !Set.of("ltr", "rtl").contains(direction)) {
            throw fault(tag + "/language.properties", about.toString(), "about");
        }
        Map<String, Map<String, String>> phrases = new HashMap<>();
        for (String room : ROOMS) {
            Path file = folder.resolve(room + ".properties");
            if (Files.isRegularFile(file)) {
                Map<String, String> said = file(file);
                Phrasebook english = Phrasebook.of(Lang.EN);
                said.forEach((key, pattern) -> check(tag + "/" + room + ".properties", room, key, pattern, english));
                phrases.put(room, Map.copyOf(said));
            }
        }
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeAll(phrases.getOrDefault("papers", Map.of()).keySet());
        if (!missing.isEmpty()) {
            throw fault(tag + "/papers.properties", String.join(", ", missing), "needed");
        }
        return new Wording(tag, name, direction.equals("rtl"), phrases);
    }

    private static void check(String where, String room, String key, String pattern, Phrasebook english) {
        if (room.equals("facts") && key.matches("state\\.[A-Z]{2}")) {
            return;
        }
        if (!english.knows(room, key)) {
            throw fault(where, key, "key");
        }
        try {
            new MessageFormat(pattern, Locale.ROOT);
            if (pattern.isBlank() || pattern.replace("''", "").contains("'")) {
                throw new IllegalArgumentException(pattern);
            }
        } catch (IllegalArgumentException e) {
            throw fault(where, key + ": " + e.getMessage(), "pattern");
        }
    }

    private static BadInput fault(String where, String found, String kind) {
        return new BadInput(
                where,
                Phrase.verbatim(found),
                Phrase.of("app", "site.language." + kind),
                Phrase.of("app", "site.language.remedy"));
    }

    private static Map<String, String> file(Path file) {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw fault(file.toString(), String.valueOf(e.getMessage()), "about");
        }
        Map<String, String> map = new HashMap<>();
        new ArrayList<>(read.stringPropertyNames()).forEach(k -> map.put(k, read.getProperty(k)));
        return map;
    }

    /** How many of the phrases of pages the files say, in percent, rounded down. */
    public static int share(Wording one) {
        List<String> keys = Phrasebook.of(Lang.EN).listKeys("papers", "page.");
        Map<String, String> said = one.phrases().getOrDefault("papers", Map.of());
        long held = keys.stream().filter(k -> said.containsKey("page." + k)).count();
        return (int) (100 * held / keys.size());
    }
}

package org.writwatch.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of this room: same keys and places in both languages, and no word without a use. */
class PhrasesTest {
    private static final Pattern HOLE = Pattern.compile("\\{([0-9])");

    @Test
    void languagesHaveTheSameKeysAndPlaces() throws IOException {
        Properties en = read("en");
        Properties es = read("es");
        assertEquals(new TreeSet<>(en.stringPropertyNames()), new TreeSet<>(es.stringPropertyNames()));
        for (String key : en.stringPropertyNames()) {
            assertEquals(holes(en.getProperty(key)), holes(es.getProperty(key)), key);
            for (Properties book : List.of(en, es)) {
                String text = book.getProperty(key);
                assertFalse(text.isBlank(), key);
                assertFalse(text.replace("''", "").contains("'"), key + ": an apostrophe is written twice");
                new MessageFormat(text, Locale.ROOT);
            }
        }
    }

    @Test
    void noEventIsTypedIntoTheSource() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String code =
                        Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
                assertFalse(code.contains("2018") || code.contains("MECKL") || code.contains("WAKEC"), file.toString());
            }
        }
    }

    private static java.util.Set<String> holes(String text) {
        TreeSet<String> holes = new TreeSet<>();
        Matcher m = HOLE.matcher(text);
        while (m.find()) {
            holes.add(m.group(1));
        }
        return holes;
    }

    private static Properties read(String lang) throws IOException {
        Properties read = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Effect.class.getResourceAsStream("phrases_" + lang + ".properties"), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        return read;
    }
}

package org.writwatch.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, with the same places to fill. */
class PhrasesTest {
    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
        Properties en = load("en");
        Properties es = load("es");
        assertEquals(new TreeSet<>(en.stringPropertyNames()), new TreeSet<>(es.stringPropertyNames()));
        for (String key : en.stringPropertyNames()) {
            assertEquals(places(en.getProperty(key)), places(es.getProperty(key)), key);
            assertFalse(en.getProperty(key).isBlank() || es.getProperty(key).isBlank(), key);
        }
    }

    @Test
    void apostrophesAreDoubledSoThatNoneSwallowsAPlace() throws IOException {
        for (String lang : new String[] {"en", "es"}) {
            Properties said = load(lang);
            for (String key : said.stringPropertyNames()) {
                String undoubled = said.getProperty(key).replace("''", "");
                assertFalse(undoubled.contains("'"), lang + " " + key);
            }
        }
    }

    private static int places(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String lang) throws IOException {
        Properties read = new Properties();
        try (InputStream in = PhrasesTest.class.getResourceAsStream("phrases_" + lang + ".properties")) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return read;
    }
}

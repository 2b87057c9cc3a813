package org.writwatch.facts.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.facts.UsState;

class PhrasebookTest {
    private static final Phrasebook EN = Phrasebook.of(Lang.EN);
    private static final Phrasebook ES = Phrasebook.of(Lang.ES);

    private static Phrase trial(String key, Object... args) {
        return Phrase.of("trialwords", key, args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.485 | 2 | 3.49",
                "3.4849 | 2 | 3.48",
                "0.5 | 0 | 1",
                "1.5 | 0 | 2",
                "-2.5 | 0 | -3",
                "1234567.891 | 1 | 1,234,567.9",
                "-0.001 | 2 | 0.00",
                "0 | 2 | 0.00",
                "1e-12 | 12 | 0.000000000001",
                "999.9999 | 2 | 1,000.00",
                "9007199254740993 | 0 | 9,007,199,254,740,992",
            })
    void figuresAreRoundedHalfUpOnTheirDecimalsAndGroupedAlikeInBothLanguages(double value, int decimals, String said) {
        assertEquals(said, EN.say(new Figure(value, decimals)));
        assertEquals(said, ES.say(new Figure(value, decimals)));
    }

    @Test
    void aNumberThatDoesNotExistCannotBeSaid() {
        assertThrows(IllegalArgumentException.class, () -> new Figure(Double.NaN, 2));
        assertThrows(IllegalArgumentException.class, () -> new Figure(Double.POSITIVE_INFINITY, 2));
        assertThrows(IllegalArgumentException.class, () -> new Figure(1, 13));
        assertThrows(IllegalArgumentException.class, () -> new Figure(1, -1));
    }

    @Test
    void datesAndMonthsAreSaidInWords() {
        assertEquals("December 5, 2018", EN.say(LocalDate.of(2018, 12, 5)));
        assertEquals("5 de diciembre de 2018", ES.say(LocalDate.of(2018, 12, 5)));
        assertEquals("February 2025", EN.say(YearMonth.of(2025, 2)));
        assertEquals("febrero de 2025", ES.say(YearMonth.of(2025, 2)));
        for (int month = 1; month <= 12; month++) {
            YearMonth then = YearMonth.of(2024, month);
            assertFalse(EN.say(then).equals(ES.say(then)) || EN.say(then).contains("{"));
        }
    }

    @Test
    void listsAreJoinedAsASentenceWould() {
        assertEquals("", EN.sayAll(List.of()));
        assertEquals("Wake", EN.sayAll(List.of("Wake")));
        assertEquals("Wake and Mecklenburg", EN.sayAll(List.of("Wake", "Mecklenburg")));
        assertEquals("a, b and c", EN.sayAll(List.of("a", "b", "c")));
        assertEquals("a, b y c", ES.sayAll(List.of("a", "b", "c")));
        assertEquals("North Carolina, 2,018 and 3.5", EN.sayAll(List.of(UsState.NC, 2018, new Figure(3.5, 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "Iredell, e",
        "Hidalgo, e",
        "\u00cd\u00f1igo, e",
        "Illinois, e",
        "i, e",
        "Wake, y",
        "hierro, y",
        "hiato, y",
        "Iowa, y",
        "Yakima, y",
        "Harris, y"
    })
    void spanishAndTurnsIntoEBeforeTheSoundOfI(String last, String and) {
        assertEquals("Wake " + and + " " + last, ES.sayAll(List.of("Wake", last)));
        assertEquals("Wake and " + last, EN.sayAll(List.of("Wake", last)));
    }

    @Test
    void argumentsOfEveryKindAreSaidInTheLanguage() {
        Phrase nested = trial("two", UsState.NC, List.of(LocalDate.of(2026, 1, 2), trial("quoted"), 1234));
        assertEquals("North Carolina and January 2, 2026, the sheriff's office and 1,234", EN.say(nested));
        assertEquals("Carolina del Norte y 2 de enero de 2026, la oficina del sheriff y 1,234", ES.say(nested));
    }

    @Test
    void wholeNumbersChooseThePlural() {
        assertEquals("no people", EN.say(trial("plural", 0)));
        assertEquals("one person", EN.say(trial("plural", 1)));
        assertEquals("1,234 people", EN.say(trial("plural", 1234L)));
        assertEquals("1,234 personas", ES.say(trial("plural", 1234)));
    }

    @Test
    void verbatimWordsAreLeftAlone() {
        String odd = "it''s {0} 'quoted' {";
        assertEquals(odd, EN.say(Phrase.verbatim(odd)));
        assertEquals("{1} and ''", EN.say(trial("two", "{1}", "''")));
    }

    @Test
    void theMachinesLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals("1,234.50", ES.say(new Figure(1234.5, 2)), tag);
                assertEquals("1,234 people", EN.say(trial("plural", 1234)), tag);
                assertEquals("5 de diciembre de 2018", ES.say(LocalDate.of(2018, 12, 5)), tag);
                assertEquals("Wake e Iredell", ES.sayAll(List.of("Wake", "Iredell")), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aDefectOfOursNamesFileAndKey() {
        assertDefect(trial("nosuchkey"), "no phrase 'nosuchkey' in /org/writwatch/trialwords/phrases_en.properties");
        assertDefect(trial("unclosed", 1), "phrase 'unclosed' in /org/writwatch/trialwords/phrases_en.properties: ");
        assertDefect(trial("unknown-type", 1), "phrase 'unknown-type' in ");
        assertDefect(trial("two", "one"), "phrase 'two' in ");
        assertDefect(
                Phrase.of("nosuchmodule", "a"), "no phrase file /org/writwatch/nosuchmodule/phrases_en.properties");
        assertThrows(IllegalArgumentException.class, () -> ES.say(trial("only-english")));
        assertFalse(ES.knows("trialwords", "only-english"));
        assertTrue(EN.knows("trialwords", "only-english"));
    }

    private static void assertDefect(Phrase phrase, String start) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> EN.say(phrase));
        assertTrue(e.getMessage().startsWith(start), e.getMessage());
    }

    @Test
    void onlyWhatCanBeSaidIsTakenAsArgument() {
        assertThrows(IllegalArgumentException.class, () -> trial("two", 1.5, "x"));
        assertThrows(IllegalArgumentException.class, () -> trial("two", List.of(List.of(true)), "x"));
        assertThrows(IllegalArgumentException.class, () -> trial("two", Lang.EN, "x"));
    }

    @Test
    void theCheckerFindsTheSameDefects() {
        List<String> faults = PhraseFiles.faults("trialwords");
        assertEquals(
                List.of("only-english", "unclosed", "unclosed", "unknown-type", "unknown-type"),
                faults.stream().map(f -> f.substring(0, f.indexOf(':'))).toList());
    }

    @Test
    void aLanguageIsFoundByItsTag() {
        assertEquals(Optional.of(Lang.ES), Lang.find(" es-MX "));
        assertEquals(Optional.of(Lang.EN), Lang.find("EN_us"));
        assertEquals(Optional.empty(), Lang.find("fr"));
        assertEquals(Optional.empty(), Lang.find(""));
    }
}

package org.writwatch.app.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.Event;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

class EventFlagTest {
    @Test
    void everyFlagOfTheRegisterIsSaidInWords() {
        List<String> unsaid = Registry.bundled().events().stream()
                .map(Event::flag)
                .filter(f -> !f.isEmpty())
                .filter(f -> EventFlag.of(f).stream()
                        .anyMatch(p -> p.equals(Phrase.verbatim(f)) || !p.key().startsWith("flag.")))
                .distinct()
                .toList();
        assertEquals(List.of(), unsaid);
    }

    @Test
    void severalReasonsAreSaidOneAfterTheOther() {
        Phrase said = EventFlag.phrase(
                "nothing held covers 2025-02-01 to 2025-02-09; a like name is on that list: Pinal County Sheriff's Office");
        assertEquals(
                "Conviene mirar: no guardamos ninguna lista del 1 de febrero de 2025 al 9 de febrero de 2025; en esa lista hay un nombre parecido: Pinal County Sheriff's Office",
                Phrasebook.of(Lang.ES).say(said));
    }

    @Test
    void whatIsNotKnownIsRepeated() {
        assertEquals("Look again: moved by hand", Phrasebook.of(Lang.EN).say(EventFlag.phrase("moved by hand")));
    }
}

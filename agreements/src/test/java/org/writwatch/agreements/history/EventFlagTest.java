package org.writwatch.agreements.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Registry;
import org.writwatch.facts.phrase.Lang;

class EventFlagTest {
    @Test
    void everyReasonOfTheRegisterIsSaidInWords() {
        List<String> unsaid = Registry.bundled().events().stream()
                .map(Event::flag)
                .filter(f -> EventFlag.of(f).stream().anyMatch(p -> p.key().equals("event.flag.other")))
                .distinct()
                .toList();
        assertEquals(List.of(), unsaid);
    }

    @Test
    void whatIsNotKnownIsRepeated() {
        assertEquals("moved by hand", EventFlag.say("moved by hand", Lang.EN));
        assertEquals("moved by hand", EventFlag.say("moved by hand", Lang.ES));
    }
}

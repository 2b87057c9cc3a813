package org.writwatch.law.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Truth;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Value;

/** The sheet says what the engine says: its days against the calendar, its words against the screening. */
class ScreenSheetTest {
    private static final Law LAW = Law.bundled();
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

    @Test
    void everyDayOfASheetIsTheCalendarsOwn() {
        Random random = new Random(287);
        int compared = 0;
        for (String code : Law.codes()) {
            Map<?, ?> days = (Map<?, ?>) ScreenSheet.of(LAW, code, AS_OF).get("days");
            for (Map.Entry<?, ?> entry : days.entrySet()) {
                String atom = String.valueOf(entry.getKey());
                Map<?, ?> cut = (Map<?, ?>) entry.getValue();
                if (cut.get("fact") == null || "report".equals(cut.get("kind"))) {
                    continue;
                }
                for (int i = 0; i < 25; i++) {
                    LocalDate day = AS_OF.minusDays(random.nextInt(i < 15 ? 90 : 4000));
                    Map<String, Value> facts = new LinkedHashMap<>();
                    facts.put(String.valueOf(cut.get("fact")), new Value.On(day));
                    facts.put("answered", new Value.Truth(false));
                    facts.put("in_removal_proceedings", new Value.Truth(false));
                    assertEquals(
                            engine(code, atom, facts), between(cut, day.toString()), code + " " + atom + " " + day);
                    compared++;
                }
            }
        }
        assertTrue(compared > 1000, "days were compared: " + compared);
    }

    private static Truth engine(String code, String atom, Map<String, Value> facts) {
        Matter matter = ScreenSheet.matter("D", code, AS_OF, facts);
        return new MatterAtoms(LAW, matter, "records_action", Closures.NONE).known(atom);
    }

    /** As decide.js reads a cut. */
    private static Truth between(Map<?, ?> cut, String day) {
        Object answer = day.compareTo(String.valueOf(cut.get("old_to"))) <= 0
                ? cut.get("old")
                : day.compareTo(String.valueOf(cut.get("new_from"))) >= 0 ? cut.get("new") : null;
        return answer == null ? Truth.UNKNOWN : answer.equals(true) ? Truth.MET : Truth.NOT_MET;
    }

    @Test
    void theWordAloneIsTheWordOfTheWholeScreening() {
        Random random = new Random(14);
        List<ClaimFile> claims = Screen.of(LAW).claimFiles();
        List<Result> seen = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            ClaimFile claim = claims.get(i % claims.size());
            String code = Law.codes().get(random.nextInt(Law.codes().size()));
            Map<String, Value> facts = new LinkedHashMap<>();
            for (String fact : ScreenSheet.open(LAW, ScreenSheet.matter(claim.id(), code, AS_OF, Map.of()), claim)) {
                boolean plain = LAW.facts().find(fact).orElseThrow().choices().isEmpty();
                if (plain && random.nextInt(3) > 0) {
                    facts.put(fact, new Value.Truth(random.nextBoolean()));
                }
            }
            Matter matter = ScreenSheet.matter(claim.id(), code, AS_OF, facts);
            Result word = ScreenSheet.word(LAW, matter, claim);
            assertEquals(Screen.of(LAW).run(matter).claims().get(0).result(), word, code + claim.id() + facts);
            seen.add(word);
        }
        assertTrue(seen.stream().distinct().count() > 3, "several words came up: " + seen);
    }

    @Test
    void whatIsOpenIsAskedCheapestFirstAndWhatIsSettledNoMore() {
        ClaimFile records = Screen.of(LAW).claimFiles().get(3);
        List<String> open = ScreenSheet.open(LAW, ScreenSheet.matter("D", "NC", AS_OF, Map.of()), records);
        assertEquals("records_public_body", open.get(0));
        Map<String, Value> over = Map.of("produced_in_full", new Value.Truth(true));
        assertEquals(Result.MOOT, ScreenSheet.word(LAW, ScreenSheet.matter("D", "NC", AS_OF, over), records));
        assertFalse(ScreenSheet.open(LAW, ScreenSheet.matter("D", "NC", AS_OF, over), records)
                .contains("produced_in_full"));
    }
}

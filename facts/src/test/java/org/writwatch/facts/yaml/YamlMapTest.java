package org.writwatch.facts.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.problem.BadInput;

class YamlMapTest {
    @Test
    void aliasesTagsDuplicatesAndDepthAreRefused() {
        refused("a: &x [1, 2]\nb: *x\n");
        refused("a: &x 1\nb: *x\n");
        refused("a: !!java.lang.Object 1\n");
        refused("a: !private 1\n");
        refused("a: 1\na: 2\n");
        refused("a: " + "[".repeat(200) + "]".repeat(200));
        refused("- 1\n- 2\n");
        refused("");
        refused("a: [unclosed\n");
        refused("? [a, b]\n: 1\n");
        refused("a: '" + "x".repeat(256 * 1024) + "'");
    }

    @Test
    void billionLaughsCostsNothing() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        refused(bomb.toString());
    }

    @Test
    void linesAndNearestKeysAreNamed() {
        YamlMap map = YamlMap.read("x.yaml", new StringReader("claim: D\njurisdicton: NC\n"));
        map.text("claim");
        map.findText("jurisdiction");
        BadInput e = assertThrows(BadInput.class, map::done);
        assertTrue(e.getMessage().startsWith("x.yaml line 2: found the unknown key 'jurisdicton'"), e.getMessage());
        assertTrue(e.getMessage().contains("jurisdiction, claim"), e.getMessage());
    }

    @Test
    void nearestCountsSwapsAsOneAndBreaksTiesByName() {
        assertEquals(List.of("denied", "debited"), Nearest.of("deneid", List.of("debited", "request", "denied"), 2));
        assertEquals(List.of("ba", "zz"), Nearest.of("AB", List.of("zz", "ba"), 2));
    }

    private static void refused(String text) {
        assertThrows(BadInput.class, () -> {
            YamlMap map = YamlMap.read("x.yaml", new StringReader(text));
            for (String key : map.keys()) {
                map.text(key);
            }
            map.done();
        });
    }
}

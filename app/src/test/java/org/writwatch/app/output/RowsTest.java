package org.writwatch.app.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final Rows rows =
            new Rows(List.of("agency", "note"), List.of(List.of("A, \"the\" office", "=1+1"), List.of("Peña", "-3.5")));

    @Test
    void csvIsQuotedAndDisarmed() {
        assertEquals("agency,note\n\"A, \"\"the\"\" office\",'=1+1\nPeña,-3.5\n", rows.text(Rows.Format.CSV));
    }

    @Test
    void tableLinesUp() {
        assertEquals(
                "agency           note\nA, \"the\" office  =1+1\nPeña             -3.5\n",
                rows.text(Rows.Format.TABLE));
    }

    @Test
    void jsonKeepsOrder() {
        assertEquals(
                "[\n  {\n    \"agency\" : \"A, \\\"the\\\" office\",\n    \"note\" : \"=1+1\"\n  },\n"
                        + "  {\n    \"agency\" : \"Peña\",\n    \"note\" : \"-3.5\"\n  }\n]\n",
                rows.text(Rows.Format.JSON));
    }

    @Test
    void jsonRefusesWhatIsNotANumber() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("x", Double.NaN);
        assertThrows(IllegalArgumentException.class, () -> Json.text(tree));
    }

    @Test
    void raggedRowsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Rows(List.of("a"), List.of(List.of("1", "2"))));
    }
}

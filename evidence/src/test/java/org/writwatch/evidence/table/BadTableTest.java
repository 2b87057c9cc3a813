package org.writwatch.evidence.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;

/** Tables as people really send them: each fault has its message, and nothing is guessed. */
class BadTableTest {
    private static final String GOOD = "fips,month,n\n37119,2018-12,7\n";

    @Test
    void aDescriptorAloneMakesASource() {
        Panel panel = read(descriptor(""), "fips,month,n,note\n37119,2018-12,7,x\n37119,2019-01,0,\n37183,2018-12,,\n");
        assertEquals(new Reading.Counted(7), panel.of("37119").get(0).reading());
        assertEquals(new Reading.Zero(), panel.of("37119").get(1).reading());
        assertEquals(new Reading.NotReported(), panel.of("37183").get(0).reading());
        assertEquals(3, panel.rows());
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        assertEquals(1, read(descriptor(""), "\ufeff" + GOOD).places().size());
    }

    @Test
    void aMissingColumnIsNamed() {
        String message = refused(descriptor(""), "fips,month\n37119,2018-12\n");
        assertTrue(message.startsWith("t.csv: found the columns fips, month; expected a column named n."), message);
    }

    @Test
    void aDescriptorThatNamesAColumnItDoesNotHaveIsRefused() {
        String json = descriptor("").replace("\"values\": [\"n\"]", "\"values\": [\"people\"]");
        assertTrue(unreadable(json).contains("expected a column named people"));
        assertTrue(
                unreadable(descriptor("").replace("\"absence\"", "\"absense\"")).contains("the key absense"));
        for (String broken : List.of(
                "", "{", "[]", "{\"resources\": 3}", descriptor("").replace("\"kind\": \"month\"", "\"k\": 1"))) {
            assertFalse(unreadable(broken).isBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first_name",
                "Last Name",
                "DOB",
                "date_of_birth",
                "BirthDate",
                "birth_year",
                "Detainee Name",
                "apellido",
                "fecha de nacimiento",
                "name",
                "Alien File Number",
                "driverName"
            })
    void peopleAreRefusedAtTheDoor(String column) {
        String message = refused(descriptor(""), "fips,month,n," + column + "\n37119,2018-12,7,x\n");
        assertTrue(message.contains("names or birth dates of people, " + column), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency_name", "department_name", "foreign_born", "birthplace_share", "namesake"})
    void namesOfAgenciesAndSharesAreTakenIn(String column) {
        Panel panel = read(descriptor(""), "fips,month,n," + column + "\n37119,2018-12,7,x\n");
        assertEquals(List.of("37119"), panel.places());
    }

    @Test
    void aLostLeadingZeroIsNotGuessed() {
        Panel panel = read(descriptor(""), "fips,month,n\n1055,2018-12,7\n01055,2018-12,7\n");
        assertEquals(List.of("01055"), panel.places());
        assertEquals("bad.fips-zero", panel.rejects().get(0).why().key());
        assertEquals(2, panel.rejects().get(0).row());
    }

    @ParameterizedTest
    @ValueSource(strings = {"December 2018", "12/2018", "2018-13", "2018", "2018-12-05", "1999-01", ""})
    void aMonthTypedAsTextIsKeptOut(String month) {
        Panel panel = read(descriptor(""), "fips,month,n\n37119," + month + ",7\n");
        assertEquals("month", panel.rejects().get(0).column());
        assertEquals(month, panel.rejects().get(0).found());
        assertTrue(panel.places().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234,5", "-3", "NaN", "1e999", "seven", "0x10", "\u0663"})
    void aNumberThatIsNoneIsKeptOut(String number) {
        Panel panel = read(descriptor(""), "fips,month,n\n37119,2018-12,\"" + number + "\"\n");
        assertEquals("bad.number-expected", panel.rejects().get(0).why().key());
        assertEquals("n", panel.rejects().get(0).column());
    }

    @Test
    void semicolonsAndDecimalCommasAreReadWhereTheDescriptorSaysSo() {
        String text = "fips;month;n\n37119;2018-12;1.234,5\n";
        assertTrue(refused(descriptor(""), text).contains("cells divided by semicolons"));
        String json = descriptor("\"dialect\": {\"delimiter\": \";\"},")
                .replace("\"type\": \"number\"", "\"type\": \"number\", \"decimalChar\": \",\", \"groupChar\": \".\"");
        assertEquals(
                new Reading.Counted(1234.5), read(json, text).of("37119").get(0).reading());
    }

    @Test
    void latinOneIsRefused() {
        byte[] bytes = "fips,month,n,county\n37119,2018-12,7,Do\u00f1a Ana\n".getBytes(StandardCharsets.ISO_8859_1);
        TableDescriptor table = TableDescriptor.read("d.json", descriptor("")).get(0);
        BadInput problem =
                assertThrows(BadInput.class, () -> OutcomeTable.read(table, "t.csv", new ByteArrayInputStream(bytes)));
        assertTrue(problem.getMessage().contains("not UTF-8"), problem.getMessage());
        assertTrue(problem.message(Lang.ES).contains("no son texto UTF-8"));
    }

    @Test
    void aSecondRowForThePlaceAndMonthIsKeptOut() {
        Panel panel = read(descriptor(""), GOOD + "37119,2018-12,8\n");
        assertEquals("bad.repeat-expected", panel.rejects().get(0).why().key());
        assertEquals(new Reading.Counted(7), panel.of("37119").get(0).reading());
    }

    @Test
    void twoAgenciesWithOneNumberAreNotAdded() {
        String json = descriptor("").replace("\"fips\"", "\"ori\"");
        Panel panel = read(json, "ori,month,n,agency\nNC0600100,2018-12,7,Charlotte\nNC0600100,2018-12,9,Mint Hill\n");
        assertEquals(new Reading.Counted(7), panel.of("NC0600100").get(0).reading());
        assertEquals(1, panel.of("NC0600100").size());
        assertEquals("NC0600100", panel.rejects().get(0).found());
        assertEquals("bad.repeat-expected", panel.rejects().get(0).why().key());
        assertEquals(3, panel.rejects().get(0).row());
    }

    @Test
    void aNameThatWouldLeadOutOfTheStoreIsRefused() {
        for (String name : List.of("../t", "/t", "T", "a/b", "..", "a..b")) {
            assertTrue(unreadable(descriptor("").replace("\"name\": \"t\"", "\"name\": \"" + name + "\""))
                    .contains(name));
        }
    }

    @Test
    void everyKnownDescriptorIsReadBackFromItsOwnText() {
        for (TableDescriptor table : OutcomeCatalogue.listAll()) {
            assertEquals(List.of(table), TableDescriptor.read(table.name(), table.json("")));
        }
    }

    @Test
    void fewerRowsThanTheLastReleaseAreRefused() {
        String message = refused(descriptor("").replace("\"rows\": 0", "\"rows\": 2"), GOOD);
        assertTrue(message.contains("1 rows, where the last release had 2"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fips,month,n\n37119,2018-12\n", "fips,month,n\n37119,2018-12,7,8\n", "fips,month,n,n\n", ""})
    void raggedAndEmptyTablesAreRefused(String text) {
        assertTrue(refused(descriptor(""), text).startsWith("t.csv"));
    }

    @Test
    void everyPrefixOfATableIsReadOrRefusedInWords() {
        String text = "fips,month,n\n37119,2018-12,\"7\"\n37183,2018-12,9\n";
        int refused = 0;
        for (int i = 0; i < text.length(); i++) {
            try {
                read(descriptor(""), text.substring(0, i));
            } catch (BadInput expected) {
                assertTrue(expected.getMessage().startsWith("t.csv"), expected.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 20, "prefixes refused: " + refused);
    }

    private static String unreadable(String json) {
        return assertThrows(BadInput.class, () -> TableDescriptor.read("datapackage.json", json))
                .getMessage();
    }

    private static String refused(String json, String text) {
        BadInput problem = assertThrows(BadInput.class, () -> read(json, text));
        assertFalse(problem.message(Lang.ES).isBlank());
        return problem.getMessage();
    }

    private static Panel read(String json, String text) {
        TableDescriptor table = TableDescriptor.read("datapackage.json", json).get(0);
        return OutcomeTable.read(table, "t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String descriptor(String extra) {
        return """
                {"resources": [{"name": "t", "path": "t.csv", %s
                  "licenses": [{"name": "CC0-1.0"}],
                  "schema": {"fields": [{"name": "fips", "type": "string"}, {"name": "month", "type": "yearmonth"},
                                        {"name": "n", "type": "number"}]},
                  "writwatch": {"unit": "calls", "period": {"field": "month", "kind": "month"},
                    "place": {"field": "fips", "kind": "fips"}, "values": ["n"], "absence": "not-reported",
                    "vintage": "2024", "within": "2018-01-01/2024-12-31", "rows": 0}}]}
                """.formatted(extra);
    }
}

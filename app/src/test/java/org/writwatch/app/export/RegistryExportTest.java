package org.writwatch.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;
import org.writwatch.app.output.Manifest;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/** The export of the whole register, read back by other programs than the one that wrote it. */
class RegistryExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TABLES =
            List.of("agreements", "agencies", "events", "lists", "repairs", "decisions");

    @TempDir
    private static Path folder;

    private static Path made;
    private static JsonNode descriptor;

    private static final StringWriter ERR = new StringWriter();

    private static int run(String... args) {
        ERR.getBuffer().setLength(0);
        Surroundings here = new Surroundings(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(ERR, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", "home"),
                false);
        return CommandLines.run(here, args);
    }

    @BeforeAll
    static void export() throws IOException {
        assertEquals(ExitCode.DONE, run("agreements", "export", "--out", "one"), ERR::toString);
        made = folder.resolve("one");
        descriptor = JSON.readTree(made.resolve("datapackage.json").toFile());
    }

    private record Csv(List<String> header, List<List<String>> rows) {
        static Csv of(String table) throws IOException {
            List<List<String>> rows = new ArrayList<>();
            String name = "csv/" + table + ".csv";
            String first =
                    Files.readString(made.resolve(name)).lines().findFirst().orElseThrow();
            List<String> header = List.of(first.split(",", -1));
            try (InputStream in = Files.newInputStream(made.resolve(name));
                    Stream<Row> read = Bundle.rows(in, table)) {
                read.forEach(r -> rows.add(header.stream().map(r::text).toList()));
            }
            return new Csv(header, rows);
        }
    }

    @Test
    void theSameRegisterIsTheSameBytesInEitherLanguage() throws IOException {
        assertEquals(ExitCode.DONE, run("--lang", "es", "agreements", "export", "--out", "two"), ERR::toString);
        assertEquals(
                Files.readString(made.resolve("MANIFEST.sha256")),
                Files.readString(folder.resolve("two/MANIFEST.sha256")));
    }

    @Test
    void everyFileIsInTheManifestWithItsHash() throws IOException {
        Map<String, String> listed = new HashMap<>();
        Files.readString(made.resolve("MANIFEST.sha256"))
                .lines()
                .forEach(l -> listed.put(l.substring(66), l.substring(0, 64)));
        Set<String> there = new HashSet<>();
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = made.relativize(file).toString();
                if (!name.equals("MANIFEST.sha256")) {
                    there.add(name);
                    assertEquals(listed.get(name), Manifest.sha256(Files.readAllBytes(file)), name);
                }
            }
        }
        assertEquals(there, listed.keySet());
    }

    /** The rules of the Data Package and Table Schema specifications that a descriptor of ours can break. */
    @Test
    void theDescriptorKeepsTheRulesOfDataPackages() throws IOException {
        assertEquals(
                "https://datapackage.org/profiles/2.0/datapackage.json",
                descriptor.get("$schema").asText());
        assertTrue(descriptor.get("name").asText().matches("[a-z0-9._-]+"));
        assertTrue(descriptor.get("created").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        for (JsonNode licence : descriptor.get("licenses")) {
            assertTrue(licence.hasNonNull("name") || licence.hasNonNull("path"));
        }
        for (JsonNode source : descriptor.get("sources")) {
            assertTrue(source.hasNonNull("title") || source.hasNonNull("path"));
        }
        assertFalse(descriptor.get("resources").isEmpty());
        Set<String> names = new HashSet<>();
        for (JsonNode resource : descriptor.get("resources")) {
            String name = resource.get("name").asText();
            assertTrue(name.matches("[a-z0-9._-]+") && names.add(name), name);
            assertFalse(resource.has("data"), "a resource has a path or data, never both");
            String path = resource.get("path").asText();
            assertFalse(path.startsWith("/") || path.contains("..") || path.contains("\\"), path);
            byte[] content = Files.readAllBytes(made.resolve(path));
            assertEquals(content.length, resource.get("bytes").asInt());
            assertEquals(
                    "sha256:" + Manifest.sha256(content), resource.get("hash").asText());
            keepsItsSchema(resource.get("schema"), Csv.of(name));
        }
        assertEquals(Set.copyOf(TABLES), names);
    }

    private static void keepsItsSchema(JsonNode schema, Csv csv) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < schema.get("fields").size(); i++) {
            JsonNode field = schema.get("fields").get(i);
            names.add(field.get("name").asText());
            String type = field.get("type").asText();
            assertTrue(Set.of("string", "date", "integer").contains(type), type);
            Set<String> values = new HashSet<>();
            field.path("constraints").path("enum").forEach(v -> values.add(v.asText()));
            Set<String> seen = new HashSet<>();
            for (List<String> row : csv.rows()) {
                String cell = row.get(i);
                if (cell.isEmpty()) {
                    assertFalse(field.path("constraints").path("required").asBoolean(), field + " is empty");
                    continue;
                }
                if (type.equals("date")) {
                    assertEquals(cell, java.time.LocalDate.parse(cell).toString());
                } else if (type.equals("integer")) {
                    assertTrue(cell.matches("-?\\d+"), cell);
                }
                assertTrue(values.isEmpty() || values.contains(cell), () -> field.get("name") + ": " + cell);
                assertTrue(
                        seen.add(cell)
                                || !field.path("constraints").path("unique").asBoolean(),
                        () -> field.get("name") + " twice: " + cell);
            }
        }
        assertEquals(csv.header(), names, "the columns in their order");
        assertEquals(names.size(), Set.copyOf(names).size());
        schema.path("primaryKey").forEach(k -> assertTrue(names.contains(k.asText())));
        for (JsonNode link : schema.path("foreignKeys")) {
            String column = link.get("fields").get(0).asText();
            JsonNode reference = link.get("reference");
            Csv other = Csv.of(reference.get("resource").asText());
            int there = other.header().indexOf(reference.get("fields").get(0).asText());
            Set<String> ids = new HashSet<>();
            other.rows().forEach(r -> ids.add(r.get(there)));
            for (List<String> row : csv.rows()) {
                assertTrue(ids.contains(row.get(csv.header().indexOf(column))), row::toString);
            }
        }
    }

    @Test
    void jsonAndParquetHoldWhatTheCsvHolds() throws Exception {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String table : TABLES) {
                Csv csv = Csv.of(table);
                JsonNode json =
                        JSON.readTree(made.resolve("json/" + table + ".json").toFile());
                assertEquals(csv.rows().size(), json.size(), table);
                try (ResultSet read = duck.createStatement()
                        .executeQuery("SELECT * FROM read_parquet('" + made + "/parquet/" + table + ".parquet')")) {
                    for (int r = 0; r < csv.rows().size(); r++) {
                        assertTrue(read.next(), table);
                        for (int c = 0; c < csv.header().size(); c++) {
                            String column = csv.header().get(c);
                            String cell = csv.rows().get(r).get(c);
                            JsonNode value = json.get(r).get(column);
                            assertEquals(cell, value.isNull() ? "" : unguarded(cell, value.asText()), column);
                            Object parquet = read.getObject(column);
                            assertEquals(cell, parquet == null ? "" : unguarded(cell, parquet.toString()), column);
                        }
                    }
                    assertFalse(read.next(), table);
                }
            }
        }
    }

    private static String unguarded(String csv, String value) {
        return csv.equals("'" + value) ? csv : value;
    }

    @Test
    void theWorkbookHoldsWhatTheCsvHoldsAndNothingInItRuns() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(made.resolve("registry.xlsx")))) {
            assertEquals("about", book.getSheetName(0));
            assertTrue(
                    book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue().contains("May 18, 2026"));
            Csv csv = Csv.of("agreements");
            var sheet = book.getSheet("agreements");
            assertEquals(csv.rows().size(), sheet.getLastRowNum());
            int signed = csv.header().indexOf("signed");
            for (int r = 0; r < csv.rows().size(); r += 97) {
                for (int c = 0; c < csv.header().size(); c++) {
                    String expected = csv.rows().get(r).get(c);
                    Cell cell = sheet.getRow(r + 1).getCell(c);
                    if (expected.isEmpty()) {
                        assertEquals(null, cell);
                    } else if (c == signed) {
                        assertEquals(
                                expected,
                                cell.getLocalDateTimeCellValue().toLocalDate().toString());
                    } else if (cell.getCellType() == CellType.STRING) {
                        assertEquals(expected, cell.getStringCellValue());
                    }
                }
            }
            book.forEach(s -> s.forEach(r -> r.forEach(c -> assertNotEquals(CellType.FORMULA, c.getCellType()))));
        }
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        List<String> hostile = List.of("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "a\u0001b<&>\"");
        ExportTable table = new ExportTable(
                "hostile",
                List.of(Field.text("text")),
                hostile.stream().map(List::of).toList(),
                List.of(),
                Map.of());
        try (XSSFWorkbook book = new XSSFWorkbook(new java.io.ByteArrayInputStream(Workbook.bytes(List.of(table))))) {
            for (int i = 0; i < hostile.size(); i++) {
                Cell cell = book.getSheetAt(0).getRow(i + 1).getCell(0);
                assertEquals(CellType.STRING, cell.getCellType());
                assertEquals(hostile.get(i).replace('\u0001', '\uFFFD'), cell.getStringCellValue());
                assertEquals(i < 6, cell.getCellStyle().getQuotePrefixed(), hostile.get(i));
            }
        }
        String csv = new Rows(table.header(), table.rows()).text(Rows.Format.CSV);
        assertTrue(csv.contains("\n'=1+1\n") && csv.contains("\n'@SUM(A1)\n"), csv);
    }

    @Test
    void everyColumnIsExplainedInBothLanguages() throws IOException {
        try (InputStream in = Files.newInputStream(made.resolve("dictionary.csv"));
                Stream<Row> rows = Bundle.rows(in, "dictionary.csv")) {
            List<Row> all = rows.toList();
            int columns = 0;
            for (String table : TABLES) {
                columns += Csv.of(table).header().size();
            }
            assertEquals(columns, all.size());
            all.forEach(r -> assertNotEquals(r.text("description_en"), r.text("description_es")));
        }
        String spanish = Files.readString(made.resolve("DICTIONARY.es.md"));
        assertTrue(spanish.contains("18 de mayo de 2026"), "the day of the last list");
        assertTrue(spanish.contains("| county_fips | texto | "));
    }

    @Test
    void thePeersColumnsEachHaveOurs() throws IOException {
        Set<String> peer = new HashSet<>();
        int same = 0;
        for (Map<String, String> row : ExportFiles.peerColumns()) {
            assertTrue(peer.add(row.get("peer_table") + "." + row.get("peer_column")), row::toString);
            assertTrue(Set.of("same", "words", "derived", "not-held").contains(row.get("how")), row::toString);
            assertEquals(
                    row.get("how").equals("not-held"), row.get("our_column").isEmpty(), row::toString);
            if (!row.get("our_column").isEmpty()) {
                assertTrue(Csv.of(row.get("our_table")).header().contains(row.get("our_column")), row::toString);
            }
            same += row.get("how").equals("same") ? 1 : 0;
        }
        assertTrue(same >= 15, "columns that need no work: " + same);
    }

    @Test
    void anEarlierDayHoldsWhatWasKnownThen() throws IOException {
        assertEquals(ExitCode.DONE, run("agreements", "export", "--out", "early", "--as-of", "2008-04-01"));
        JsonNode early =
                JSON.readTree(folder.resolve("early/json/agreements.json").toFile());
        assertFalse(early.isEmpty());
        early.forEach(a -> assertTrue(a.get("first_listed").asText().compareTo("2008-04-01") <= 0));
        JsonNode lists = JSON.readTree(folder.resolve("early/json/lists.json").toFile());
        assertEquals(2, lists.size());
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "export", "--out", "none", "--as-of", "1999-01-01"));
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void wrongWordsAndForeignFoldersLeaveNothingBehind() throws IOException {
        assertEquals(ExitCode.USAGE, run("agreements", "export"));
        assertTrue(ERR.toString().contains("--out"), ERR::toString);
        assertEquals(ExitCode.USAGE, run("agreements", "export", "--out", "x", "--as-of", "yesterday"));
        Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(folder.resolve("foreign/letter.txt"), "mine");
        assertEquals(ExitCode.BAD_INPUT, run("agreements", "export", "--out", "foreign"));
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(f -> f.getFileName().toString().startsWith(".")), "nothing half-written");
        }
        assertEquals("mine", Files.readString(folder.resolve("foreign/letter.txt")));
    }
}

package org.writwatch.facts.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.BundledFile;

class GazetteerImportTest {
    private static final String COUNTIES = """
            county_fips,state,name
            51059,VA,Fairfax
            51600,VA,Fairfax
            51095,VA,James City
            51199,VA,York
            37119,NC,Mecklenburg
            66010,GU,Guam
            09001,CT,Fairfield
            """;
    private static final String HEADER =
            "ori,data_year,pub_agency_name,state_abbr,county_name,agency_type_name,population,officer_ct\r\n";

    private static String agency(Path folder, String line) throws IOException {
        Files.writeString(folder.resolve("county_fips.csv"), COUNTIES);
        Files.writeString(folder.resolve("fbi_lee_latest.csv"), HEADER + line + "\r\n");
        return String.valueOf(
                GazetteerImport.tables(folder).get("gazetteer/agencies.csv").split("\n", -1)[1]);
    }

    @Test
    void everyShapeOfThePublishedCellIsReadOrRefusedWithItsReason(@TempDir Path folder) throws IOException {
        assertEquals(
                "VA0000001,Vienna,VA,city,51059,,16000,40,2025",
                agency(folder, "VA0000001,2025,Vienna ,VA,FAIRFAX,City,16000,40"));
        assertEquals(
                "VA0000002,Fairfax City,VA,city,51600,,,0,2024",
                agency(folder, "VA0000002,2024,Fairfax  City:,VA,FAIRFAX CITY,City,NULL,0"));
        assertEquals(
                "VA0000003,Border Park,VA,other-state,51059 51199,several,0,,2018",
                agency(folder, "VA0000003,2018,\"Border Park,,\",VA,\"YORK,  FAIRFAX \",Other State Agency,0,NULL"));
        assertEquals(
                "VA0000004,James City,VA,county,51095,,9,9,2025",
                agency(folder, "VA0000004,2025,James City,VA,JAMES CITY,County,9,9"));
        assertEquals(
                "VA0000005,Atlantis,VA,city,,no-such-county,9,9,2025",
                agency(folder, "VA0000005,2025,Atlantis,VA,\"FAIRFAX, ATLANTIS\",City,9,9"));
        assertEquals(
                "VA0000006,Lost,VA,city,,not-specified,9,9,2025",
                agency(folder, "VA0000006,2025,Lost,VA,NOT SPECIFIED,City,9,9"));
        assertEquals(
                "GM0000007,Guam,GU,other,66010,,9,9,2025",
                agency(folder, "GM0000007,2025,Guam,GM,NOT SPECIFIED,Other,9,9"));
        assertEquals(
                "CT0000008,Danbury,CT,city,,planning-region,9,9,2025",
                agency(folder, "CT0000008,2025,Danbury,CT,WESTERN CONNECTICUT PLANNING REGION,City,9,9"));
        assertEquals(
                "DC0000009,Mint Police,,federal,,federal,0,9,2025",
                agency(folder, "DC0000009,2025,Mint Police,FS,NOT SPECIFIED,Federal,0,9"));
        assertEquals(
                "VA0000010,Wrong,VA,city,,no-such-county,9,9,2025",
                agency(folder, "VA0000010,2025,Wrong,VA,MECKLENBURG,City,9,9"));
    }

    @Test
    void whatTheImportDoesNotKnowStopsIt(@TempDir Path folder) throws IOException {
        IllegalStateException type = assertThrows(
                IllegalStateException.class, () -> agency(folder, "VA0000001,2025,X,VA,FAIRFAX,Militia,1,1"));
        assertEquals("fbi_lee_latest.csv line 2: no such agency type: Militia", type.getMessage());
        assertThrows(IllegalStateException.class, () -> agency(folder, "VA0000001,2025,X,VA,FAIRFAX,City,1"));
        String twice = "VA0000001,2025,X,VA,FAIRFAX,City,1,1";
        assertThrows(IllegalStateException.class, () -> agency(folder, twice + "\r\n" + twice));
    }

    @Test
    void bundledTablesAreWhatTheImportMakesOfThePublishedOnes() throws IOException, NoSuchAlgorithmException {
        Path published = Path.of(System.getProperty("writwatch.shared", "../shared"), "data", "ice-287g", "geo");
        if (!Files.isDirectory(published)) {
            System.out.println("GazetteerImportTest: the published tables are not here; the re-import is not checked");
            Assumptions.abort("no published tables");
        }
        Bundle bundle = Bundle.of("facts");
        for (Map.Entry<String, String> made : GazetteerImport.tables(published).entrySet()) {
            BundledFile line = bundle.get(made.getKey());
            byte[] original = Files.readAllBytes(published.resolve(line.original()));
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(original));
            assertEquals(hash, line.originalSha256().orElseThrow(), line.original());
            try (InputStream in = bundle.open(made.getKey())) {
                String held = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(held.equals(made.getValue()), made.getKey() + " differs from what the import makes");
            }
        }
    }
}

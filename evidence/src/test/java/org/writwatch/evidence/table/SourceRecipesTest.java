package org.writwatch.evidence.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.problem.BadInput;

/** The statements of docs/evidence-tables.md make, of files with a row for each person or stop, the tables that are taken in. */
class SourceRecipesTest {
    private static final Path PAGE = Path.of("..", "docs", "evidence-tables.md");
    private static final Pattern RECIPE =
            Pattern.compile("<!-- recipe: (\\S+) from (.+?) -->\n```sql\n(.*?)```", Pattern.DOTALL);

    /** Invented files as their publishers' columns are; names and birth years are in them, as they are there. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "detainers.csv",
            """
            detainer_prepare_date,detention_facility_code,detainer_lift_reason,birth_year,citizenship_country
            2025-03-04,MECKLNC,Booked into Detention,1990,MEXICO
            2025-03-30,MECKLNC,Booked into Detention,1980,HONDURAS
            2025-04-01,MECKLNC,,1971,MEXICO
            2025-04-02,,,1971,MEXICO
            """,
            "arrests.csv",
            """
            apprehension_date,apprehension_state,apprehension_county,apprehension_method,birth_year
            2025-03-04,NORTH CAROLINA,Mecklenburg,Located,1990
            2025-03-05,NORTH CAROLINA,Mecklenburg,Located,1991
            2025-03-05,NORTH CAROLINA,,CAP Local Incarceration,1991
            """,
            "counties.csv",
            "state,county,county_fips\nNorth Carolina,Mecklenburg,37119\nAlabama,Autauga,01001\n",
            "rtci.csv",
            """
            ori,state,year,month,aggravated_assault,burglary,motor_vehicle_theft,murder,rape,robbery,theft
            NC0600100,NC,2025,3,10,20,30,1,2,5,60
            ,NC,2025,3,10,20,30,1,2,5,60
            """,
            "stops.csv",
            """
            agency,date,ethnicity,race,purpose,searched,subject_race,search_conducted,contraband_found,driver_age
            Durham,2025-03-01,H,W,Speed,true,hispanic,true,false,30
            Durham,2025-03-02,H,W,Speed,false,hispanic,false,,31
            Durham,2025-04-02,N,B,Speed,false,black,false,,31
            """,
            "calls.csv",
            """
            received,kind,language,source,caller_name
            2025-03-01 10:00:00,burglary,es,public,x
            2025-03-01 11:00:00,burglary,es,public,y
            2025-03-01 12:00:00,traffic,en,officer,
            """);

    private static final Map<String, String> FIRST = Map.of(
            "ddp_detainers_month.csv", "MECKLNC,2025-03,Booked into Detention,2",
            "ddp_arrests_month.csv", "37119,2025-03,Located,2",
            "rtci_agency_month.csv", "NC0600100,NC,2025-03-01,10,20,30,1,2,5,60",
            "nc_sbi_stops_month.csv", "Durham,2025-03,H,W,Speed,2,1",
            "opp_stops_month.csv", "Durham Police Department,2025-03,hispanic,2,1,0",
            "calls_for_service_day.csv", "NC0600100,2025-03-01,burglary,es,2");

    @Test
    void everyStatementMakesATableThatIsTakenIn(@TempDir Path folder) throws IOException, SQLException {
        for (Map.Entry<String, String> file : PUBLISHED.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Matcher recipe = RECIPE.matcher(Files.readString(PAGE, StandardCharsets.UTF_8));
        TreeSet<String> made = new TreeSet<>();
        while (recipe.find()) {
            String name = recipe.group(1);
            String sql = recipe.group(3).replace("'" + name + "'", "'" + folder.resolve(name) + "'");
            for (String from : recipe.group(2).split(", ", -1)) {
                assertTrue(sql.contains("'" + from + "'"), from);
                sql = sql.replace("'" + from + "'", "'" + folder.resolve(from) + "'");
            }
            try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                    Statement run = engine.createStatement()) {
                run.execute(sql);
            }
            Path file = folder.resolve(name);
            assertTrue(Files.readAllLines(file).contains(FIRST.get(name)), Files.readString(file));
            TableDescriptor table = OutcomeCatalogue.listSupplied().stream()
                    .filter(t -> t.path().equals(name))
                    .findFirst()
                    .orElseThrow();
            Panel panel = OutcomeTable.read(table, file);
            assertEquals(0, panel.rejects().size(), panel.rejects().toString());
            assertTrue(panel.rows() > 0, name);
            made.add(name);
        }
        assertEquals(new TreeSet<>(FIRST.keySet()), made);
        TableDescriptor detainers = OutcomeCatalogue.find("ddp-detainers").orElseThrow();
        BadInput people =
                assertThrows(BadInput.class, () -> OutcomeTable.read(detainers, folder.resolve("detainers.csv")));
        assertTrue(people.getMessage().contains("birth_year"), people.getMessage());
    }

    @Test
    void thePageNamesEveryTableAUserSupplies() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        OutcomeCatalogue.listSupplied().forEach(t -> assertTrue(page.contains("`" + t.name() + "`"), t.name()));
    }
}

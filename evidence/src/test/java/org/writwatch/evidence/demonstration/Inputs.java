package org.writwatch.evidence.demonstration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.Shared;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.OutcomeCatalogue;
import org.writwatch.evidence.table.OutcomeTable;
import org.writwatch.evidence.table.Panel;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.gazetteer.Gazetteer;

/** The published tables of the demonstrations; asking for one skips the test where they are not on disk. */
final class Inputs {
    private Inputs() {}

    static Panel table(String name) {
        var descriptor = OutcomeCatalogue.find(name).orElseThrow();
        return OutcomeTable.read(descriptor, Shared.outcomes().resolve(descriptor.path()));
    }

    static CityWave cityWave() {
        Map<String, Fips> counties = new HashMap<>();
        Path file = Shared.outcomes().resolve("city_violent_crime_county.csv");
        CsvFile.read(
                file, List.of("ORI", "county_fips"), row -> counties.put(row.text("ORI"), row.fips("county_fips")));
        return new CityWave(table("city-crime"), counties);
    }

    /** The newspaper's years as they are usually quoted: Tucson's county is on its list by the name of the county alone. */
    static CityWave.Years newspaper() {
        Path folder = Shared.outcomes().resolve("restricted_noncommercial");
        return ParticipationList.read(folder.resolve("wapo_287g_participation_2005_2019.csv"), Gazetteer.bundled())
                .without(new Fips("04019"));
    }

    static CityWave.Years register() {
        Period wave = new Period(LocalDate.of(2005, 1, 1), LocalDate.of(2009, 12, 31));
        return CityWave.Years.of("register", adoptions().during(wave));
    }

    static Adoptions adoptions() {
        return Adoptions.of(Registry.bundled(), Registry.bundled().lastList());
    }

    /** The year Secure Communities went live, by county. */
    static Map<Fips, Integer> live() {
        Map<Fips, Integer> live = new HashMap<>();
        Path file = Shared.outcomes().resolve("secure_communities_activation.csv");
        CsvFile.read(file, List.of("county_fips", "activation_year"), row -> {
            String year = row.text("activation_year");
            Fips.find(row.text("county_fips"))
                    .filter(f -> !year.isEmpty())
                    .ifPresent(f -> live.put(f, (int) Double.parseDouble(year)));
        });
        return live;
    }
}

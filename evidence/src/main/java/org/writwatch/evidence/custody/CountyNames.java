package org.writwatch.evidence.custody;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;

/** County codes by state and name, from the Census Bureau's table of county populations. */
final class CountyNames {
    private final Map<String, Fips> byName = new HashMap<>();
    private final Map<Fips, String> byCode = new HashMap<>();

    /** Reads {@code county_fips, county} with names such as "Autauga County, Alabama". */
    static CountyNames read(Path census) {
        CountyNames out = new CountyNames();
        CsvFile.read(census, List.of("county_fips", "county"), row -> {
            Fips fips = row.fips("county_fips");
            String name = row.key("county");
            int comma = name.lastIndexOf(',');
            out.byName.put(fips.code().substring(0, 2) + folded(name.substring(0, comma)), fips);
            out.byCode.put(fips, folded(name.substring(0, comma)));
        });
        return out;
    }

    /** The county of a state with this name, whatever its case, points, blanks and the word "county". */
    Optional<Fips> find(UsState state, String county) {
        return county.isBlank() ? Optional.empty() : Optional.ofNullable(byName.get(state.fips() + folded(county)));
    }

    /** Whether a code is that of a county with this name; true where the table has no such code (territories). */
    boolean agrees(Fips fips, String county) {
        String name = byCode.get(fips);
        return name == null || name.equals(folded(county));
    }

    /** Whether a facility's name begins with the name of the county. */
    boolean beginsName(Fips fips, String facility) {
        String name = byCode.get(fips);
        return name != null && folded(facility).startsWith(name);
    }

    private static String folded(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[.'\\p{M}]", "")
                .replaceAll("\\bSAINT\\b", "ST")
                .replaceAll("\\bSAINTE\\b", "STE")
                .replaceAll("\\b(COUNTY|PARISH|BOROUGH|MUNICIPALITY|CENSUS AREA)\\b", "")
                .replaceAll("[^A-Z]", "");
    }
}

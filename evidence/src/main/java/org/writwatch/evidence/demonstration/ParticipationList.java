package org.writwatch.evidence.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.writwatch.evidence.held.HeldFile;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.CsvRow;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;

/**
 * The years that a newspaper's list ({@code participation-list}, supplied by the user, never passed on) marks for each
 * county. A county is taken from the county code when it is one of the row's state, else from the FBI number, else from
 * the name of the agency up to "County"; rows of cities, states and headers inside the table give none.
 */
public final class ParticipationList {
    private static final int FIRST = 2005;
    private static final int LAST = 2019;

    private ParticipationList() {}

    /** First and last year marked, by county; of several agencies in a county the widest span. */
    public static CityWave.Years read(Path file, Gazetteer gazetteer) {
        return read((columns, each) -> CsvFile.read(file, columns, each), gazetteer);
    }

    /** The same from a table that was brought in. */
    public static CityWave.Years read(HeldFile file, Gazetteer gazetteer) {
        return read(file::rows, gazetteer);
    }

    private static CityWave.Years read(BiConsumer<List<String>, Consumer<CsvRow>> table, Gazetteer gazetteer) {
        List<String> columns = new ArrayList<>(List.of("State", "County", "ori", "FIPS"));
        for (int year = FIRST; year <= LAST; year++) {
            columns.add("y" + year);
        }
        SortedMap<Fips, int[]> years = new TreeMap<>();
        table.accept(columns, row -> {
            Optional<Fips> county = UsState.find(row.text("State")).flatMap(s -> county(row, s, gazetteer));
            int[] span = span(row);
            if (county.isPresent() && span.length == 2) {
                years.merge(county.get(), span, (a, b) -> new int[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
            }
        });
        return new CityWave.Years("newspaper", years);
    }

    private static int[] span(CsvRow row) {
        int first = 0;
        int last = 0;
        for (int year = FIRST; year <= LAST; year++) {
            if (row.text("y" + year).toUpperCase(Locale.ROOT).equals("X")) {
                first = first == 0 ? year : first;
                last = year;
            }
        }
        return first == 0 ? new int[0] : new int[] {first, last};
    }

    private static Optional<Fips> county(CsvRow row, UsState state, Gazetteer gazetteer) {
        String printed = row.text("FIPS").replace(".0", "");
        Optional<Fips> code = Fips.find(printed.length() == 4 ? "0" + printed : printed)
                .filter(f -> f.code().startsWith(state.fips()));
        Optional<Fips> byNumber = gazetteer
                .countyOf(row.text("ori"))
                .filter(p -> p.state() == state)
                .map(Place::fips);
        String name = row.text("County");
        int end = name.indexOf(" County");
        List<Place> named = end < 0 ? List.of() : gazetteer.findIn(state, name.substring(0, end + 7));
        Optional<Fips> byName = named.size() == 1 ? Optional.of(named.get(0).fips()) : Optional.empty();
        return code.or(() -> byNumber).or(() -> byName);
    }
}

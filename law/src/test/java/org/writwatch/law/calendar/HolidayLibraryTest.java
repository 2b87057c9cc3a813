package org.writwatch.law.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.jollyday.HolidayCalendar;
import de.jollyday.HolidayManager;
import de.jollyday.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.law.Law;

/**
 * Our holidays against those of a library (Jollyday 0.5.10), each year 1990-2060. What differs is listed here with the
 * law that says why we differ; anything else that differed would fail.
 */
class HolidayLibraryTest {
    private static final HolidayManager LIBRARY =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", "new-year"),
            Map.entry("MARTIN_LUTHER_KING", "king"),
            Map.entry("WASHINGTONS_BIRTHDAY", "washington"),
            Map.entry("PRESIDENTS_DAY", "washington"),
            Map.entry("LINCOLN", "lincoln"),
            Map.entry("ARBOR", "arbor"),
            Map.entry("MEMORIAL_DAY", "memorial"),
            Map.entry("INDEPENDENCE_DAY", "independence"),
            Map.entry("LABOUR_DAY", "labor"),
            Map.entry("COLUMBUS_DAY", "columbus"),
            Map.entry("ELECTION_DAY", "election"),
            Map.entry("VETERANS_DAY", "veterans"),
            Map.entry("THANKSGIVING", "thanksgiving"),
            Map.entry("KALANIANAOLE", "kuhio"),
            Map.entry("KAMEHAMEHA", "kamehameha"),
            Map.entry("STATEHOOD", "statehood"),
            Map.entry("GOOD_FRIDAY", "good-friday"),
            Map.entry("CONFEDERATE", "confederate-memorial"),
            Map.entry("JEFFERSON_DAVIS", "jefferson-davis"),
            Map.entry("CESAR_CHAVEZ", "cesar-chavez"),
            Map.entry("TRUMAN", "truman"),
            Map.entry("CHRISTMAS_EVE", "christmas-eve"),
            Map.entry("CHRISTMAS", "christmas"));

    /**
     * Known differences, federal: the library has Election Day in even years, which 5 U.S.C. 6103(a) does not; it has no
     * Juneteenth (Public Law 117-17, from 2021); it has no day on which a holiday is kept when it falls on a weekend (5
     * U.S.C. 6103(b), Executive Order 11582).
     */
    @Test
    void federalHolidaysAreThoseOfTheLibraryBeyondTheKnownDifferences() {
        for (int year = 1990; year <= 2060; year++) {
            Map<LocalDate, String> theirs = library(year, "");
            theirs.values().removeIf("election"::equals);
            if (year >= 2021) {
                theirs.put(LocalDate.of(year, 6, 19), "juneteenth");
            }
            Map<LocalDate, String> kept = new TreeMap<>(theirs);
            theirs.forEach((day, name) -> {
                if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
                    kept.put(day.minusDays(1), name);
                } else if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    kept.put(day.plusDays(1), name);
                }
            });
            int asked = year;
            kept.keySet().removeIf(d -> d.getYear() != asked);
            if (LocalDate.of(year + 1, 1, 1).getDayOfWeek() == DayOfWeek.SATURDAY) {
                kept.put(LocalDate.of(year, 12, 31), "new-year");
            }
            assertEquals(kept, new TreeMap<>(FederalHolidays.of(year)), "year " + year);
        }
    }

    /**
     * Known differences by state, as {@code library only: ours only}. Ohio: the library has Election Day (Ohio R.C. 1.14 does
     * not) and no Juneteenth. New York: the library has Easter Monday (Gen. Constr. Law 24 does not) and no Juneteenth;
     * general election day is only a maybe here. Texas: the library has Columbus Day, Election Day, a Confederate day in
     * April and Christmas Eve, which Gov't Code 662.003(a) and (b)(1)-(6) do not make legal holidays, and lacks the state
     * days of (b)(1)-(6). Colorado: the library has Columbus Day and Election Day; C.R.C.P. 6(a)(2) has Frances Cabrini Day
     * and Juneteenth. The library has Election Day in every state: none of N.M. Stat. 12-5-2, Wyo. Stat. 8-4-101, Iowa Code
     * 1C.1, Idaho Code 73-108, SDCL 1-5-1, Neb. Rev. Stat. 25-2221 and ORS 187.010 names it; nor Columbus Day in Wyoming, Iowa
     * and Oregon, while New Mexico and South Dakota give that Monday other names. Iowa: the library has two eves and lacks
     * Lincoln's Birthday. Nebraska: it lacks the day after Thanksgiving. It lacks Juneteenth in South Dakota and Oregon.
     * Virginia: the library has a January day that left Va. Code 2.2-3300 in 2020 and lacks Election Day in odd years, Juneteenth
     * and the Friday after Thanksgiving. Washington: RCW 1.16.050 has no Columbus Day, and Juneteenth and the Friday after
     * Thanksgiving. Tennessee: Tenn. Code 15-1-101 has no Christmas Eve and no Confederate day. Hawaii: HRS 8-1 has no
     * Columbus Day; March 26 and Good Friday may fall together. Election days there are only a maybe here. Alabama, Missouri: the library has Election Day. Arkansas and South Carolina: Ark.
     * Code 1-5-101 and S.C. Code 53-5-10 have no Columbus Day and list Christmas Eve (and here the day after Christmas and after
     * Thanksgiving); a Christmas Eve on a Sunday is kept on Christmas, which then bears its name. California: Cal. Code Civ.
     * Proc. 135 drops Columbus Day and has the day after Thanksgiving and, from 2022, Native American Day; Cesar Chavez Day is
     * read from 2008 on. Connecticut: Conn. Gen. Stat. 1-4 has Juneteenth and no Good Friday of its own. Florida: the nine days of
     * Fla. Stat. 110.117, and Good Friday as a maybe. Kansas: K.S.A. 35-107 speaks from 2006 on. Kentucky: the days of KRS 2.110
     * that 18A.190 lacks are a maybe; neither names the two eves. Michigan: MCL 435.101 has neither eve nor Easter Monday, nor
     * a day the library leaves without a name. Mississippi: Miss. Code 3-3-7 puts its Confederate day on the last Monday of April.
     * Montana: Mont. Code 1-1-216 has one Thanksgiving day, and keeps New Year's Day and Christmas on a Friday where the library
     * names the eve. North Carolina: all of N.C.G.S. 103-4 is a maybe; where two of its days fall together one name is told.
     */
    @ParameterizedTest
    @CsvSource({
        "OH, election, juneteenth",
        "NY, EASTER_MONDAY, juneteenth",
        "TX, christmas-eve columbus confederate-memorial election,"
                + " after-thanksgiving confederate-heroes johnson juneteenth san-jacinto texas-independence",
        "CO, columbus election, cabrini juneteenth",
        "NM, columbus election, indigenous",
        "WY, columbus election, none",
        "IA, NEW_YEARS_EVE christmas-eve columbus election, lincoln",
        "ID, election, none",
        "SD, columbus election, juneteenth native-americans",
        "NE, election, after-thanksgiving",
        "OR, columbus election, juneteenth",
        "VA, LEE_JACKSON election, after-thanksgiving election juneteenth",
        "WA, columbus election, juneteenth native-heritage",
        "TN, christmas-eve confederate-memorial, christmas election juneteenth",
        "HI, columbus good-friday, election kuhio",
        "AL, election, none",
        "AR, christmas columbus election, christmas-eve",
        "CA, cesar-chavez columbus election, after-thanksgiving native-americans",
        "CT, election good-friday, juneteenth",
        "FL, columbus confederate-memorial election washington, after-thanksgiving good-friday",
        "KS, christmas columbus election independence king labor memorial new-year thanksgiving veterans washington,"
                + " none",
        "KY, NEW_YEARS_EVE christmas-eve election,"
                + " after-thanksgiving christmas jefferson-davis lee lincoln new-year roosevelt",
        "MI, ' EASTER_MONDAY NEW_YEARS_EVE christmas-eve election', juneteenth lincoln",
        "MO, election, none",
        "MS, columbus confederate-memorial election, confederate-memorial",
        "MT, NEW_YEARS_EVE christmas-eve thanksgiving, christmas election new-year",
        "NC, christmas-eve confederate-memorial good-friday,"
                + " confederate-memorial election greek-independence halifax lee mecklenburg",
        "SC, christmas columbus election, after-christmas after-thanksgiving christmas-eve"
    })
    void stateHolidaysAreThoseOfTheLibraryBeyondTheKnownDifferences(String code, String theirOwn, String ourOwn) {
        StateHolidays ours = Law.bundled().counting(code).orElseThrow().own().orElseThrow();
        TreeSet<String> libraryOnly = new TreeSet<>();
        TreeSet<String> oursOnly = new TreeSet<>();
        for (int year = 1990; year <= 2060; year++) {
            Map<LocalDate, String> theirs = library(year, code.toLowerCase(Locale.ROOT));
            theirs.put(LocalDate.of(year + 1, 1, 1), "new-year");
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                String name = theirs.get(day);
                String own = ours.find(day).map(StateHolidays.Kept::id).orElse(null);
                boolean keptBeside = own != null
                        && name == null
                        && (own.equals(theirs.get(day.minusDays(1))) || own.equals(theirs.get(day.plusDays(1))));
                if (name != null && !name.equals(own)) {
                    libraryOnly.add(name);
                }
                if (own != null && !own.equals(name) && !keptBeside) {
                    oursOnly.add(own);
                }
            }
        }
        assertEquals(List.of(theirOwn.split(" ", -1)), new ArrayList<>(libraryOnly), code);
        assertEquals(
                ourOwn.equals("none") ? List.of() : List.of(ourOwn.split(" ", -1)), new ArrayList<>(oursOnly), code);
    }

    private static Map<LocalDate, String> library(int year, String state) {
        Map<LocalDate, String> days = new TreeMap<>();
        (state.isEmpty() ? LIBRARY.getHolidays(year) : LIBRARY.getHolidays(year, state)).forEach(h -> {
            String key = h.getPropertiesKey();
            String bare = key.substring(key.lastIndexOf('.') + 1);
            // Two may fall on one day, and the library gives them in no order.
            days.merge(h.getDate(), NAMES.getOrDefault(bare, bare), (a, b) -> a.compareTo(b) < 0 ? a : b);
        });
        return days;
    }
}

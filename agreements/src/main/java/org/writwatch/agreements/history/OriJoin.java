package org.writwatch.agreements.history;

import java.util.List;
import org.writwatch.agreements.history.AgencyName.Body;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.AgencyType;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * Finds an agency's number in the FBI's file by state, county, kind and name together; one record or none. A sheriff
 * without a record never gets the number of the county's police, of the city, or of the county next door.
 */
final class OriJoin {
    private final Gazetteer gazetteer;
    private final FbiNames fbi;

    OriJoin(Gazetteer gazetteer, FbiNames fbi) {
        this.gazetteer = gazetteer;
        this.fbi = fbi;
    }

    Match<String> of(UsState state, AgencyName name, Reach reach, Match<Fips> counties) {
        if (reach == Reach.STATEWIDE) {
            return one(fbi.statewide(state, name), Basis.medium("state-record"));
        }
        if (counties.values().isEmpty()) {
            return Match.none("no-county");
        }
        if (name.body() == Body.SHERIFF) {
            return counties.values().size() != 1
                    ? Match.none("no-record")
                    : one(sheriffs(counties.values().get(0)), Basis.high("sheriff-record"));
        }
        Basis basis = counties.basis().confidence() == Basis.Confidence.HIGH
                ? Basis.high("name-and-county")
                : Basis.medium("name-and-county");
        List<FbiAgency> same = in(fbi.local(state, name), counties);
        return same.isEmpty()
                ? one(in(fbi.bare(state, name), counties), Basis.medium("bare-name-and-county"))
                : one(same, basis);
    }

    private List<FbiAgency> sheriffs(Fips county) {
        Place place = gazetteer.find(county).orElseThrow();
        String bare = CountyJoin.bareKey(place);
        return gazetteer.listAgencies(county).stream()
                .filter(a -> a.type() == AgencyType.COUNTY && a.counties().size() == 1)
                .filter(a -> isSheriffOf(a.name(), bare))
                .toList();
    }

    private static List<FbiAgency> in(List<FbiAgency> records, Match<Fips> counties) {
        return records.stream()
                .filter(a -> a.counties().stream().anyMatch(counties.values()::contains))
                .toList();
    }

    private static boolean isSheriffOf(String fbiName, String bareCounty) {
        String key = Spelling.key(fbiName);
        return key.equals(bareCounty)
                || key.equals(bareCounty + "county")
                || key.equals(bareCounty + "countysheriffsoffice")
                || key.equals(bareCounty + "countysheriffsdepartment")
                || key.equals(bareCounty + "parish")
                || key.equals(bareCounty + "sheriffsoffice");
    }

    private static Match<String> one(List<FbiAgency> same, Basis basis) {
        return same.size() == 1
                ? Match.one(same.get(0).ori(), basis)
                : Match.none(same.isEmpty() ? "no-record" : "several-records");
    }
}

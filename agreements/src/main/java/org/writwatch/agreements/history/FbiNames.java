package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writwatch.agreements.history.AgencyName.Body;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.AgencyType;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;

/** The FBI's records by name; most are bare: "Green Cove Springs" for the police department of that city. */
final class FbiNames {
    private static final Set<String> CAMPUS =
            Set.of("university", "college", "school", "schools", "airport", "campus", "isd");

    private final Map<UsState, Map<String, List<FbiAgency>>> byName = new EnumMap<>(UsState.class);

    FbiNames(Gazetteer gazetteer) {
        for (UsState state : UsState.values()) {
            Map<String, List<FbiAgency>> index = new HashMap<>();
            for (FbiAgency agency : gazetteer.listAgencies(state)) {
                String name = withoutCounty(agency.name());
                index.computeIfAbsent(plain(AgencyName.of(state, name).key()), k -> new ArrayList<>())
                        .add(agency);
            }
            byName.put(state, index);
        }
    }

    static boolean isCampus(AgencyName name) {
        return List.of(name.key().split(" ", -1)).stream().anyMatch(CAMPUS::contains);
    }

    /**
     * The records of a local agency's name and kind. "Monroe" is a sheriff in one county and a city's police in another,
     * so a police department answers to a county's record only when it is called that of a county.
     */
    List<FbiAgency> local(UsState state, AgencyName name) {
        return named(state, plain(name.key()), kinds(name));
    }

    /** The same without Borough, City, Town or Village at the end: the FBI leaves them out. */
    List<FbiAgency> bare(UsState state, AgencyName name) {
        String key = plain(name.key());
        for (String kind : List.of(" borough", " city", " town", " village")) {
            if (key.endsWith(kind)) {
                return named(state, key.substring(0, key.length() - kind.length()), kinds(name));
            }
        }
        return List.of();
    }

    /** The records of a state agency's name. */
    List<FbiAgency> statewide(UsState state, AgencyName name) {
        return named(state, plain(name.key()), Set.of(AgencyType.STATE_POLICE, AgencyType.OTHER_STATE)).stream()
                .filter(a -> a.counties().isEmpty())
                .toList();
    }

    private static Set<AgencyType> kinds(AgencyName name) {
        if (isCampus(name)) {
            return Set.of(AgencyType.UNIVERSITY, AgencyType.OTHER);
        }
        boolean ofCounty = List.of(name.key().split(" ", -1)).contains("county");
        if (name.body() == Body.POLICE || name.body() == Body.MARSHAL) {
            return ofCounty ? Set.of(AgencyType.CITY, AgencyType.COUNTY) : Set.of(AgencyType.CITY);
        }
        return Set.of(AgencyType.OTHER);
    }

    private List<FbiAgency> named(UsState state, String key, Set<AgencyType> kinds) {
        return byName.getOrDefault(state, Map.of()).getOrDefault(key, List.of()).stream()
                .filter(a -> kinds.contains(a.type()))
                .toList();
    }

    /** "Butler Township, Luzerne County" is told from its namesakes by the county; the lists print that beside the name. */
    private static String withoutCounty(String name) {
        int comma = name.indexOf(", ");
        return comma > 0 && name.endsWith(" County") ? name.substring(0, comma) : name;
    }

    private static String plain(String key) {
        return key.replace(" police services department", "")
                .replace(" police department", "")
                .replace(" department public safety", "")
                .replace(" police", "");
    }
}

package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.writwatch.agreements.history.AgencyName.Body;
import org.writwatch.agreements.history.Corrections.What;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.AgencyType;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.gazetteer.PlaceKind;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * Joins agencies to counties and to the FBI's numbers; refuses rather than guesses, and says which it did.
 *
 * <p>A sheriff's county comes from its own name first and from the printed county second; a city's from the printed
 * county, where the FBI's record of the same city does not contradict it, else from the FBI's record when the state has
 * one city of that name. A misspelt county is read when one county of the state alone is a slip away. A join never
 * leaves the state.
 */
final class AgencyJoin {
    private static final Set<String> CAMPUS =
            Set.of("university", "college", "school", "schools", "airport", "campus", "isd");
    private static final Set<String> PART_OF_STATE =
            Set.of("judicial", "district", "circuit", "task", "regional", "constables", "institute");

    private final Gazetteer gazetteer;
    private final Corrections corrections;
    private final Map<UsState, Map<String, List<FbiAgency>>> fbi = new HashMap<>();

    AgencyJoin(Gazetteer gazetteer, Corrections corrections) {
        this.gazetteer = gazetteer;
        this.corrections = corrections;
    }

    /** A join with its reason. */
    private record Found<T>(Optional<T> value, String why) {
        static <T> Found<T> none(String why) {
            return new Found<>(Optional.empty(), why);
        }
    }

    /** Every agency of the register with what could be joined to it, in order of id. */
    List<HeldAgency> join(List<Parties.Party> all, List<Draft> drafts, Parties parties) {
        Map<String, Set<String>> types = new HashMap<>();
        Map<String, List<String>> counties = new HashMap<>();
        for (Draft draft : drafts) {
            List<Step> steps = new ArrayList<>(draft.pending);
            steps.addAll(draft.listed);
            for (Step step : steps) {
                String id = parties.id(step.row());
                types.computeIfAbsent(id, k -> new LinkedHashSet<>())
                        .add(Spelling.key(step.row().printed().type()));
                List<String> printed = counties.computeIfAbsent(id, k -> new ArrayList<>());
                String county = step.row().printed().county();
                if (printed.isEmpty() || !printed.get(printed.size() - 1).equals(county)) {
                    printed.add(county);
                }
            }
        }
        Set<String> used = new TreeSet<>(types.keySet());
        List<HeldAgency> joined = new ArrayList<>();
        for (Parties.Party party : all) {
            if (used.contains(party.id())) {
                joined.add(join(
                        party, types.getOrDefault(party.id(), Set.of()), counties.getOrDefault(party.id(), List.of())));
            }
        }
        joined.sort((a, b) -> a.agency().id().compareTo(b.agency().id()));
        return joined;
    }

    private HeldAgency join(Parties.Party party, Set<String> types, List<String> printedCounties) {
        AgencyName name = AgencyName.of(party.state(), party.name());
        Reach reach = decided(What.REACH, party)
                .map(v -> Reach.valueOf(v.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> reach(party.state(), name, types));
        Found<Fips> county =
                reach == Reach.STATEWIDE ? Found.none("statewide agency") : county(party, name, reach, printedCounties);
        Found<String> ori = ori(party, name, reach, county.value);
        Agency agency = new Agency(party.id(), party.name(), party.state(), reach, county.value, ori.value);
        return new HeldAgency(
                agency, type(name, reach), county.why, ori.why, party.aliases(), counties(party.state(), name, agency));
    }

    private List<Fips> counties(UsState state, AgencyName name, Agency agency) {
        if (agency.county().isPresent() || agency.reach() != Reach.WITHIN_COUNTY) {
            return agency.county().stream().toList();
        }
        List<FbiAgency> same = sameName(state, name, cityTypes(name));
        return same.size() == 1 && same.get(0).counties().size() > 1
                ? same.get(0).counties()
                : List.of();
    }

    private Optional<String> decided(What what, Parties.Party party) {
        return party.keys().stream()
                .flatMap(k -> corrections.find(what, party.state(), k).stream())
                .map(Corrections.Decision::value)
                .findFirst();
    }

    private static Reach reach(UsState of, AgencyName name, Set<String> types) {
        Set<String> words = new LinkedHashSet<>(List.of(name.key().split(" ", -1)));
        boolean state = types.contains("state") || types.contains("stateagency");
        boolean county = types.contains("county");
        boolean city = types.stream().anyMatch(t -> t.startsWith("mun"));
        if (words.stream().anyMatch(CAMPUS::contains) || name.body() == Body.CONSTABLE) {
            return Reach.WITHIN_COUNTY;
        }
        if (name.body() == Body.SHERIFF) {
            return Reach.COUNTY;
        }
        boolean namesCounty = words.contains("county") || words.contains("parish");
        boolean stateOffice = name.key().startsWith("state ")
                || name.key().startsWith("department ")
                || name.key().startsWith("division ")
                || name.key().startsWith("highway patrol")
                || name.key().startsWith("national guard")
                || name.key().startsWith(String.join(" ", Spelling.words(of.english())) + " corrections");
        if (stateOffice && !namesCounty && (state || !county)) {
            return Reach.STATEWIDE;
        }
        if (city && name.body() == Body.POLICE) {
            return Reach.WITHIN_COUNTY;
        }
        if (state && !namesCounty) {
            return words.stream().anyMatch(PART_OF_STATE::contains) ? Reach.WITHIN_COUNTY : Reach.STATEWIDE;
        }
        if (namesCounty && name.body() != Body.CONSTABLE && !(city && name.body() == Body.POLICE && !county)) {
            return Reach.COUNTY;
        }
        if (county && name.body() != Body.CONSTABLE && name.body() != Body.POLICE) {
            return Reach.COUNTY;
        }
        if (types.contains("") && types.size() == 1 && name.body() != Body.POLICE) {
            return namesCounty ? Reach.COUNTY : name.body() == Body.JAIL ? Reach.COUNTY : Reach.STATEWIDE;
        }
        return Reach.WITHIN_COUNTY;
    }

    private static String type(AgencyName name, Reach reach) {
        boolean campus = List.of(name.key().split(" ", -1)).stream().anyMatch(CAMPUS::contains);
        return switch (reach) {
            case STATEWIDE -> "state";
            case COUNTY -> name.body() == Body.SHERIFF ? "sheriff" : "county";
            case WITHIN_COUNTY ->
                campus
                        ? "campus"
                        : name.body() == Body.CONSTABLE
                                ? "constable"
                                : name.body() == Body.POLICE || name.body() == Body.MARSHAL ? "municipal" : "other";
        };
    }

    private Found<Fips> county(Parties.Party party, AgencyName name, Reach reach, List<String> printedCounties) {
        Optional<String> decided = decided(What.COUNTY, party);
        if (decided.isPresent()) {
            return decided.get().isEmpty()
                    ? Found.none("decided by a person: no single county")
                    : new Found<>(Optional.of(new Fips(decided.get())), "decided by a person");
        }
        if (reach == Reach.COUNTY) {
            Optional<Place> named = countyInName(party.state(), party.name());
            if (named.isPresent()) {
                return new Found<>(named.map(Place::fips), "named in the agency's name");
            }
        }
        List<FbiAgency> same =
                reach == Reach.WITHIN_COUNTY ? sameName(party.state(), name, cityTypes(name)) : List.of();
        Set<Fips> fbiCounties = new TreeSet<>();
        same.forEach(a -> fbiCounties.addAll(a.counties()));
        for (int i = printedCounties.size() - 1; i >= 0; i--) {
            Found<Place> printed = printedCounty(party.state(), printedCounties.get(i));
            if (printed.value.isPresent()) {
                Fips fips = printed.value.get().fips();
                if (fbiCounties.isEmpty() || fbiCounties.contains(fips)) {
                    return new Found<>(Optional.of(fips), printed.why);
                }
                if (same.size() == 1 && fbiCounties.size() == 1) {
                    return Found.none("the list and the FBI name different counties: " + fips + ", "
                            + fbiCounties.iterator().next());
                }
                return new Found<>(Optional.of(fips), printed.why);
            }
        }
        if (same.size() == 1 && fbiCounties.size() == 1) {
            return new Found<>(Optional.of(fbiCounties.iterator().next()), "from the FBI's record of that name");
        }
        return Found.none(
                same.size() > 1 || fbiCounties.size() > 1
                        ? "more than one county could be meant"
                        : "no list prints its county and no record has its name");
    }

    /** "Clay County Sheriff's Office": the words before County, when a county of the state has that name. */
    private Optional<Place> countyInName(UsState state, String name) {
        List<String> words = Spelling.words(name);
        int at = -1;
        for (int i = 0; i < words.size() && at < 0; i++) {
            if (Set.of("county", "parish", "co").contains(words.get(i)) && i > 0) {
                at = i;
            }
        }
        if (at > 0) {
            String bare = String.join(" ", words.subList(0, at));
            return onlyCounty(state, bare, true).or(() -> slip(state, bare));
        }
        // "Jacksonville Sheriff's Office" names a city; "Baltimore City Sheriff's Office" names an independent one.
        int sheriff = words.indexOf("sheriffs");
        return sheriff <= 0 ? Optional.empty() : onlyCounty(state, String.join(" ", words.subList(0, sheriff)), false);
    }

    private Optional<Place> onlyCounty(UsState state, String bare, boolean saysCounty) {
        List<Place> found = gazetteer.findIn(state, bare);
        if (found.size() > 1) {
            found = found.stream()
                    .filter(p -> (gazetteer.kind(p) != PlaceKind.INDEPENDENT_CITY) == saysCounty)
                    .toList();
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<Place> slip(UsState state, String bare) {
        String key = Spelling.key(bare);
        List<Place> near = gazetteer.listIn(state).stream()
                .filter(p -> key.length() >= 4 && Spelling.distance(key, bareKey(p), 1) == 1)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static String bareKey(Place place) {
        for (String kind : List.of(" County", " Parish", " Borough", " city", " Municipality", " Census Area")) {
            if (place.name().endsWith(kind)) {
                return Spelling.key(place.name().substring(0, place.name().length() - kind.length()));
            }
        }
        return Spelling.key(place.name());
    }

    private Found<Place> printedCounty(UsState state, String printed) {
        List<String> words = new ArrayList<>(Spelling.words(printed));
        if (words.isEmpty() || words.equals(List.of("na")) || words.equals(List.of("n", "a"))) {
            return Found.none("no county is printed");
        }
        boolean city = words.get(words.size() - 1).equals("city");
        String last = words.get(words.size() - 1);
        if (words.size() > 1
                && (Spelling.distance(last, "county", 2) <= 2
                        || Set.of("parish", "borough", "city").contains(last))) {
            words.remove(words.size() - 1);
        }
        String bare = String.join(" ", words);
        Optional<Place> exact = onlyCounty(state, bare, !city);
        if (exact.isPresent()) {
            return new Found<>(exact, "printed on the list");
        }
        Optional<Place> near = slip(state, bare);
        return near.isPresent()
                ? new Found<>(near, "printed on the list, misspelt: " + printed)
                : Found.none("'" + printed + "' is no county of the state");
    }

    private Found<String> ori(Parties.Party party, AgencyName name, Reach reach, Optional<Fips> county) {
        Optional<String> decided = decided(What.ORI, party);
        if (decided.isPresent()) {
            return new Found<>(decided.filter(o -> !o.isEmpty()), "decided by a person");
        }
        if (reach == Reach.STATEWIDE) {
            List<FbiAgency> same =
                    sameName(party.state(), name, Set.of(AgencyType.STATE_POLICE, AgencyType.OTHER_STATE)).stream()
                            .filter(a -> a.counties().isEmpty())
                            .toList();
            return one(same, "the only state record of that name");
        }
        if (county.isEmpty()) {
            return Found.none("no county to join by");
        }
        if (name.body() == Body.SHERIFF) {
            Place place = gazetteer.find(county.get()).orElseThrow();
            String bare = bareKey(place);
            List<FbiAgency> same = gazetteer.listAgencies(county.get()).stream()
                    .filter(a -> a.type() == AgencyType.COUNTY && a.counties().size() == 1)
                    .filter(a -> isSheriffOf(a.name(), bare))
                    .toList();
            return one(same, "the only county record of that name in the county");
        }
        List<FbiAgency> same = sameName(party.state(), name, cityTypes(name)).stream()
                .filter(a -> a.counties().contains(county.get()))
                .toList();
        return one(same, "the only record of that name in the county");
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

    private static Found<String> one(List<FbiAgency> same, String why) {
        return same.size() == 1
                ? new Found<>(Optional.of(same.get(0).ori()), why)
                : Found.none(same.isEmpty() ? "no record of that name" : "more than one record of that name");
    }

    private static Set<AgencyType> cityTypes(AgencyName name) {
        boolean campus = List.of(name.key().split(" ", -1)).stream().anyMatch(CAMPUS::contains);
        if (campus) {
            return Set.of(AgencyType.UNIVERSITY, AgencyType.OTHER);
        }
        return switch (name.body()) {
            case POLICE, MARSHAL -> Set.of(AgencyType.CITY, AgencyType.COUNTY);
            default -> Set.of(AgencyType.OTHER);
        };
    }

    private List<FbiAgency> sameName(UsState state, AgencyName name, Set<AgencyType> types) {
        Map<String, List<FbiAgency>> byName = fbi.computeIfAbsent(state, s -> {
            Map<String, List<FbiAgency>> index = new HashMap<>();
            for (FbiAgency agency : gazetteer.listAgencies(s)) {
                index.computeIfAbsent(plain(AgencyName.of(s, agency.name()).key()), k -> new ArrayList<>())
                        .add(agency);
            }
            return index;
        });
        List<FbiAgency> found = new ArrayList<>();
        for (FbiAgency agency : byName.getOrDefault(plain(name.key()), List.of())) {
            if (types.contains(agency.type())) {
                found.add(agency);
            }
        }
        return found;
    }

    /** The FBI prints bare names: "Green Cove Springs" for the police department of that city. */
    private static String plain(String key) {
        return key.replace(" police services department", "")
                .replace(" police department", "")
                .replace(" department public safety", "")
                .replace(" police", "");
    }
}

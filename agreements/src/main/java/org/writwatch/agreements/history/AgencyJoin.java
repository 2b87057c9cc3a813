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
import java.util.stream.Stream;
import org.writwatch.agreements.history.AgencyName.Body;
import org.writwatch.agreements.history.Corrections.What;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.gazetteer.Spelling;

/** Puts together what is known of each agency: how far it polices, its kind, its county and its FBI number. */
final class AgencyJoin {
    private static final Set<String> PART_OF_STATE =
            Set.of("judicial", "district", "circuit", "task", "regional", "constables", "institute");

    private final Corrections corrections;
    private final CountyJoin county;
    private final OriJoin ori;

    AgencyJoin(Gazetteer gazetteer, Corrections corrections) {
        this.corrections = corrections;
        FbiNames fbi = new FbiNames(gazetteer);
        this.county = new CountyJoin(gazetteer, fbi);
        this.ori = new OriJoin(gazetteer, fbi);
    }

    /** Every agency of the register with what could be joined to it, in order of id. */
    List<HeldAgency> join(List<Parties.Party> all, List<Draft> drafts, Parties parties) {
        Map<String, Set<String>> types = new HashMap<>();
        Map<String, List<String>> counties = new HashMap<>();
        for (Draft draft : drafts) {
            List<Step> steps = new ArrayList<>(draft.pending);
            steps.addAll(draft.listed);
            Meaning before = null;
            for (Step step : steps) {
                if (step.first().meaning() == before) {
                    continue;
                }
                before = step.first().meaning();
                String id = parties.id(step.first());
                types.computeIfAbsent(id, k -> new LinkedHashSet<>())
                        .add(Spelling.key(step.first().printed().type()));
                List<String> printed = counties.computeIfAbsent(id, k -> new ArrayList<>());
                String county = step.first().printed().county();
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
        Match<Fips> counties = decided(What.COUNTY, party)
                .map(AgencyJoin::decidedCounties)
                .orElseGet(() -> county.of(party.state(), party.name(), name, reach, printedCounties));
        Match<String> number = decided(What.ORI, party)
                .map(v -> v.isEmpty() ? Match.<String>none("decided-none") : Match.one(v, Basis.high("decided")))
                .orElseGet(() -> ori.of(party.state(), name, reach, counties));
        Agency agency = new Agency(party.id(), party.name(), party.state(), reach, counties.main(), number.main());
        return new HeldAgency(
                agency, type(name, reach), counties.basis(), number.basis(), party.aliases(), counties.values());
    }

    private static Match<Fips> decidedCounties(String codes) {
        return codes.isEmpty()
                ? Match.none("decided-none")
                : Match.all(Stream.of(codes.split(" ", -1)).map(Fips::new).toList(), Basis.high("decided"));
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
        if (FbiNames.isCampus(name) || name.body() == Body.CONSTABLE) {
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
        boolean campus = FbiNames.isCampus(name);
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
}

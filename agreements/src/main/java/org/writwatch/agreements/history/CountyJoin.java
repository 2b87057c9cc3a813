package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.writwatch.agreements.history.Basis.Confidence;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.gazetteer.PlaceKind;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * Finds the county of an agency; refuses rather than guesses, and says which it did.
 *
 * <p>A sheriff's county comes from its own name first and from the printed county second; a city's from the printed
 * county, where the FBI's record of the same city does not contradict it, else from the FBI's record when the state has
 * one city of that name. A city that the FBI puts in several counties belongs to each of them. A misspelt county is read
 * when one county of the state alone is a slip away. A join never leaves the state.
 */
final class CountyJoin {
    private final Gazetteer gazetteer;
    private final FbiNames fbi;

    CountyJoin(Gazetteer gazetteer, FbiNames fbi) {
        this.gazetteer = gazetteer;
        this.fbi = fbi;
    }

    /** @param printed the counties the lists print for it, oldest first */
    Match<Fips> of(UsState state, String display, AgencyName name, Reach reach, List<String> printed) {
        if (reach == Reach.STATEWIDE) {
            return Match.none("statewide");
        }
        if (reach == Reach.COUNTY) {
            Match<Fips> named = inName(state, display);
            if (!named.values().isEmpty()) {
                return named;
            }
        }
        List<FbiAgency> same = reach == Reach.WITHIN_COUNTY ? records(state, name) : List.of();
        Set<Fips> held = new TreeSet<>();
        same.forEach(a -> held.addAll(a.counties()));
        for (int i = printed.size() - 1; i >= 0; i--) {
            Match<Fips> read = printed(state, printed.get(i));
            if (read.main().isPresent()) {
                return confirmed(read.main().get(), read.basis(), same, held);
            }
        }
        if (same.size() == 1 && !held.isEmpty()) {
            return Match.all(List.copyOf(held), Basis.medium(held.size() == 1 ? "fbi" : "fbi-several"));
        }
        return Match.none(held.size() > 1 ? "several-possible" : "unprinted");
    }

    private List<FbiAgency> records(UsState state, AgencyName name) {
        List<FbiAgency> same = fbi.local(state, name);
        return same.isEmpty() ? fbi.bare(state, name) : same;
    }

    /** The printed county beside what the FBI says of cities of that name. */
    private static Match<Fips> confirmed(Fips printed, Basis basis, List<FbiAgency> same, Set<Fips> held) {
        List<FbiAgency> there =
                same.stream().filter(a -> a.counties().contains(printed)).toList();
        if (there.size() == 1) {
            List<Fips> all = Stream.concat(
                            Stream.of(printed), there.get(0).counties().stream().filter(f -> !f.equals(printed)))
                    .toList();
            return Match.first(all, Basis.high(all.size() == 1 ? "printed-and-fbi" : "printed-and-fbi-several"));
        }
        if (same.size() == 1 && held.size() == 1) {
            return Match.none("contradicted", printed + ", " + held.iterator().next());
        }
        return Match.one(printed, basis);
    }

    /** "Clay County Sheriff's Office": the words before County, when a county of the state has that name. */
    private Match<Fips> inName(UsState state, String name) {
        List<String> words = Spelling.words(name);
        int at = -1;
        for (int i = 0; i < words.size() && at < 0; i++) {
            if (Set.of("county", "parish", "co").contains(words.get(i)) && i > 0) {
                at = i;
            }
        }
        if (at > 0) {
            String bare = String.join(" ", words.subList(0, at));
            Optional<Fips> exact = only(state, bare, true);
            if (exact.isPresent()) {
                return Match.one(exact.get(), Basis.high("named"));
            }
            Optional<Fips> near = slip(state, bare);
            return near.isPresent()
                    ? Match.one(near.get(), new Basis(Confidence.MEDIUM, "named-misspelt", name))
                    : Match.none("unprinted");
        }
        // "Jacksonville Sheriff's Office" names a city; "Baltimore City Sheriff's Office" names an independent one.
        int sheriff = words.indexOf("sheriffs");
        Optional<Fips> place =
                sheriff <= 0 ? Optional.empty() : only(state, String.join(" ", words.subList(0, sheriff)), false);
        return place.isPresent() ? Match.one(place.get(), Basis.high("named")) : Match.none("unprinted");
    }

    private Optional<Fips> only(UsState state, String bare, boolean saysCounty) {
        List<Place> found = gazetteer.findIn(state, bare);
        if (found.size() > 1) {
            found = found.stream()
                    .filter(p -> (gazetteer.kind(p) != PlaceKind.INDEPENDENT_CITY) == saysCounty)
                    .toList();
        }
        return found.size() == 1 ? Optional.of(found.get(0).fips()) : Optional.empty();
    }

    /** One slip of the hand, not in the first letter: "North County" is no misspelt Worth. */
    private Optional<Fips> slip(UsState state, String bare) {
        String key = Spelling.key(bare);
        List<Place> near = gazetteer.listIn(state).stream()
                .filter(p -> key.length() >= 4 && bareKey(p).charAt(0) == key.charAt(0))
                .filter(p -> Spelling.distance(key, bareKey(p), 1) == 1)
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0).fips()) : Optional.empty();
    }

    /** The county's name without its kind, run together. */
    static String bareKey(Place place) {
        for (String kind : List.of(" County", " Parish", " Borough", " city", " Municipality", " Census Area")) {
            if (place.name().endsWith(kind)) {
                return Spelling.key(place.name().substring(0, place.name().length() - kind.length()));
            }
        }
        return Spelling.key(place.name());
    }

    private Match<Fips> printed(UsState state, String printed) {
        List<String> words = new ArrayList<>(Spelling.words(printed));
        if (words.isEmpty() || words.equals(List.of("na")) || words.equals(List.of("n", "a"))) {
            return Match.none("unprinted");
        }
        String last = words.get(words.size() - 1);
        boolean city = last.equals("city");
        if (words.size() > 1
                && (Spelling.distance(last, "county", 2) <= 2
                        || Set.of("parish", "borough", "city").contains(last))) {
            words.remove(words.size() - 1);
        }
        String bare = String.join(" ", words);
        Optional<Fips> exact = only(state, bare, !city);
        if (exact.isPresent()) {
            return Match.one(exact.get(), Basis.medium("printed"));
        }
        Optional<Fips> near = slip(state, bare);
        return near.isPresent()
                ? Match.one(near.get(), new Basis(Confidence.MEDIUM, "printed-misspelt", printed))
                : Match.none("no-such-county", printed);
    }
}

package org.writwatch.facts.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writwatch.facts.UsState;

/**
 * The ways a person's words can be read as a place: which part is the name, which the kind, which the state.
 *
 * @param name the name with its kind, if one was said, as a {@link Spelling#key}
 * @param bare the name without its kind; equal to {@code name} when no kind was said
 * @param kinds the kinds that were meant; all when none was said
 * @param saidCounty whether the word was "county", which people also say of parishes, boroughs and municipios
 * @param state the state that was named
 */
record PlaceWords(String name, String bare, Set<PlaceKind> kinds, boolean saidCounty, Optional<UsState> state) {
    private static final Set<PlaceKind> ANY = Set.of(PlaceKind.values());
    private static final Set<PlaceKind> COUNTIES = Set.of(PlaceKind.COUNTY, PlaceKind.LEGACY_COUNTY);
    private static final Map<String, Set<PlaceKind>> KINDS = new HashMap<>();
    private static final Map<String, UsState> STATES = new HashMap<>();
    private static final Set<String> COUNTRY = Set.of("usa", "us", "unitedstates", "estadosunidos", "eeuu");

    static {
        for (String word : List.of("county", "co", "cnty", "condado", "city and county")) {
            KINDS.put(word, COUNTIES);
        }
        for (String word : List.of("parish", "parroquia")) {
            KINDS.put(word, Set.of(PlaceKind.PARISH));
        }
        for (String word : List.of("municipality", "municipalidad")) {
            KINDS.put(word, Set.of(PlaceKind.MUNICIPALITY, PlaceKind.MUNICIPIO));
        }
        for (String word : List.of("city", "ciudad", "ciudad independiente", "independent city")) {
            KINDS.put(word, Set.of(PlaceKind.INDEPENDENT_CITY));
        }
        KINDS.put("borough", Set.of(PlaceKind.BOROUGH, PlaceKind.CITY_AND_BOROUGH));
        KINDS.put("municipio", Set.of(PlaceKind.MUNICIPALITY, PlaceKind.MUNICIPIO, PlaceKind.BOROUGH));
        KINDS.put("city and borough", Set.of(PlaceKind.CITY_AND_BOROUGH));
        KINDS.put("ciudad y municipio", Set.of(PlaceKind.CITY_AND_BOROUGH));
        KINDS.put("census area", Set.of(PlaceKind.CENSUS_AREA));
        KINDS.put("area censal", Set.of(PlaceKind.CENSUS_AREA));
        KINDS.put("district", Set.of(PlaceKind.DISTRICT));
        KINDS.put("distrito", Set.of(PlaceKind.DISTRICT, PlaceKind.WHOLE));
        KINDS.put("island", Set.of(PlaceKind.ISLAND));
        KINDS.put("isla", Set.of(PlaceKind.ISLAND));
        for (UsState state : UsState.values()) {
            STATES.put(Spelling.key(state.name()), state);
            STATES.put(Spelling.key(state.english()), state);
            STATES.put(Spelling.key(state.spanish()), state);
        }
    }

    /** Every reading of the words. Commas bind: what stands after the last one is the state if it can be. */
    static List<PlaceWords> readings(String text) {
        List<List<String>> parts = new ArrayList<>();
        for (String part : text.split("[,;\uff0c]", -1)) {
            List<String> words = Spelling.words(part);
            if (!words.isEmpty() && !(COUNTRY.contains(String.join("", words)) && !parts.isEmpty())) {
                parts.add(words);
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        List<PlaceWords> readings = new ArrayList<>();
        UsState last = STATES.get(String.join("", parts.get(parts.size() - 1)));
        List<String> all = parts.stream().flatMap(List::stream).toList();
        if (parts.size() > 1 && last != null) {
            int words = all.size() - parts.get(parts.size() - 1).size();
            addKinds(all.subList(0, words), Optional.of(last), readings);
        } else {
            addKinds(all, Optional.empty(), readings);
            for (int i = Math.max(0, all.size() - 5); i < all.size(); i++) {
                UsState state = STATES.get(String.join("", all.subList(i, all.size())));
                if (state != null) {
                    addKinds(all.subList(0, i), Optional.of(state), readings);
                }
            }
        }
        return readings;
    }

    /** The state a misspelt text is nearest to, when exactly one is within two letters. */
    static Optional<UsState> nearestState(String key) {
        Set<UsState> near = new LinkedHashSet<>();
        if (key.length() >= 4) {
            STATES.forEach((name, state) -> {
                if (name.length() >= 4 && Spelling.distance(key, name, 2) <= 2) {
                    near.add(state);
                }
            });
        }
        return near.size() == 1 ? near.stream().findFirst() : Optional.empty();
    }

    private static void addKinds(List<String> words, Optional<UsState> state, List<PlaceWords> readings) {
        String name = String.join("", words);
        readings.add(new PlaceWords(name, name, ANY, false, state));
        for (int n = Math.min(3, words.size() - 1); n >= 1; n--) {
            String tail = String.join(" ", words.subList(words.size() - n, words.size()));
            if (KINDS.containsKey(tail)) {
                addStripped(name, words.subList(0, words.size() - n), tail, state, readings);
            }
            String head = String.join(" ", words.subList(0, n));
            if (KINDS.containsKey(head) && words.size() > n + 1 && isOf(words.get(n))) {
                addStripped(name, words.subList(n + 1, words.size()), head, state, readings);
            }
        }
    }

    private static void addStripped(
            String name, List<String> bare, String kind, Optional<UsState> state, List<PlaceWords> readings) {
        Set<PlaceKind> kinds = KINDS.getOrDefault(kind, ANY);
        readings.add(new PlaceWords(name, String.join("", bare), kinds, kinds.equals(COUNTIES), state));
    }

    private static boolean isOf(String word) {
        return word.equals("of") || word.equals("de") || word.equals("del");
    }
}

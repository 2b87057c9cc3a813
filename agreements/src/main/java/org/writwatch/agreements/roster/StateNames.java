package org.writwatch.agreements.roster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Spelling;

/** Reads the state column, misspellings too: ICE has printed PENNSLYVANIA, WEST VIRIGINIA, MCHIGAN and UTAHJ. */
public final class StateNames {
    private static final int FARTHEST = 2;
    private static final Map<String, UsState> BY_NAME = byName();

    private StateNames() {}

    /**
     * The state meant: by its name or postal code in any case, else the only state whose name is at most two slips of
     * the hand away and nearer than any other; empty when that would be a guess.
     */
    public static Optional<UsState> find(String printed) {
        UsState exact = BY_NAME.get(printed);
        return exact != null ? Optional.of(exact) : findNear(printed);
    }

    /** Whether it is a state's name spelt right, in any case. */
    static boolean isPlain(String printed) {
        return BY_NAME.containsKey(printed) || UsState.find(printed).isPresent();
    }

    private static Optional<UsState> findNear(String printed) {
        Optional<UsState> exact = UsState.find(Printed.tidy(printed));
        if (exact.isPresent()) {
            return exact;
        }
        String letters = printed.length() > 40 ? "" : Spelling.key(printed);
        if (letters.length() < 4) {
            return Optional.empty();
        }
        UsState best = null;
        int nearest = FARTHEST + 1;
        boolean tie = false;
        for (UsState state : UsState.values()) {
            String name = Spelling.key(state.english());
            int slips = name.length() < 6 ? 1 : FARTHEST;
            int away = Spelling.distance(letters, name, slips);
            if (away > slips || away > nearest) {
                continue;
            }
            tie = away == nearest;
            nearest = away;
            best = state;
        }
        return tie ? Optional.empty() : Optional.ofNullable(best);
    }

    private static Map<String, UsState> byName() {
        Map<String, UsState> names = new HashMap<>();
        for (UsState state : UsState.values()) {
            names.put(state.english().toUpperCase(Locale.ROOT), state);
            names.put(state.name(), state);
        }
        return Map.copyOf(names);
    }
}

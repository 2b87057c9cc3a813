package org.writwatch.law;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which court of appeals a state lies in: the eleven numbered circuits and the District of Columbia, 28 U.S.C. § 41. */
public final class Circuits {
    private static final Map<String, String> STATES = new TreeMap<>();

    static {
        put("1", "MA ME NH PR RI");
        put("2", "CT NY VT");
        put("3", "DE NJ PA");
        put("4", "MD NC SC VA WV");
        put("5", "LA MS TX");
        put("6", "KY MI OH TN");
        put("7", "IL IN WI");
        put("8", "AR IA MN MO ND NE SD");
        put("9", "AK AZ CA HI ID MT NV OR WA");
        put("10", "CO KS NM OK UT WY");
        put("11", "AL FL GA");
        put("dc", "DC");
    }

    private Circuits() {}

    private static void put(String circuit, String states) {
        Arrays.stream(states.split(" ")).forEach(s -> STATES.put(s, circuit));
    }

    /** The circuit of a state, by postal code; empty for "US". */
    public static Optional<String> of(String state) {
        return Optional.ofNullable(STATES.get(state));
    }

    /** The states of a circuit, in alphabetical order. */
    public static List<String> states(String circuit) {
        return STATES.entrySet().stream()
                .filter(e -> e.getValue().equals(circuit))
                .map(Map.Entry::getKey)
                .toList();
    }
}

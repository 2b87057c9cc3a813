package org.writwatch.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One jurisdiction's practice in mandamus: what the writ is called, which court, who may ask, what must be shown.
 *
 * @param code two-letter code, "US" for the federal courts
 * @param name its name
 * @param asOf date of the snapshot, year-month-day
 * @param data each statement under its key, in the order of {@link #KEYS}
 * @param notes what to beware of
 */
public record Jurisdiction(String code, String name, String asOf, Map<String, Datum> data, List<String> notes) {
    /** Keys every jurisdiction has, then keys some have. */
    public static final List<String> KEYS = List.of(
            "writ",
            "court",
            "who_may_petition",
            "elements",
            "demand_and_refusal",
            "limitations",
            "verification",
            "alternative_peremptory",
            "preliminary_relief",
            "fees",
            "adequate_remedy_note",
            "discretion",
            "scope_limit",
            "ambiguity_note",
            "discretionary_writ",
            "disfavour",
            "burden",
            "priority_hearing",
            "specific_injury");

    /** How many of {@link #KEYS} every jurisdiction has. */
    public static final int ALWAYS = 10;

    public Jurisdiction {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        notes = List.copyOf(notes);
        for (String key : KEYS.subList(0, ALWAYS)) {
            if (!data.containsKey(key)) {
                throw new IllegalArgumentException(code + " lacks '" + key + "'");
            }
        }
    }

    /** The statement under a key that every jurisdiction has. */
    public Datum get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(code + " has no '" + key + "'"));
    }

    /** The statement under a key. */
    public Optional<Datum> find(String key) {
        return Optional.ofNullable(data.get(key));
    }

    /** The writ by its local name. */
    public Screening.Writ writ() {
        return new Screening.Writ(get("writ"), get("court"));
    }
}

package org.writwatch.evidence.stops.light;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.facts.Fips;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/**
 * The clocks of each county (49 CFR part 71): the zone of its state unless a line of its own says otherwise. In a county that two zones
 * share, the zone of the county seat, and {@link #split} says where the other begins.
 */
public final class CountyZones {
    private static final String FILE = "stops/county_zones.csv";

    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<String, String> splits = new HashMap<>();

    private CountyZones(Stream<Row> rows) {
        rows.forEach(r -> {
            zones.put(r.text("code"), ZoneId.of(r.text("zone")));
            r.find("split").ifPresent(s -> splits.put(r.text("code"), s));
        });
    }

    /** The bundled table. */
    public static CountyZones bundled() {
        try (Stream<Row> rows = Bundle.of("evidence").rows(FILE)) {
            return new CountyZones(rows);
        }
    }

    /** The zone of a county; empty for a code of no state or territory. */
    public Optional<ZoneId> find(Fips county) {
        ZoneId own = zones.get(county.code());
        return Optional.ofNullable(own != null ? own : zones.get(county.code().substring(0, 2)));
    }

    /** What part of the county keeps other clocks, in English; empty when none does. */
    public Optional<String> split(Fips county) {
        return Optional.ofNullable(splits.get(county.code()));
    }
}

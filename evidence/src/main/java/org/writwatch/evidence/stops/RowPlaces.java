package org.writwatch.evidence.stops;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.evidence.stops.light.CountyZones;
import org.writwatch.facts.Fips;
import org.writwatch.facts.problem.BadInput;

/**
 * Where the sun stood over each stop: one spot for all, or the coordinates of the row, and whose clocks timed it. Rows whose coordinates
 * are missing, 0, or outside the United States take the spot, and are not {@linkplain #known known} when there is none.
 */
final class RowPlaces {
    private final @Nullable Spot spot;
    private final double[] latitude;
    private final double[] longitude;
    private final @Nullable ZoneId zone;
    private final @Nullable ZoneId[] zoneOfCode;
    private final @Nullable WordColumn zones;

    /**
     * Places of a table's rows.
     *
     * @throws BadInput a word that is no zone or county, or rows with coordinates and no clocks
     */
    RowPlaces(StopTable table, Optional<Spot> spot, Optional<ZoneId> zone) {
        boolean byRow = table.has("latitude") && table.has("longitude");
        this.spot = spot.orElse(null);
        this.latitude = byRow ? table.numbers("latitude") : new double[0];
        this.longitude = byRow ? table.numbers("longitude") : new double[0];
        this.zone = zone.or(() -> spot.map(Spot::zone)).orElse(null);
        String by = table.has("zone") ? "zone" : "county";
        if (this.zone == null && !table.has(by)) {
            throw new BadInput(
                    table.file(),
                    StopFile.say("stops.clocks-found"),
                    StopFile.say("stops.clocks-expected"),
                    StopFile.say("stops.clocks-remedy"));
        }
        this.zones = this.zone == null ? table.column(by) : null;
        this.zoneOfCode = zones == null ? new ZoneId[0] : zones(table, zones, by.equals("county"));
    }

    private static @Nullable ZoneId[] zones(StopTable table, WordColumn column, boolean counties) {
        List<String> words = column.words();
        @Nullable ZoneId[] of = new ZoneId[words.size()];
        CountyZones clocks = CountyZones.bundled();
        for (int w = 0; w < of.length; w++) {
            String word = words.get(w);
            if (word.isEmpty()) {
                continue;
            }
            try {
                of[w] = counties ? Fips.find(word).flatMap(clocks::find).orElse(null) : ZoneId.of(word);
            } catch (DateTimeException e) {
                of[w] = null;
            }
            if (of[w] == null) {
                throw new BadInput(
                        table.file() + ", " + column.name(),
                        StopFile.say("bad.cell-found", word),
                        StopFile.say(counties ? "bad.fips-expected" : "stops.zone-expected"),
                        StopFile.say("bad.fix-remedy"));
            }
        }
        return of;
    }

    /** Whether one spot holds for all rows. */
    boolean fixed() {
        return latitude.length == 0 && spot != null && zones == null;
    }

    private boolean own(int row) {
        return latitude.length > 0 && latitude[row] != 0 && Spot.inside(latitude[row], longitude[row]);
    }

    /** Whether there is a place and a clock for a row. */
    boolean known(int row) {
        return (own(row) || spot != null) && (zones == null || zoneOfCode[zones.code(row)] != null);
    }

    /** Degrees north, of a row that is known. */
    double latitude(int row) {
        return own(row) ? latitude[row] : some(spot).latitude();
    }

    /** Degrees east, of a row that is known. */
    double longitude(int row) {
        return own(row) ? longitude[row] : some(spot).longitude();
    }

    /** The clocks of a row that is known. */
    ZoneId zone(int row) {
        return zones == null ? some(zone) : some(zoneOfCode[zones.code(row)]);
    }

    private static <T> T some(@Nullable T value) {
        return java.util.Objects.requireNonNull(value, "the row has no known place");
    }
}

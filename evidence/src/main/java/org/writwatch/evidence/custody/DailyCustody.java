package org.writwatch.evidence.custody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.facts.Period;

/**
 * A daily release: every facility's series, and the days the release as a whole covers. Immutable.
 *
 * @param period first to last day with a row anywhere
 * @param series by facility code, sorted
 */
public record DailyCustody(Period period, SortedMap<String, DailySeries> series) {
    public DailyCustody {
        series = Collections.unmodifiableSortedMap(new TreeMap<>(series));
    }

    /** The release made of these series. */
    public static DailyCustody of(Collection<DailySeries> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a release has at least one series");
        }
        SortedMap<String, DailySeries> byCode = new TreeMap<>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (DailySeries one : all) {
            if (byCode.put(one.code(), one) != null) {
                throw new IllegalArgumentException("two series for " + one.code());
            }
            first = one.firstRow().isBefore(first) ? one.firstRow() : first;
            last = one.lastRow().isAfter(last) ? one.lastRow() : last;
        }
        return new DailyCustody(new Period(first, last), byCode);
    }

    /** One facility's series, when it has a row. */
    public Optional<DailySeries> find(String code) {
        return Optional.ofNullable(series.get(code));
    }

    /** The same release with one facility's series replaced, or added; the days covered stay as they are. */
    public DailyCustody with(DailySeries changed) {
        Map<String, DailySeries> all = new TreeMap<>(series);
        all.put(changed.code(), changed);
        return new DailyCustody(period, new TreeMap<>(all));
    }

    /** Facilities with a row on or after a day, sorted. */
    public List<String> stillReported(LocalDate day) {
        List<String> codes = new ArrayList<>();
        series.values().forEach(s -> {
            if (!s.lastRow().isBefore(day)) {
                codes.add(s.code());
            }
        });
        return List.copyOf(codes);
    }
}

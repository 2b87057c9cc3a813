package org.writwatch.app.stops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.Relabelled;
import org.writwatch.evidence.stops.SurnameCounts;

/** How much of an answer hangs on how officers recorded who was stopped: bounds for any share of wrong records, and what surnames say. */
final class RaceRecording {
    private static final int HALVINGS = 12;

    private final StopsSpecification spec;
    private final StopsAnswer answer;

    RaceRecording(StopsSpecification spec, StopsAnswer answer) {
        this.spec = spec;
        this.answer = answer;
    }

    /**
     * Bounds of an estimate for several shares of the reference group that could belong to the minority, and the smallest share at which
     * the sign is no longer sure.
     */
    void bounds(String name, String group, double estimate, DoubleFunction<Relabelled> at) {
        if (!Double.isFinite(estimate) || estimate == 0) {
            return;
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (double share : spec.recordingShares) {
            Relabelled r = at.apply(share);
            all.add(Numbers.map(
                    "share", share, "lower", r.lower(), "upper", r.upper(), "keeps_sign", r.keepsSignOf(estimate)));
        }
        double low = 0;
        double high = 0.5;
        boolean turns = !at.apply(high).keepsSignOf(estimate);
        for (int i = 0; turns && i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            boolean kept = at.apply(middle).keepsSignOf(estimate);
            low = kept ? middle : low;
            high = kept ? high : middle;
        }
        Map<String, Object> one = Numbers.map("name", name, "group", group, "estimate", estimate, "bounds", all);
        StopsAnswer.putOrNull(one, "tipping_share", turns ? (Object) high : null);
        answer.recording(one);
        Map<String, Object> widest = all.get(all.size() - 1);
        answer.remark(answer.say(
                turns ? "stops.recording.tips" : "stops.recording.holds",
                name,
                group,
                spec.reference,
                percent(turns ? high : 0.5),
                percent(spec.recordingShares[spec.recordingShares.length - 1]),
                number(widest.get("lower")),
                number(widest.get("upper"))));
    }

    /** What a table of surnames, counted by group, says: shares likely Hispanic, and rates after relabelling and by probability. */
    void surnames() {
        if (spec.surnames == null || spec.census == null) {
            return;
        }
        SurnameCounts counts = SurnameCounts.read(spec.surnames, spec.census, spec.surnamesAbove);
        Map<String, Object> groups = new LinkedHashMap<>();
        counts.groups()
                .forEach((g, c) -> groups.put(
                        g,
                        Numbers.map(
                                "stops",
                                c.stops(),
                                "likely_hispanic",
                                c.likely().stops(),
                                "expected_hispanic",
                                c.weighted().stops(),
                                "no_probability",
                                c.unknown())));
        Map<String, Object> rates = new LinkedHashMap<>();
        for (SurnameCounts.Rule rule : SurnameCounts.Rule.values()) {
            SurnameCounts.Compared c = counts.compared(rule, spec.reference);
            rates.put(
                    rule.name().toLowerCase(Locale.ROOT),
                    Numbers.map(
                            "hispanic_search_rate",
                            Numbers.measured(c.minoritySearchRate()),
                            "reference_search_rate",
                            Numbers.measured(c.referenceSearchRate()),
                            "hispanic_hit_rate",
                            Numbers.measured(c.minorityHitRate()),
                            "reference_hit_rate",
                            Numbers.measured(c.referenceHitRate())));
        }
        answer.diagnostic(
                "surnames", Numbers.map("above", spec.surnamesAbove, "recorded_groups", groups, "rates", rates));
        SurnameCounts.Group reference = counts.groups().get(spec.reference);
        if (reference != null && reference.stops() > 0) {
            answer.remark(answer.say(
                    "stops.recording.surnames",
                    spec.reference,
                    percent(reference.likely().stops() / reference.stops()),
                    percent(spec.surnamesAbove),
                    percent(reference.weighted().stops() / reference.stops())));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static String number(@Nullable Object v) {
        return v instanceof Double d ? String.format(Locale.ROOT, "%.4f", d) : String.valueOf(v);
    }
}

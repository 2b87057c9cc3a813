package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writwatch.app.estimate.Specification.Design;

/** Keys a specification sets to something else than their default, and that its design has no use for: said, never passed over in silence. */
final class Ignored {
    private static final Set<String> SERIES = Set.of("treated", "treated_unit");
    private static final Set<String> REGRESSION =
            Set.of("covariates", "anticipation", "weights", "cluster", "event_window", "panel", "standard_errors");

    /** What each design makes use of, beside data, unit, time, outcome, start, filter, bands, confidence, averages and sensitivity. */
    private static final Map<Design, Set<String>> USED = Map.ofEntries(
            Map.entry(
                    Design.CALLAWAY_SANTANNA,
                    Set.of(
                            "covariates",
                            "estimator",
                            "control_group",
                            "base_period",
                            "anticipation",
                            "panel",
                            "weights",
                            "standard_errors",
                            "cluster",
                            "event_window",
                            "balance_event_time")),
            Map.entry(Design.SUN_ABRAHAM, and(REGRESSION, "reference_cohort")),
            Map.entry(Design.IMPUTATION, and(REGRESSION, "horizons", "pretrends")),
            Map.entry(Design.TWO_STAGE, REGRESSION),
            Map.entry(Design.ROTH_SANTANNA, Set.of("event_window")),
            Map.entry(Design.TWFE, and(REGRESSION, "treated", "fixed_effects", "bin_ends")),
            Map.entry(Design.POISSON, and(REGRESSION, "treated", "fixed_effects", "bin_ends", "offset")),
            Map.entry(Design.BACON, Set.of("treated")),
            Map.entry(Design.ETWFE_POISSON, and(REGRESSION, "offset")),
            Map.entry(
                    Design.DRDID, Set.of("covariates", "estimator", "panel", "treated", "post", "weights", "cluster")),
            Map.entry(Design.ONE_PLACE, and(SERIES, "offset")),
            Map.entry(Design.SYNTHETIC_CONTROL, and(SERIES, "offset")),
            Map.entry(Design.SYNTHETIC_DID, and(SERIES, "offset")),
            Map.entry(Design.INTERRUPTED_TIME_SERIES, SERIES),
            Map.entry(Design.CHANGE_POINT, SERIES),
            Map.entry(Design.HONEST, Set.of()));

    private Ignored() {}

    private static Set<String> and(Set<String> some, String... more) {
        Set<String> all = new java.util.HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /** Names of such keys, in the order of the contract. */
    static List<String> by(Specification s) {
        List<String> set = new ArrayList<>();
        add(set, "covariates", !s.covariates.isEmpty());
        add(set, "estimator", !s.estimator.equals("dr"));
        add(set, "control_group", !s.neverTreatedOnly);
        add(set, "base_period", !s.universal);
        add(set, "anticipation", s.anticipation != 0);
        add(set, "panel", s.panel.equals("repeated-cross-section"));
        add(set, "treated", s.treated != null && s.firstTreated != null);
        add(set, "post", s.post != null);
        add(set, "fixed_effects", !s.fixedEffects.equals(List.of("unit", "time")));
        add(set, "weights", s.weights != null);
        add(set, "offset", s.offset != null);
        add(set, "standard_errors", s.standardErrors.equals("iid") || s.standardErrors.equals("hc1"));
        add(set, "cluster", !s.cluster.isEmpty() && !s.cluster.equals(java.util.Collections.singletonList(s.unit)));
        add(set, "event_window", s.eventWindow != null);
        add(set, "bin_ends", s.binEnds);
        add(set, "balance_event_time", s.balance != null);
        add(set, "reference_cohort", s.referenceCohort != null);
        add(set, "horizons", s.horizons != null);
        add(set, "pretrends", s.pretrends != null);
        add(set, "treated_unit", !s.treatedUnits.isEmpty());
        add(set, "sensitivity", s.sensitivity != null && s.design.onePlace());
        Set<String> used = USED.getOrDefault(s.design, Set.of());
        set.removeIf(used::contains);
        add(set, "bootstrap", (s.draws > 0 || !s.bootstrap.isEmpty()) && !resamples(s));
        return set;
    }

    /** Whether the design has a bootstrap of this kind; a design that refuses the others says so itself. */
    private static boolean resamples(Specification s) {
        if (!s.otherOutcomes.isEmpty() && s.draws > 0 && !s.design.onePlace()) {
            return true;
        }
        return switch (s.design) {
            case CALLAWAY_SANTANNA -> true;
            case TWFE -> s.bootstrap.equals("wild-cluster");
            case SYNTHETIC_CONTROL, SYNTHETIC_DID ->
                List.of("placebo", "jackknife", "bootstrap").contains(s.bootstrap);
            default -> false;
        };
    }

    private static void add(List<String> to, String key, boolean set) {
        if (set) {
            to.add(key);
        }
    }
}

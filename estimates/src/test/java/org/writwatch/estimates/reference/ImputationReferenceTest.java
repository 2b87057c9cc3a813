package org.writwatch.estimates.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;
import org.writwatch.estimates.fixedeffects.Predictions;
import org.writwatch.estimates.imputation.Imputation;
import org.writwatch.estimates.imputation.ImputationFit;
import org.writwatch.estimates.imputation.TwoStage;
import org.writwatch.estimates.panel.Observations;
import org.writwatch.estimates.randomtiming.RothSantAnna;

/**
 * The first stage here is solved exactly; the reference packages let fixest's alternating means stop at 1e-6, which leaves an error of
 * about 1e-7 in some of their numbers on unbalanced rows.
 */
class ImputationReferenceTest {
    private static final double UNSETTLED = 3e-7;

    private static Observations minimumWage() {
        Table t = Expected.data("mpdta.csv");
        return Observations.of(t.labels("countyreal"), t.numbers("year"))
                .column("y", t.numbers("lemp"))
                .column("g", t.numbers("first_treat"))
                .build();
    }

    private static Observations castle() {
        Table t = Expected.data("castle.csv");
        Observations.Builder b =
                Observations.of(t.labels("sid"), t.numbers("year")).column("y", t.numbers("l_homicide"));
        for (String c : List.of("g", "popwt", "poverty")) {
            b.column(c, t.numbers(c));
        }
        return b.build();
    }

    @Test
    void didimputation() {
        Map<String, Expected.Computed> cases = new TreeMap<>();
        ImputationFit mp = Imputation.on(minimumWage(), "y", "g").fit();
        ImputationFit castle = Imputation.on(castle(), "y", "g").fit();
        cases.put("mp_bjs", overall(mp.average()));
        cases.put("mp_bjs_h", both(mp.pretrends(e -> true), mp.byEventTime(e -> true)));
        cases.put("castle_bjs", overall(castle.average()));
        cases.put("castle_bjs_h", both(castle.pretrends(e -> true), castle.byEventTime(e -> true)));
        cases.put(
                "castle_bjs_w",
                overall(Imputation.on(castle(), "y", "g").weights("popwt").fit().average()));
        cases.put(
                "castle_bjs_cov",
                overall(Imputation.on(castle(), "y", "g")
                        .covariates(List.of("poverty"))
                        .fit()
                        .average()));
        Expected.of("bjs_imputation.csv").check(cases, UNSETTLED, Set.of("castle_bjs_w,se,treat"));
    }

    @Test
    void did2s() {
        Map<String, Expected.Computed> cases = new TreeMap<>();
        TwoStage.Fit mp = TwoStage.on(minimumWage(), "y", "g").fit();
        TwoStage.Fit castle = TwoStage.on(castle(), "y", "g").fit();
        cases.put("mp_did2s", overall(mp.average()));
        cases.put("mp_did2s_es", eventTimes(mp.byEventTime(e -> e != -1)));
        cases.put("castle_did2s", overall(castle.average()));
        cases.put("castle_did2s_es", eventTimes(castle.byEventTime(e -> e != -1)));
        Expected.of("did2s.csv").check(cases, UNSETTLED, Set.of());
    }

    /**
     * With weights didimputation 0.5.0 builds its variance from weights that are not those of its estimate: they enter twice, in
     * {@code Z0'W^2 Z0} and {@code W Z1}. Its standard error of this case, 0.02135, is reproduced so; the one that belongs to the
     * estimate is a fifth larger, and is what the library gives.
     */
    @Test
    void weightedErrorOfDidimputationCountsWeightsTwice() {
        Observations o = castle();
        double[] w = o.column("popwt");
        double[] y = o.column("y");
        double[] g = o.column("g");
        int n = o.rows();
        double[] treated = new double[n];
        double[] untreated = y.clone();
        double total = 0;
        for (int r = 0; r < n; r++) {
            if (g[r] > 0 && o.times()[o.periodCodes()[r]] >= g[r]) {
                untreated[r] = Double.NaN;
                treated[r] = w[r];
                total += w[r];
            }
        }
        double[] twice = new double[n];
        for (int r = 0; r < n; r++) {
            treated[r] /= total;
            twice[r] = treated[r] * w[r];
        }
        Predictions right = model(o, untreated, w);
        double[] behind = right.weightsBehind(treated);
        double[] wrong =
                model(o, untreated, Arrays.stream(w).map(v -> v * v).toArray()).weightsBehind(twice);
        double[] left = right.values();
        double estimate = 0;
        double byRight = 0;
        double byWrong = 0;
        for (int r = 0; r < n; r++) {
            left[r] = y[r] - left[r];
            wrong[r] /= w[r];
            estimate += treated[r] * left[r];
            byRight += (treated[r] - behind[r]) * y[r];
            byWrong += (treated[r] - wrong[r]) * y[r];
        }
        assertEquals(estimate, byRight, 1e-10, "weights that belong to the estimate reproduce it");
        assertTrue(Math.abs(estimate - byWrong) > 1e-3, "those of the package do not");
        double want = Expected.of("bjs_imputation.csv").value("castle_bjs_w", "se", "treat");
        assertEquals(want, standardError(o, left, treated, wrong), 1e-7 * want);
        double ours =
                Imputation.on(o, "y", "g").weights("popwt").fit().average().standardError(0);
        assertEquals(standardError(o, left, treated, behind), ours, 1e-10);
        assertTrue(ours > 1.15 * want);
    }

    private static Predictions model(Observations o, double[] untreated, double[] w) {
        return FixedEffectsModel.of(untreated)
                .absorb(o.unitCodes())
                .absorb(o.periodCodes())
                .weights(w)
                .fit()
                .predictions();
    }

    private static double standardError(Observations o, double[] left, double[] treated, double[] behind) {
        double[] g = o.column("g");
        Map<String, double[]> centres = new TreeMap<>();
        for (int r = 0; r < left.length; r++) {
            double[] c = centres.computeIfAbsent(g[r] + " " + o.periodCodes()[r], k -> new double[2]);
            c[0] += treated[r] * treated[r] * left[r];
            c[1] += treated[r] * treated[r];
        }
        double[] sums = new double[o.units()];
        for (int r = 0; r < left.length; r++) {
            double[] c = centres.get(g[r] + " " + o.periodCodes()[r]);
            sums[o.unitCodes()[r]] +=
                    treated[r] > 0 ? treated[r] * (left[r] - c[0] / c[1]) : behind[r] == 0 ? 0 : -behind[r] * left[r];
        }
        return Math.sqrt(Arrays.stream(sums).map(s -> s * s).sum());
    }

    @Test
    void staggered() {
        RothSantAnna.Fit mp = RothSantAnna.on(minimumWage(), "y", "g").fit();
        RothSantAnna.Estimates did =
                RothSantAnna.on(minimumWage(), "y", "g").beta(1).fit().simple();
        Map<String, Expected.Computed> cases = new TreeMap<>();
        cases.put("mp_staggered", (q, k1, k2) -> {
            RothSantAnna.Estimates e = switch (q.substring(0, 2)) {
                case "si" -> mp.simple();
                case "co" -> mp.cohort();
                case "ca" -> mp.calendar();
                default -> mp.byEventTime();
            };
            int i = k1.isEmpty() ? 0 : e.refined().indexOf(Term.eventTime(Double.parseDouble(k1)));
            return number(e, i, q.substring(q.indexOf('_') + 1));
        });
        cases.put("mp_staggered_cs", (q, k1, k2) -> number(did, 0, k1));
        Expected.of("staggered.csv").check(cases);
    }

    private static double number(RothSantAnna.Estimates e, int i, String what) {
        return switch (what) {
            case "est" -> e.refined().value(i);
            case "se" -> e.refined().standardError(i);
            default -> e.neyman().standardError(i);
        };
    }

    private static Expected.Computed overall(JointEstimates e) {
        return (q, k1, k2) -> q.equals("se") ? e.standardError(0) : e.value(0);
    }

    private static Expected.Computed eventTimes(JointEstimates e) {
        return (q, k1, k2) -> {
            int i = e.indexOf(Term.eventTime(Double.parseDouble(k1.replace("rel::", ""))));
            return q.equals("se") ? e.standardError(i) : e.value(i);
        };
    }

    private static Expected.Computed both(JointEstimates before, JointEstimates after) {
        return (q, k1, k2) -> {
            Term t = Term.eventTime(Double.parseDouble(k1));
            JointEstimates e = t.first() < 0 ? before : after;
            if (!e.terms().contains(t)) {
                return Double.NaN;
            }
            return q.equals("se") ? e.standardError(e.indexOf(t)) : e.value(e.indexOf(t));
        };
    }
}

package org.writwatch.estimates.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.EventWindow;
import org.writwatch.estimates.fixedeffects.Family;
import org.writwatch.estimates.fixedeffects.FixedEffectsFit;
import org.writwatch.estimates.fixedeffects.SunAbraham;
import org.writwatch.estimates.fixedeffects.SunAbrahamFit;
import org.writwatch.estimates.fixedeffects.TwoWayFixedEffects;
import org.writwatch.estimates.panel.Observations;

class FixedEffectsReferenceTest {
    @Test
    void fixest() {
        Map<String, Expected.Computed> cases = new TreeMap<>();
        staggered(cases);
        minimumWage(cases);
        castle(cases);
        simple(cases);
        mortality(cases);
        Expected.of("fixest.csv").check(cases);
    }

    private static void staggered(Map<String, Expected.Computed> cases) {
        Table t = Expected.data("base_stagg.csv");
        double[] start = t.numbers("year_treated");
        for (int i = 0; i < start.length; i++) {
            start[i] = start[i] == 10000 ? 0 : start[i];
        }
        Observations o = Observations.of(t.labels("id"), t.numbers("year"))
                .column("y", t.numbers("y"))
                .column("x1", t.numbers("x1"))
                .column("g", start)
                .build();
        Errors byUnit = Errors.clustered(o.unitCodes());
        cases.put("stagg_sunab", sunAbraham(SunAbraham.on(o, "y", "g").fit(), byUnit));
        cases.put("stagg_sunab_iid", sunAbraham(SunAbraham.on(o, "y", "g").fit(), Errors.iid()));
        cases.put(
                "stagg_sunab_x1",
                sunAbraham(SunAbraham.on(o, "y", "g").covariates(List.of("x1")).fit(), byUnit));
    }

    private static void minimumWage(Map<String, Expected.Computed> cases) {
        Table t = Expected.data("mpdta.csv");
        Observations o = Observations.of(t.labels("countyreal"), t.numbers("year"))
                .column("lemp", t.numbers("lemp"))
                .column("g", t.numbers("first_treat"))
                .build();
        cases.put("mp_sunab", sunAbraham(SunAbraham.on(o, "lemp", "g").fit(), Errors.clustered(o.unitCodes())));
    }

    private static void castle(Map<String, Expected.Computed> cases) {
        Table t = Expected.data("castle.csv");
        Observations.Builder b = Observations.of(t.labels("sid"), t.numbers("year"));
        for (String c : List.of("l_homicide", "homicide_c", "population", "popwt", "post", "g")) {
            b.column(c, t.numbers(c));
        }
        Observations o = b.build();
        Errors byState = Errors.clustered(o.unitCodes());
        TwoWayFixedEffects plain = TwoWayFixedEffects.on(o, "l_homicide");
        cases.put(
                "castle_sunab_w",
                sunAbraham(SunAbraham.on(o, "l_homicide", "g").weights("popwt").fit(), byState));
        cases.put("castle_twfe", coefficients(plain.byTreatment("post"), byState));
        cases.put("castle_twfe_iid", coefficients(plain.byTreatment("post"), Errors.iid()));
        cases.put("castle_twfe_hc1", coefficients(plain.byTreatment("post"), Errors.robust()));
        cases.put(
                "castle_twfe_w",
                coefficients(
                        TwoWayFixedEffects.on(o, "l_homicide").weights("popwt").byTreatment("post"), byState));
        cases.put("castle_twfe_es", coefficients(plain.byEventTime("g", EventWindow.ALL), byState));
        TwoWayFixedEffects counts =
                TwoWayFixedEffects.on(o, "homicide_c").family(Family.POISSON).exposure("population");
        cases.put("castle_pois", coefficients(counts.byTreatment("post"), byState));
        cases.put("castle_pois_es", coefficients(counts.byEventTime("g", EventWindow.ALL), byState));
    }

    private static void simple(Map<String, Expected.Computed> cases) {
        Table t = Expected.data("base_did.csv");
        double[] start = Arrays.stream(t.numbers("treat")).map(v -> 6 * v).toArray();
        Observations o = Observations.of(t.labels("id"), t.numbers("period"))
                .column("y", t.numbers("y"))
                .column("x1", t.numbers("x1"))
                .column("g", start)
                .build();
        JointEstimates e = TwoWayFixedEffects.on(o, "y")
                .covariates(List.of("x1"))
                .byEventTime("g", EventWindow.ALL)
                .estimates(Errors.clustered(o.unitCodes()));
        cases.put("based_es", (q, k1, k2) -> {
            if (q.equals("nobs")) {
                return o.rows();
            }
            Term term = k1.equals("x1")
                    ? Term.coefficient("x1")
                    : Term.eventTime(Double.parseDouble(k1.replaceAll("[^0-9]", "")) - 6);
            int i = e.indexOf(term);
            return q.endsWith("_se") ? e.standardError(i) : e.value(i);
        });
    }

    private static void mortality(Map<String, Expected.Computed> cases) {
        Table t = Expected.data("county_mortality.csv");
        Observations o = Observations.of(t.labels("county_code"), t.numbers("year"))
                .column("deaths", t.numbers("deaths"))
                .column("pop", t.numbers("pop"))
                .column("g", t.numbers("g"))
                .build();
        FixedEffectsFit fit = TwoWayFixedEffects.on(o, "deaths")
                .family(Family.POISSON)
                .exposure("pop")
                .byEventTime("g", new EventWindow(-6, 100, true));
        cases.put("jel_pois", coefficients(fit, Errors.clustered(t.labels("st"))));
    }

    private static Expected.Computed coefficients(FixedEffectsFit fit, Errors errors) {
        JointEstimates e = fit.estimates(errors);
        return (q, k1, k2) -> {
            if (q.equals("nobs")) {
                return fit.rows();
            }
            Term term =
                    k1.startsWith("rel::") ? Term.eventTime(Double.parseDouble(k1.substring(5))) : Term.coefficient(k1);
            int i = e.indexOf(term);
            return q.endsWith("_se") ? e.standardError(i) : e.value(i);
        };
    }

    private static Expected.Computed sunAbraham(SunAbrahamFit fit, Errors errors) {
        JointEstimates raw = fit.coefficients(errors);
        JointEstimates att = fit.average(errors);
        JointEstimates period = fit.byEventTime(errors);
        JointEstimates cohort = fit.byCohort(errors);
        return (q, k1, k2) -> {
            boolean se = q.endsWith("_se");
            if (q.equals("nobs")) {
                return fit.fit().rows();
            }
            String[] parts = k1.split(":+", -1);
            JointEstimates from;
            Term term;
            if (parts.length == 1) {
                from = k1.equals("ATT") ? att : raw;
                term = k1.equals("ATT") ? Term.overall() : Term.coefficient(k1);
            } else if (parts.length == 4) {
                from = raw;
                term = Term.cohortEventTime(Double.parseDouble(parts[3]), Double.parseDouble(parts[1]));
            } else if (parts[0].equals("cohort")) {
                from = cohort;
                term = Term.group(Double.parseDouble(parts[1]));
            } else {
                from = period;
                term = Term.eventTime(Double.parseDouble(parts[1]));
            }
            int i = from.indexOf(term);
            return se ? from.standardError(i) : from.value(i);
        };
    }
}

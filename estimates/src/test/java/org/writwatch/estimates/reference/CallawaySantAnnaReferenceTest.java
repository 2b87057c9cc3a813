package org.writwatch.estimates.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.grouptime.BasePeriod;
import org.writwatch.estimates.grouptime.CallawaySantAnna;
import org.writwatch.estimates.grouptime.Controls;
import org.writwatch.estimates.grouptime.GroupTimeEffects;
import org.writwatch.estimates.grouptime.GroupTimeEffects.Averaged;
import org.writwatch.estimates.grouptime.Sampling;
import org.writwatch.estimates.panel.Observations;

class CallawaySantAnnaReferenceTest {
    @Test
    void minimumWage() {
        Table t = Expected.data("mpdta.csv");
        Observations o = Observations.of(t.labels("countyreal"), t.numbers("year"))
                .column("lemp", t.numbers("lemp"))
                .column("lpop", t.numbers("lpop"))
                .column("g", t.numbers("first_treat"))
                .build();
        Map<String, Expected.Computed> cases = new TreeMap<>();
        for (String control : List.of("nev", "nyt")) {
            Controls c = control.equals("nev") ? Controls.NEVER_TREATED : Controls.NOT_YET_TREATED;
            add(cases, "mp_" + control + "_nocov", o, "lemp", d -> d.controls(c));
            for (String method : List.of("dr", "ipw", "reg")) {
                add(
                        cases,
                        "mp_" + control + "_lpop_" + method,
                        o,
                        "lemp",
                        d -> d.controls(c).covariates(List.of("lpop")).method(method(method)));
            }
        }
        cases.put("mp_nev_lpop_dr_again", cases.get("mp_nev_lpop_dr"));
        add(cases, "mp_nev_nocov_univ", o, "lemp", d -> d.basePeriod(BasePeriod.UNIVERSAL));
        add(
                cases,
                "mp_nev_lpop_dr_univ",
                o,
                "lemp",
                d -> d.basePeriod(BasePeriod.UNIVERSAL).covariates(List.of("lpop")));
        add(cases, "mp_nev_nocov_anticip1", o, "lemp", d -> d.anticipation(1));
        add(
                cases,
                "mp_rc_nev_lpop_dr",
                o,
                "lemp",
                d -> d.covariates(List.of("lpop")).sampling(Sampling.REPEATED_CROSS_SECTIONS));
        GroupTimeEffects dr = CallawaySantAnna.on(o, "lemp", "g")
                .basePeriod(BasePeriod.VARYING)
                .covariates(List.of("lpop"))
                .fit();
        Averaged balanced = dr.dynamicBalancedTo(1);
        cases.put("mp_nev_lpop_dr_bal1", (q, k1, k2) -> averaged(balanced, q, Term::eventTime, k1));
        GroupTimeEffects plain = CallawaySantAnna.on(o, "lemp", "g")
                .basePeriod(BasePeriod.VARYING)
                .fit()
                .bootstrapped(20_000, 1);
        JointEstimates cells = plain.cells();
        JointEstimates dynamic = plain.dynamic().parts();
        double crit = cells.simultaneousCritical(0.95, 287);
        double critDynamic = dynamic.simultaneousCritical(0.95, 287);
        cases.put("mp_nev_nocov_boot20000", (q, k1, k2) -> switch (q) {
            case "uniform_crit" -> crit;
            case "uniform_crit_dynamic" -> critDynamic;
            case "boot_se" ->
                cells.standardError(cells.indexOf(Term.groupTime(Double.parseDouble(k1), Double.parseDouble(k2))));
            case "boot_se_dynamic" -> dynamic.standardError(dynamic.indexOf(Term.eventTime(Double.parseDouble(k1))));
            default -> throw new IllegalArgumentException(q);
        });
        Expected.of("cs_mpdta.csv").check(cases);
    }

    @Test
    void castleDoctrine() {
        Table t = Expected.data("castle.csv");
        Observations o = Observations.of(t.labels("sid"), t.numbers("year"))
                .column("l_homicide", t.numbers("l_homicide"))
                .column("poverty", t.numbers("poverty"))
                .column("unemployrt", t.numbers("unemployrt"))
                .column("popwt", t.numbers("popwt"))
                .column("g", t.numbers("g"))
                .build();
        Map<String, Expected.Computed> cases = new TreeMap<>();
        add(cases, "castle_nev", o, "l_homicide", d -> d);
        add(cases, "castle_nyt", o, "l_homicide", d -> d.controls(Controls.NOT_YET_TREATED));
        add(
                cases,
                "castle_nyt_univ_w",
                o,
                "l_homicide",
                d -> d.controls(Controls.NOT_YET_TREATED)
                        .basePeriod(BasePeriod.UNIVERSAL)
                        .weights("popwt"));
        add(
                cases,
                "castle_nyt_reg_cov",
                o,
                "l_homicide",
                d -> d.controls(Controls.NOT_YET_TREATED)
                        .method(Method.REGRESSION)
                        .covariates(List.of("poverty", "unemployrt")));
        Expected.of("cs_castle.csv").check(cases);
    }

    @Test
    void countyMortality() {
        Table all = Expected.data("county_mortality.csv");
        Table two = all.where(i -> all.number(i, "g") == 0 || all.number(i, "g") == 2014);
        Observations o = mortality(all);
        Map<String, Expected.Computed> cases = new TreeMap<>();
        add(
                cases,
                "jel_2xT_w",
                mortality(two),
                "crude",
                d -> d.controls(Controls.NOT_YET_TREATED)
                        .basePeriod(BasePeriod.UNIVERSAL)
                        .method(Method.REGRESSION)
                        .weights("set_wt"));
        add(
                cases,
                "jel_GxT_w",
                o,
                "crude",
                d -> d.controls(Controls.NOT_YET_TREATED)
                        .basePeriod(BasePeriod.UNIVERSAL)
                        .weights("set_wt"));
        add(
                cases,
                "jel_GxT_w_dr",
                o,
                "crude",
                d -> d.controls(Controls.NOT_YET_TREATED)
                        .basePeriod(BasePeriod.UNIVERSAL)
                        .covariates(List.of("perc_female", "perc_white", "perc_hispanic", "unemp"))
                        .weights("set_wt"));
        GroupTimeEffects byState = CallawaySantAnna.on(o, "crude", "g")
                .controls(Controls.NOT_YET_TREATED)
                .basePeriod(BasePeriod.UNIVERSAL)
                .weights("set_wt")
                .fit()
                .clustered(all.labels("st"));
        cases.put("jel_GxT_w_clstate", computed(byState));
        Expected.of("cs_county_mortality.csv").check(cases);
    }

    private static Observations mortality(Table t) {
        Observations.Builder b = Observations.of(t.labels("county_code"), t.numbers("year"));
        for (String c : List.of("crude", "set_wt", "perc_female", "perc_white", "perc_hispanic", "unemp", "g")) {
            b.column(c, t.numbers(c));
        }
        return b.build();
    }

    private static Method method(String name) {
        return switch (name) {
            case "dr" -> Method.DOUBLY_ROBUST;
            case "ipw" -> Method.WEIGHTING;
            default -> Method.REGRESSION;
        };
    }

    private static void add(
            Map<String, Expected.Computed> cases,
            String name,
            Observations o,
            String outcome,
            UnaryOperator<CallawaySantAnna> options) {
        cases.put(
                name,
                computed(options.apply(CallawaySantAnna.on(o, outcome, "g").basePeriod(BasePeriod.VARYING))
                        .fit()));
    }

    private static Expected.Computed computed(GroupTimeEffects e) {
        JointEstimates cells = e.cells();
        JointEstimates simple = e.simple();
        Averaged dynamic = e.dynamic();
        Averaged group = e.byGroup();
        Averaged calendar = e.byCalendarTime();
        return (q, k1, k2) -> {
            if (q.startsWith("att_gt")) {
                return number(
                        cells,
                        cells.indexOf(Term.groupTime(Double.parseDouble(k1), Double.parseDouble(k2))),
                        q.endsWith("_se"));
            }
            if (q.startsWith("agg_simple")) {
                return number(simple, 0, q.endsWith("_se"));
            }
            if (q.startsWith("agg_dynamic")) {
                return averaged(dynamic, q, Term::eventTime, k1);
            }
            if (q.startsWith("agg_group")) {
                return averaged(group, q, Term::group, k1);
            }
            if (q.startsWith("agg_calendar")) {
                return averaged(calendar, q, Term::calendar, k1);
            }
            return switch (q) {
                case "n_units" -> e.units();
                case "pretest_W" -> e.pretest().statistic();
                case "pretest_p" -> e.pretest().p();
                default -> throw new IllegalArgumentException(q);
            };
        };
    }

    private static double averaged(
            Averaged a, String quantity, java.util.function.DoubleFunction<Term> term, String key) {
        boolean se = quantity.endsWith("_se");
        return quantity.contains("overall")
                ? number(a.overall(), 0, se)
                : number(a.parts(), a.parts().indexOf(term.apply(Double.parseDouble(key))), se);
    }

    private static double number(JointEstimates e, int i, boolean se) {
        return se ? e.standardError(i) : e.value(i);
    }
}

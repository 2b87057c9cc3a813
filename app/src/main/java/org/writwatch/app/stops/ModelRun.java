package org.writwatch.app.stops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.estimates.stops.CellModel;
import org.writwatch.estimates.stops.NegativeBinomial;
import org.writwatch.estimates.stops.Rates;
import org.writwatch.estimates.stops.Relabelled;
import org.writwatch.estimates.stops.StandardDeviations;
import org.writwatch.evidence.stops.CountDesign;
import org.writwatch.evidence.stops.StopTable;

/** Searches per stop, stops per exposure, and what stops are made for: models on cells with factors held fixed. */
final class ModelRun {
    private final StopsSpecification spec;
    private final StopsAnswer answer;
    private final List<String> factors;
    private final CountDesign cells;
    private final boolean groupsApart;

    private ModelRun(
            StopsSpecification spec, StopsAnswer answer, List<String> factors, CountDesign cells, boolean groupsApart) {
        this.groupsApart = groupsApart;
        this.spec = spec;
        this.answer = answer;
        this.factors = factors;
        this.cells = cells;
    }

    static ModelRun of(StopsSpecification spec, StopTable table, int[] rows, StopsAnswer answer) {
        Set<String> names = new LinkedHashSet<>(spec.effects);
        names.addAll(spec.cluster);
        if (spec.test == StopsSpecification.Test.BENCHMARK && spec.columns.containsKey("location")) {
            names.add("location");
        }
        if (spec.test == StopsSpecification.Test.PURPOSE_MIX) {
            names.add("purpose");
        }
        List<String> factors = List.copyOf(names);
        CountDesign cells = CountDesign.of(
                table,
                rows,
                spec.reference,
                spec.minority,
                factors,
                spec.test == StopsSpecification.Test.BENCHMARK ? spec.offset : null);
        return new ModelRun(spec, answer, factors, cells, true);
    }

    void run() {
        answer.funnel(cells.funnel());
        answer.count("stops", (long) Arrays.stream(cells.stops()).sum());
        switch (spec.test) {
            case SEARCH_RATE -> searchRate();
            case BENCHMARK -> benchmark();
            default -> purposes();
        }
        boolean adds = spec.test == StopsSpecification.Test.SEARCH_RATE
                || (spec.test == StopsSpecification.Test.BENCHMARK && cells.countRows());
        if (adds && spec.minority.size() > 1) {
            ModelRun pooled = new ModelRun(spec, answer, factors, cells.pooled(), false);
            if (spec.test == StopsSpecification.Test.SEARCH_RATE) {
                pooled.searchRate();
            } else {
                pooled.benchmark();
            }
        }
        answer.exhibit(() -> new CellExhibit(spec, answer, cells, factors));
        answer.caveat("hispanic-as-white");
    }

    /** Counts and diagnostics are those of the fit with the groups apart. */
    private void note(Runnable said) {
        if (groupsApart) {
            said.run();
        }
    }

    /** Columns of groups first, then of the effects, but for the one whose constants are profiled out. */
    private double[][] columns(int absorbed) {
        List<double[]> x = new ArrayList<>(
                List.of(StopCells.dummies(cells.group(), cells.groups().size())));
        for (String e : spec.effects) {
            int f = factors.indexOf(e);
            if (f != absorbed) {
                x.addAll(List.of(
                        StopCells.dummies(cells.factor(f), cells.words(f).size())));
            }
        }
        return x.toArray(double[][]::new);
    }

    private int absorbed() {
        return spec.effects.stream()
                .map(factors::indexOf)
                .max((a, b) ->
                        Integer.compare(cells.words(a).size(), cells.words(b).size()))
                .orElse(-1);
    }

    private void searchRate() {
        int absorbed = absorbed();
        int[] group = absorbed < 0 ? new int[cells.cells()] : cells.factor(absorbed);
        CellModel m = CellModel.logit(columns(absorbed), group, cells.stops(), cells.searches());
        double n = Arrays.stream(cells.stops()).sum();
        Map<String, Object> few = new LinkedHashMap<>();
        note(() ->
                answer.count("searches", (long) Arrays.stream(cells.searches()).sum()));
        for (int g = 1; g < cells.groups().size(); g++) {
            double searched = cells.total(cells.searches(), g);
            double stopped = cells.total(cells.stops(), g);
            if (StopCells.separated(searched, stopped)) {
                answer.withhold(
                        "logit_search " + cells.groups().get(g),
                        answer.say("stops.separated", (long) searched, (long) stopped));
                continue;
            }
            double b = m.coefficient(g - 1);
            StopErrors errors = new StopErrors(b, spec.confidence);
            errors.plain("model", m.modelError(g - 1));
            double hc0 = hc0(m, g - 1);
            if (spec.errors.contains("hc0")) {
                errors.plain("hc0", hc0);
            }
            if (spec.errors.contains("hc1")) {
                errors.plain("hc1", hc0 * Math.sqrt(n / (n - m.parameters())));
            }
            for (String by : clusters()) {
                int[] labels = cells.factor(factors.indexOf(by));
                errors.cluster(by, m.clusterErrorOfRows(g - 1, labels, (long) n), m.biasReduced(g - 1, labels));
            }
            coefficient("logit_search", g, b, errors, few);
            recording(g);
        }
        if (!few.isEmpty()) {
            note(() -> answer.diagnostic("few_clusters", few));
        }
        note(() -> answer.diagnostic("deviance", m.rowDeviance()));
        note(() -> answer.diagnostic("parameters", m.parameters()));
        answer.caveat("search-selection");
        answer.caveat("search-kinds");
    }

    /** What search rates could be if some drivers recorded in the reference group belong to this one. */
    private void recording(int g) {
        double stops = cells.total(cells.stops(), g);
        double searches = cells.total(cells.searches(), g);
        double stops0 = cells.total(cells.stops(), 0);
        double searches0 = cells.total(cells.searches(), 0);
        new RaceRecording(spec, answer)
                .bounds(
                        "search_rate_difference",
                        cells.groups().get(g),
                        searches / stops - searches0 / stops0,
                        share -> Relabelled.difference(searches, stops, searches0, stops0, share));
    }

    private List<String> clusters() {
        if (!spec.errors.contains("cluster")) {
            return List.of();
        }
        for (String by : spec.cluster) {
            answer.clusters(cells.words(factors.indexOf(by)).size());
        }
        return spec.cluster;
    }

    private void coefficient(String name, int g, double b, StopErrors errors, Map<String, Object> few) {
        String group = cells.groups().get(g);
        Map<String, Object> one = answer.estimate(name, group, "", b, errors);
        StopsAnswer.putOrNull(one, "ratio", Numbers.measured(Math.exp(b)));
        errors.few().forEach((by, said) -> few.put(by + " " + group, said));
        if (!(errors.p() < 0.05)) {
            answer.caveat("null-is-no-proof");
        }
    }

    private double hc0(CellModel m, int column) {
        double[] u = m.influence(column);
        double v = 0;
        for (int c = 0; c < u.length; c++) {
            double p = m.fitted()[c];
            double y = cells.searches()[c];
            v += u[c] * u[c] * (y * (1 - p) * (1 - p) + (cells.stops()[c] - y) * p * p);
        }
        return Math.sqrt(v);
    }

    private void benchmark() {
        double[] offset = Arrays.stream(cells.offset()).map(Math::log).toArray();
        int absorbed = absorbed();
        int[] group = absorbed < 0 ? new int[cells.cells()] : cells.factor(absorbed);
        double[][] x = columns(absorbed);
        CellModel m = CellModel.poisson(x, group, cells.stops(), offset);
        double dispersion = m.dispersion();
        note(() -> answer.count("cells", cells.cells()));
        note(() -> answer.diagnostic("dispersion", Numbers.of(dispersion) == null ? "" : (Object) dispersion));
        double scale = 1;
        if (spec.family.equals("quasipoisson")) {
            scale = Math.sqrt(dispersion);
        } else if (spec.family.equals("negative-binomial")) {
            NegativeBinomial nb = NegativeBinomial.fit(x, group, cells.stops(), offset);
            m = nb.model();
            note(() -> answer.diagnostic("theta", nb.theta()));
            note(() -> answer.diagnostic("theta_se", nb.thetaError()));
        }
        if (absorbed < 0 && groupsApart) {
            answer.estimate(
                    "(Intercept)",
                    cells.groups().get(0),
                    "",
                    m.constant(0),
                    Map.of("model", scale * m.constantError()),
                    "model");
        }
        Map<String, Object> few = new LinkedHashMap<>();
        for (int g = 1; g < cells.groups().size(); g++) {
            if (cells.total(cells.stops(), g) == 0) {
                answer.withhold(spec.family + " " + cells.groups().get(g), answer.say("stops.separated", 0, 0));
                continue;
            }
            double b = m.coefficient(g - 1);
            StopErrors errors = new StopErrors(b, spec.confidence);
            if (spec.family.equals("quasipoisson")) {
                errors.plain("model", scale * m.modelError(g - 1), cells.cells() - m.parameters());
            } else {
                errors.plain("model", scale * m.modelError(g - 1));
            }
            if (spec.errors.contains("hc0")) {
                errors.plain("hc0", m.robustError(g - 1));
            }
            if (spec.errors.contains("hc1")) {
                errors.plain("hc1", m.robustError(g - 1) * m.smallSample());
            }
            for (String by : clusters()) {
                int[] labels = cells.factor(factors.indexOf(by));
                errors.cluster(by, m.clusterError(g - 1, labels), m.biasReduced(g - 1, labels));
            }
            coefficient(spec.family, g, b, errors, few);
        }
        if (!few.isEmpty()) {
            note(() -> answer.diagnostic("few_clusters", few));
        }
        if (dispersion > 2 && spec.family.equals("poisson")) {
            answer.caveat("overdispersed");
        }
        deviations();
        answer.caveat("benchmark-residents");
        answer.caveat("benchmark-avoidance");
    }

    private void deviations() {
        double exposure0 = cells.total(cells.offset(), 0);
        double stops0 = cells.total(cells.stops(), 0);
        for (int g = 1; g < cells.groups().size(); g++) {
            double stops = cells.total(cells.stops(), g);
            double exposure = cells.total(cells.offset(), g);
            if (stops + stops0 < Integer.MAX_VALUE) {
                StopCells.deviations(
                        answer,
                        "stops_standard_deviations",
                        cells.groups().get(g),
                        StandardDeviations.binomial(
                                (int) stops, (int) (stops + stops0), exposure / (exposure + exposure0)));
            }
        }
    }

    private void purposes() {
        int f = factors.indexOf("purpose");
        int k = cells.words(f).size();
        double[][] by = new double[cells.groups().size()][];
        for (int g = 0; g < by.length; g++) {
            by[g] = cells.byLabel(cells.stops(), g, f);
            double n = Arrays.stream(by[g]).sum();
            for (int w = 0; w < k; w++) {
                Rates.Measured r = Rates.rate(by[g][w], n);
                Map<String, Object> one = answer.estimate(
                        "purpose_share", cells.groups().get(g), "", r.value(), Map.of("model", r.error()), "model");
                one.put("purpose", cells.words(f).get(w));
                one.put("n", (long) by[g][w]);
            }
        }
        double n0 = Arrays.stream(by[0]).sum();
        for (int g = 1; g < by.length; g++) {
            double n = Arrays.stream(by[g]).sum();
            double chi = 0;
            for (int w = 0; w < k; w++) {
                double all = by[g][w] + by[0][w];
                if (all > 0) {
                    double e1 = all * n / (n + n0);
                    double e0 = all - e1;
                    chi += (by[g][w] - e1) * (by[g][w] - e1) / e1 + (by[0][w] - e0) * (by[0][w] - e0) / e0;
                }
                Rates.Measured d = Rates.difference(by[g][w], n, by[0][w], n0);
                Map<String, Object> one = answer.estimate(
                        "purpose_share_difference",
                        cells.groups().get(g),
                        "",
                        d.value(),
                        Map.of("model", d.error()),
                        "model");
                one.put("purpose", cells.words(f).get(w));
                StopsAnswer.putOrNull(one, "p", Numbers.measured(d.p()));
                one.put("mde", OutcomeRun.mde(d.error()));
            }
            int used = g;
            int df = (int) IntStream.range(0, k)
                            .filter(w -> by[used][w] + by[0][w] > 0)
                            .count()
                    - 1;
            Map<String, Object> one = answer.estimate(
                    "purpose_chi2_" + cells.groups().get(g) + "_vs_"
                            + cells.groups().get(0),
                    cells.groups().get(g),
                    "",
                    chi,
                    Map.of(),
                    "");
            one.put("p", Rates.chiSquaredTail(chi, df));
            one.put("df", df);
        }
        answer.caveat("purpose-recorded");
    }
}

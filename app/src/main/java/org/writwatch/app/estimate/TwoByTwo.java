package org.writwatch.app.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.estimates.JointEstimates;
import org.writwatch.estimates.NotEstimable;
import org.writwatch.estimates.Term;
import org.writwatch.estimates.drdid.DrDid;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.drdid.Sample;
import org.writwatch.estimates.fixedeffects.Errors;
import org.writwatch.estimates.fixedeffects.FixedEffectsModel;

/** The two-group, two-period design: a unit's change, or its level in either period. */
final class TwoByTwo {
    private final Sheet sheet;
    private final Specification spec;
    private final Answer answer;
    private final int n;
    private final double[] y;
    private final double[] weight;
    private final boolean[] treated;
    private final boolean[] post;
    private final List<double[]> covariates = new ArrayList<>();
    private final List<String> names;
    private int[] used = new int[0];

    TwoByTwo(Sheet sheet, Answer answer) {
        this.sheet = sheet;
        this.spec = sheet.spec;
        this.answer = answer;
        this.n = sheet.observations.rows();
        this.y = sheet.observations.column(Sheet.OUTCOME);
        this.weight = spec.weights == null ? ones(n) : sheet.observations.column(Sheet.WEIGHT);
        this.names = Covariates.beyondConstant(sheet, answer);
        for (String c : names) {
            covariates.add(sheet.observations.column(c));
        }
        double[] times = sheet.observations.times();
        double[] flag = spec.post == null ? null : sheet.flags(spec.post);
        if (flag == null && times.length != 2) {
            throw new NotEstimable(
                    NotEstimable.Why.TREATMENT_PATTERN,
                    "the table has " + times.length
                            + " periods; the design compares two: choose them with where, or name post");
        }
        if (spec.treated == null && !sheet.hasStart()) {
            throw spec.needs("treated");
        }
        double[] d = spec.treated == null ? null : sheet.observations.column(spec.treated);
        double[] start = d == null ? sheet.start() : null;
        this.treated = new boolean[n];
        this.post = new boolean[n];
        for (int i = 0; i < n; i++) {
            treated[i] = d != null ? d[i] > 0 : start != null && start[i] != 0 && start[i] <= times[times.length - 1];
            post[i] = flag != null ? flag[i] > 0 : sheet.time(i) == times[1];
        }
    }

    private static double[] ones(int n) {
        double[] w = new double[n];
        java.util.Arrays.fill(w, 1);
        return w;
    }

    void run() {
        boolean panel = !spec.panel.equals("repeated-cross-section");
        if (spec.estimator.equals("twfe")) {
            regression();
            return;
        }
        Method method = switch (spec.estimator) {
            case "dr", "improved" -> Method.IMPROVED;
            case "traditional" -> Method.DOUBLY_ROBUST;
            case "reg" -> Method.REGRESSION;
            case "ipw" -> Method.WEIGHTING;
            default -> Method.RAW_WEIGHTING;
        };
        DrDid e = panel ? DrDid.panel(method, changes()) : DrDid.crossSections(method, levels());
        double se = spec.cluster.isEmpty() ? e.standardError() : e.standardError(clusters());
        one(e.att(), se, JointEstimates.NORMAL);
        answer.diagnostic("rules", Numbers.map("estimator", spec.estimator, "panel", spec.panel));
    }

    private void one(double att, double se, double degreesOfFreedom) {
        JointEstimates e = new JointEstimates(
                List.of(Term.overall()),
                new double[] {att},
                org.writwatch.estimates.linear.Matrix.of(new double[][] {{se * se}}),
                degreesOfFreedom);
        answer.effects(e);
    }

    /** Cluster of each row of the sample. */
    private int[] clusters() {
        if (sheet.waysOfClustering() > 1) {
            throw spec.refuse("cluster", String.join(", ", spec.cluster), answer.say("estimate.one-way"));
        }
        if (!spec.panel.equals("repeated-cross-section")) {
            sheet.needOneClusterEach();
        }
        int[] of = sheet.cluster();
        return java.util.stream.IntStream.of(used).map(i -> of[i]).toArray();
    }

    private boolean finite(int i) {
        boolean ok = Double.isFinite(y[i]) && Double.isFinite(weight[i]);
        for (double[] c : covariates) {
            ok &= Double.isFinite(c[i]);
        }
        return ok;
    }

    private Sample levels() {
        int[] keep = java.util.stream.IntStream.range(0, n).filter(this::finite).toArray();
        int p = covariates.size() + 1;
        boolean[] d = new boolean[keep.length];
        boolean[] late = new boolean[keep.length];
        double[] out = new double[keep.length];
        double[] w = new double[keep.length];
        double[] x = new double[keep.length * p];
        for (int i = 0; i < keep.length; i++) {
            d[i] = treated[keep[i]];
            late[i] = post[keep[i]];
            out[i] = y[keep[i]];
            w[i] = weight[keep[i]];
            row(x, i * p, keep[i]);
        }
        used = keep;
        note(n - keep.length);
        return Sample.levels(d, late, out, x, p, w);
    }

    /** Covariates are those of the earlier period. */
    private Sample changes() {
        Map<Integer, int[]> pairs = new LinkedHashMap<>();
        int[] unit = sheet.observations.unitCodes();
        for (int i = 0; i < n; i++) {
            pairs.computeIfAbsent(unit[i], k -> new int[] {-1, -1})[post[i] ? 1 : 0] = i;
        }
        List<int[]> whole = new ArrayList<>();
        int lost = 0;
        for (int[] pair : pairs.values()) {
            if (pair[0] >= 0 && pair[1] >= 0 && finite(pair[0]) && Double.isFinite(y[pair[1]])) {
                whole.add(pair);
            } else {
                lost += (pair[0] >= 0 ? 1 : 0) + (pair[1] >= 0 ? 1 : 0);
            }
        }
        used = whole.stream().mapToInt(pair -> pair[0]).toArray();
        note(lost);
        int p = covariates.size() + 1;
        boolean[] d = new boolean[whole.size()];
        double[] change = new double[d.length];
        double[] w = new double[d.length];
        double[] x = new double[d.length * p];
        for (int i = 0; i < d.length; i++) {
            int[] pair = whole.get(i);
            d[i] = treated[pair[1]];
            change[i] = y[pair[1]] - y[pair[0]];
            w[i] = weight[pair[0]];
            row(x, i * p, pair[0]);
        }
        return Sample.changes(d, change, x, p, w);
    }

    private void row(double[] x, int at, int i) {
        x[at] = 1;
        for (int j = 0; j < covariates.size(); j++) {
            x[at + 1 + j] = covariates.get(j)[i];
        }
    }

    private void note(int lost) {
        if (lost > 0) {
            answer.count("rows_without_pair_or_number", lost);
        }
    }

    /** Least squares on group, period, their product and covariates, clustered by unit in a panel. */
    private void regression() {
        double[] both = new double[n];
        double[] d = new double[n];
        double[] late = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = treated[i] ? 1 : 0;
            late[i] = post[i] ? 1 : 0;
            both[i] = d[i] * late[i];
        }
        FixedEffectsModel m = FixedEffectsModel.of(y)
                .absorb(new int[n])
                .regressor("treated:post", both)
                .regressor("treated", d)
                .regressor("post", late);
        for (int j = 0; j < covariates.size(); j++) {
            m.regressor(names.get(j), covariates.get(j));
        }
        if (spec.weights != null) {
            m.weights(weight);
        }
        boolean panel = !spec.panel.equals("repeated-cross-section");
        Errors errors = panel ? Errors.clustered(sheet.cluster()) : Errors.robust();
        JointEstimates all = m.fit().estimates(errors);
        int at = all.indexOf(Term.coefficient("treated:post"));
        one(all.value(at), all.standardError(at), all.degreesOfFreedom());
        answer.diagnostic("label", "naive");
    }
}

package org.writwatch.estimates.reference;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.writwatch.estimates.drdid.DrDid;
import org.writwatch.estimates.drdid.Method;
import org.writwatch.estimates.drdid.Sample;

class DrDidReferenceTest {
    private static final String[] COVARIATES = {"age", "educ", "black", "married", "nodegree", "hisp", "re74"};

    @Test
    void nswAgainstCps() {
        Table all = Expected.data("nsw_long.csv");
        Table t = all.where(
                i -> all.text(i, "treated").equals("0") || all.text(i, "sample").equals("2"));
        Map<String, Expected.Computed> cases = new TreeMap<>();
        Map<String, Method> methods = Map.of(
                "drimp", Method.IMPROVED,
                "trad", Method.DOUBLY_ROBUST,
                "or", Method.REGRESSION,
                "stdipw", Method.WEIGHTING,
                "ipw", Method.RAW_WEIGHTING);
        Sample levels = levels(t);
        Sample changes = changes(t);
        methods.forEach((name, method) -> {
            cases.put("nsw_" + name + "_panel", result(DrDid.panel(method, changes)));
            cases.put("nsw_" + name + "_rc", result(DrDid.crossSections(method, levels)));
        });
        Expected.of("drdid_nsw.csv").check(cases);
    }

    private static Expected.Computed result(DrDid e) {
        return (quantity, k1, k2) -> quantity.equals("att") ? e.att() : e.standardError();
    }

    private static Sample levels(Table t) {
        int n = t.size();
        boolean[] d = new boolean[n];
        boolean[] post = new boolean[n];
        double[] x = new double[n * 8];
        for (int i = 0; i < n; i++) {
            d[i] = t.number(i, "experimental") == 1;
            post[i] = t.number(i, "year") == 1978;
            covariates(t, i, x, i * 8);
        }
        return Sample.levels(d, post, t.numbers("re"), x, 8, ones(n));
    }

    private static Sample changes(Table t) {
        Map<Integer, double[]> byId = new TreeMap<>();
        for (int i = 0; i < t.size(); i++) {
            int row = i;
            double[] u = byId.computeIfAbsent((int) t.number(i, "id"), k -> {
                double[] fresh = new double[10];
                covariates(t, row, fresh, 2);
                fresh[1] = t.number(row, "experimental");
                return fresh;
            });
            u[0] += t.number(i, "year") == 1978 ? t.number(i, "re") : -t.number(i, "re");
        }
        int n = byId.size();
        boolean[] d = new boolean[n];
        double[] y = new double[n];
        double[] x = new double[n * 8];
        int i = 0;
        for (double[] u : byId.values()) {
            y[i] = u[0];
            d[i] = u[1] == 1;
            System.arraycopy(u, 2, x, i * 8, 8);
            i++;
        }
        return Sample.changes(d, y, x, 8, ones(n));
    }

    private static void covariates(Table t, int row, double[] x, int offset) {
        x[offset] = 1;
        for (int j = 0; j < COVARIATES.length; j++) {
            x[offset + 1 + j] = t.number(row, COVARIATES[j]);
        }
    }

    private static double[] ones(int n) {
        double[] w = new double[n];
        java.util.Arrays.fill(w, 1);
        return w;
    }
}

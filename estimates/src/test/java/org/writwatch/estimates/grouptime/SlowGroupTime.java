package org.writwatch.estimates.grouptime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Group-time effects from their definition: universal base, no anticipation, weights, nothing clever. */
final class SlowGroupTime {
    private final Map<Integer, double[]> y = new TreeMap<>();
    private final Map<Integer, Double> g = new TreeMap<>();
    private final Map<Integer, Double> w = new TreeMap<>();
    private final Controls controls;
    private final int periods;

    SlowGroupTime(Simulated s, Controls controls) {
        this.controls = controls;
        this.periods = (int) java.util.Arrays.stream(s.time).max().orElseThrow();
        for (int i = 0; i < s.y.length; i++) {
            y.computeIfAbsent(s.unit[i], k -> new double[periods + 1])[(int) s.time[i]] = s.y[i];
            g.put(s.unit[i], s.g[i]);
            w.put(s.unit[i], s.w[i]);
        }
    }

    private boolean control(double start, double group, double t) {
        return start == 0 || (controls == Controls.NOT_YET_TREATED && start != group && start > Math.max(t, group - 1));
    }

    double att(double group, double t) {
        return mean(group, t, true) - mean(group, t, false);
    }

    private double mean(double group, double t, boolean treated) {
        double sum = 0;
        double weight = 0;
        for (int u : y.keySet()) {
            if (treated ? g.get(u) == group : control(g.get(u), group, t)) {
                sum += w.get(u) * (y.get(u)[(int) t] - y.get(u)[(int) group - 1]);
                weight += w.get(u);
            }
        }
        return sum / weight;
    }

    double[] influence(double group, double t) {
        double treatedWeight = 0;
        double controlWeight = 0;
        for (int u : y.keySet()) {
            treatedWeight += g.get(u) == group ? w.get(u) : 0;
            controlWeight += control(g.get(u), group, t) ? w.get(u) : 0;
        }
        double treatedMean = mean(group, t, true);
        double controlMean = mean(group, t, false);
        double[] out = new double[y.size()];
        int i = 0;
        for (int u : y.keySet()) {
            double change = y.get(u)[(int) t] - y.get(u)[(int) group - 1];
            if (g.get(u) == group) {
                out[i] = y.size() * w.get(u) * (change - treatedMean) / treatedWeight;
            } else if (control(g.get(u), group, t)) {
                out[i] = -y.size() * w.get(u) * (change - controlMean) / controlWeight;
            }
            i++;
        }
        return out;
    }

    private List<double[]> after() {
        List<double[]> cells = new ArrayList<>();
        for (double group : new double[] {3, 4, 6}) {
            for (double t = group; t <= periods; t++) {
                cells.add(new double[] {group, t, share(group)});
            }
        }
        return cells;
    }

    private double share(double group) {
        return g.keySet().stream()
                        .filter(u -> g.get(u) == group)
                        .mapToDouble(w::get)
                        .sum()
                / y.size();
    }

    double simple() {
        double sum = 0;
        double weight = 0;
        for (double[] c : after()) {
            sum += c[2] * att(c[0], c[1]);
            weight += c[2];
        }
        return sum / weight;
    }

    double[] simpleInfluence() {
        double all = simple();
        double weight = after().stream().mapToDouble(c -> c[2]).sum();
        double[] out = new double[y.size()];
        for (double[] c : after()) {
            double[] cell = influence(c[0], c[1]);
            double att = att(c[0], c[1]);
            int i = 0;
            for (int u : y.keySet()) {
                double ofShare = (g.get(u) == c[0] ? w.get(u) : 0) - c[2];
                out[i] += c[2] / weight * cell[i] + ofShare * (att - all) / weight;
                i++;
            }
        }
        return out;
    }

    double standardError(double[] influence) {
        double s = 0;
        for (double v : influence) {
            s += v * v;
        }
        return Math.sqrt(s) / influence.length;
    }
}

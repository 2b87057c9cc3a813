package org.writwatch.app.stops;

import static org.writwatch.app.stops.StopsScript.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.writwatch.estimates.stops.VeilRows;
import org.writwatch.evidence.stops.VeilDesign;
import org.writwatch.papers.chart.EffectChart;
import org.writwatch.papers.chart.EffectChart.Point;

/** Rows, script and pictures of a veil-of-darkness comparison. */
final class VeilExhibit implements StopsExhibit {
    private static final int BIN = 30;

    /** The definition of Bell and McCaffrey in as many dimensions as a cluster has rows. */
    private static final String CR2 = """
            cr2 <- function(m, cluster) {
              w <- sqrt(weights(m, "working"))
              x <- model.matrix(m)[, !is.na(coef(m)), drop = FALSE] * w
              e <- residuals(m, "working") * w
              inverse <- solve(crossprod(x))
              total <- 0
              for (g in unique(cluster)) {
                own <- cluster == g
                xg <- x[own, , drop = FALSE]
                s <- eigen(diag(nrow(xg)) - xg %*% inverse %*% t(xg), symmetric = TRUE)
                root <- s$vectors %*% (ifelse(s$values > 1e-9, 1 / sqrt(abs(s$values)), 0) * t(s$vectors))
                total <- total + sum(inverse["is_dark", ] * (t(xg) %*% (root %*% e[own])))^2
              }
              sqrt(total)
            }
            """;

    private final StopsAnswer answer;
    private final VeilDesign.Sample sample;
    private final VeilRows rows;
    private final Map<String, int[]> clusters;
    private final String group;
    private final Set<String> kinds;

    VeilExhibit(
            StopsAnswer answer,
            VeilDesign.Sample sample,
            Map<String, int[]> clusters,
            String group,
            Set<String> kinds) {
        this.answer = answer;
        this.sample = sample;
        this.rows = sample.rows();
        this.clusters = clusters;
        this.group = group;
        this.kinds = kinds;
    }

    @Override
    public String tableName() {
        return "rows.csv";
    }

    @Override
    public String table() {
        List<int[]> columns = new ArrayList<>(rows.factors());
        columns.addAll(clusters.values());
        StringBuilder s = new StringBuilder("y,is_dark,minute");
        for (int f = 1; f <= rows.factors().size(); f++) {
            s.append(",e").append(f);
        }
        for (int c = 1; c <= clusters.size(); c++) {
            s.append(",c").append(c);
        }
        s.append('\n');
        for (int i = 0; i < rows.minute().length; i++) {
            s.append(rows.minority()[i] ? '1' : '0');
            s.append(rows.dark()[i] ? ",1," : ",0,").append(rows.minute()[i]);
            for (int[] c : columns) {
                s.append(',').append(c[i] + 1);
            }
            s.append('\n');
        }
        return s.toString();
    }

    @Override
    public String script() {
        StringBuilder s = new StringBuilder("d <- read.csv(\"rows.csv\")\n");
        StringBuilder formula = new StringBuilder("y ~ is_dark + ns(minute, df = " + rows.splineDf() + ")");
        for (int f = 0; f < rows.factors().size(); f++) {
            s.append("d$e").append(f + 1).append(" <- factor(d$e").append(f + 1).append(")  # ");
            s.append(sample.names().get(f).replaceAll("\\s+", " ")).append('\n');
            formula.append(" + e").append(f + 1);
        }
        if (rows.splineBy() >= 0) {
            formula.append(" + ns(minute, df = ").append(rows.splineDf()).append("):e");
            formula.append(rows.splineBy() + 1);
        }
        for (int[] pair : rows.products()) {
            formula.append(" + e").append(pair[0] + 1).append(":e").append(pair[1] + 1);
        }
        s.append("m <- glm(").append(formula);
        s.append(", binomial, d, control = glm.control(epsilon = 1e-12, maxit = 100))\n");
        one(s, "estimate", "coef(m)[[\"is_dark\"]]");
        one(s, "odds_ratio", "exp(coef(m)[[\"is_dark\"]])");
        s.append("error <- function(v) sqrt(v[\"is_dark\", \"is_dark\"])\n");
        if (kinds.contains("model")) {
            one(s, "se:model", "error(vcov(m))");
        }
        if (kinds.contains("hc0")) {
            one(s, "se:hc0", "error(sandwich(m))");
        }
        if (kinds.contains("hc1")) {
            one(s, "se:hc1", "error(sandwich(m, adjust = TRUE))");
        }
        if (kinds.stream().anyMatch(k -> k.startsWith("cr2:"))) {
            s.append(CR2);
        }
        int c = 1;
        for (String by : clusters.keySet()) {
            if (kinds.contains("cr2:" + by)) {
                one(s, "se:cr2:" + by, "cr2(m, d$c" + c + ")");
            }
            one(s, "se:cluster:" + by, "error(vcovCL(m, d$c" + c++ + ", type = \"HC1\", cadjust = TRUE))");
        }
        return s.toString();
    }

    private void one(StringBuilder s, String kind, String value) {
        s.append("compare(\"is_dark\", ").append(quoted(group)).append(", ").append(quoted(kind));
        s.append(", ").append(value).append(")\n");
    }

    @Override
    public Map<String, String> pictures() {
        double[][] n = new double[2][1440 / BIN];
        double[][] minority = new double[2][1440 / BIN];
        for (int i = 0; i < rows.minute().length; i++) {
            int light = rows.dark()[i] ? 1 : 0;
            n[light][rows.minute()[i] / BIN]++;
            minority[light][rows.minute()[i] / BIN] += rows.minority()[i] ? 1 : 0;
        }
        List<List<Point>> panels = List.of(points(n[0], minority[0]), points(n[1], minority[1]));
        if (panels.get(0).isEmpty() || panels.get(1).isEmpty()) {
            return Map.of();
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "share-by-minute.svg",
                EffectChart.panels(
                        new EffectChart.Words(
                                "stops-veil",
                                answer.say("stops.chart.veil", group),
                                answer.say("stops.chart.veil.description", group),
                                answer.say("stops.chart.veil.across"),
                                answer.say("stops.chart.veil.up")),
                        List.of(answer.say("stops.chart.light"), answer.say("stops.chart.dark")),
                        panels,
                        new double[] {Double.NaN, Double.NaN}));
        return all;
    }

    /** Share of the minority in each half hour with five stops or more, and its interval. */
    private static List<Point> points(double[] n, double[] minority) {
        List<Point> points = new ArrayList<>();
        for (int b = 0; b < n.length; b++) {
            if (n[b] >= 5) {
                // Wilson (1927): stays between 0 and 1.
                double z2 = Math.pow(Normal.twoSided(0.95), 2);
                double share = minority[b] / n[b];
                double middle = (share + z2 / (2 * n[b])) / (1 + z2 / n[b]);
                double reach = Math.sqrt(z2 * (share * (1 - share) + z2 / (4 * n[b])) / n[b]) / (1 + z2 / n[b]);
                String label = String.format(Locale.ROOT, "%d:%02d", b * BIN / 60, b * BIN % 60);
                points.add(new Point(b, label, share, Double.NaN, Double.NaN, middle - reach, middle + reach));
            }
        }
        return points;
    }
}

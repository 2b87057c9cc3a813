package org.writwatch.app.stops;

import static org.writwatch.app.stops.StopsScript.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writwatch.app.estimate.Numbers;
import org.writwatch.evidence.stops.CountDesign;
import org.writwatch.papers.chart.EffectChart;
import org.writwatch.papers.chart.EffectChart.Point;

/** Cells, script and pictures of the tests that read counts: searches, hits, rates of stops, purposes, thresholds. */
final class CellExhibit implements StopsExhibit {
    private static final List<String> PICTURED = List.of(
            "search_rate",
            "hit_rate",
            "aggregate_threshold",
            "threshold_difference",
            "logit_search",
            "poisson",
            "quasipoisson",
            "negative-binomial");

    private final StopsSpecification spec;
    private final StopsAnswer answer;
    private final CountDesign cells;
    private final List<String> factors;

    CellExhibit(StopsSpecification spec, StopsAnswer answer, CountDesign cells, List<String> factors) {
        this.spec = spec;
        this.answer = answer;
        this.cells = cells;
        this.factors = factors;
    }

    @Override
    public String tableName() {
        return "cells.csv";
    }

    @Override
    public String table() {
        StringBuilder s = new StringBuilder("group");
        for (int f = 1; f <= factors.size(); f++) {
            s.append(",f").append(f);
        }
        s.append(",stops,searches,hits").append(cells.offset().length > 0 ? ",exposure\n" : "\n");
        for (int c = 0; c < cells.cells(); c++) {
            s.append(StopsAnswer.cellText(cells.groups().get(cells.group()[c])));
            for (int f = 0; f < factors.size(); f++) {
                s.append(',').append(cells.factor(f)[c] + 1);
            }
            for (double[] counts : List.of(cells.stops(), cells.searches(), cells.hits())) {
                s.append(',').append(Numbers.plain(counts[c]));
            }
            if (cells.offset().length > 0) {
                s.append(',').append(Numbers.plain(cells.offset()[c]));
            }
            s.append('\n');
        }
        return s.toString();
    }

    @Override
    public String script() {
        StringBuilder s = new StringBuilder("d <- read.csv(\"cells.csv\", colClasses = c(group = \"character\"))\n");
        s.append("reference <- ").append(quoted(cells.groups().get(0))).append('\n');
        s.append("d$group <- relevel(factor(d$group), reference)\n");
        for (int f = 0; f < factors.size(); f++) {
            s.append("d$f").append(f + 1).append(" <- factor(d$f").append(f + 1).append(")  # ");
            s.append(factors.get(f).replaceAll("\\s+", " ")).append('\n');
        }
        s.append("strict <- glm.control(epsilon = 1e-12, maxit = 100)\n");
        switch (spec.test) {
            case OUTCOME -> s.append(outcome());
            case SEARCH_RATE -> s.append(searchRate());
            case BENCHMARK -> s.append(benchmark());
            case THRESHOLD -> s.append(new StanProgram(spec, cells).script());
            default -> s.append(purposes());
        }
        return s.toString();
    }

    private String effects() {
        StringBuilder s = new StringBuilder();
        for (String e : spec.effects) {
            s.append(" + f").append(factors.indexOf(e) + 1);
        }
        return s.toString();
    }

    /** One line per group of a fitted model {@code m}: coefficient and errors. */
    private String compared(String name, boolean robust) {
        StringBuilder s = new StringBuilder("for (g in levels(d$group)[-1]) {\n  i <- paste0(\"group\", g)\n");
        s.append("  compare(").append(quoted(name)).append(", g, \"estimate\", coef(m)[[i]])\n");
        s.append("  error <- function(v) sqrt(v[i, i])\n");
        line(s, name, "se:model", "error(vcov(m))");
        if (robust) {
            line(s, name, "se:hc0", "error(sandwich(m))");
            line(s, name, "se:hc1", "error(sandwich(m, adjust = TRUE))");
        }
        if (spec.errors.contains("cluster")) {
            for (String by : spec.cluster) {
                line(
                        s,
                        name,
                        "se:cluster:" + by,
                        "error(vcovCL(m, e$f" + (factors.indexOf(by) + 1) + ", type = \"HC1\", cadjust = TRUE))");
            }
        }
        return s.append("}\n").toString();
    }

    private static void line(StringBuilder s, String name, String kind, String value) {
        s.append("  compare(").append(quoted(name)).append(", g, ").append(quoted(kind));
        s.append(", ").append(value).append(")\n");
    }

    private String searchRate() {
        return """
                # one row a stop again
                e <- d[rep(seq_len(nrow(d)), d$stops), ]
                e$y <- unlist(Map(function(yes, n) rep(1:0, c(yes, n - yes)), d$searches, d$stops))
                """
                + "m <- glm(y ~ group" + effects() + ", binomial, e, control = strict)\n"
                + compared("logit_search", true);
    }

    private String benchmark() {
        String formula = "stops ~ group" + effects() + " + offset(log(exposure))";
        String fit = switch (spec.family) {
            case "quasipoisson" -> "glm(" + formula + ", quasipoisson, d, control = strict)";
            case "negative-binomial" -> "MASS::glm.nb(" + formula + ", d, control = strict)";
            default -> "glm(" + formula + ", poisson, d, control = strict)";
        };
        return "e <- d\nm <- " + fit + "\n" + compared(spec.family, true);
    }

    private String outcome() {
        String plain = """
                total <- rowsum(as.matrix(d[, c("stops", "searches", "hits")]), d$group)
                rate <- function(name, g, yes, n) {
                  compare(name, g, "estimate", yes / n)
                  compare(name, g, "se:model", sqrt(yes / n * (1 - yes / n) / n))
                }
                for (g in levels(d$group)) {
                  rate("search_rate", g, total[g, "searches"], total[g, "stops"])
                  rate("hit_rate", g, total[g, "hits"], total[g, "searches"])
                }
                kpt <- function(t) chisq.test(cbind(t[, "hits"], t[, "searches"] - t[, "hits"]), correct = FALSE)
                k <- kpt(total)
                compare(sprintf("kpt_chi2_%draces_pooled", nrow(total)), "all", "estimate", k$statistic[[1]])
                compare(sprintf("kpt_chi2_%draces_pooled", nrow(total)), "all", "p", k$p.value, 1e-4)
                for (g in levels(d$group)[-1]) {
                  k <- kpt(total[c(g, reference), ])
                  compare(sprintf("kpt_chi2_%s_vs_%s_pooled", g, reference), g, "estimate", k$statistic[[1]])
                  compare(sprintf("kpt_chi2_%s_vs_%s_pooled", g, reference), g, "p", k$p.value, 1e-4)
                  h <- total[, "hits"] / total[, "searches"]
                  v <- h * (1 - h) / total[, "searches"]
                  name <- sprintf("hit_rate_diff_%s_minus_%s", g, reference)
                  compare(name, g, "estimate", h[[g]] - h[[reference]])
                  compare(name, g, "se:model", sqrt(v[[g]] + v[[reference]]))
                  x <- total[g, "searches"]; a <- total[g, "stops"]; b <- total[reference, "stops"]
                  k <- x + total[reference, "searches"]
                  name <- sprintf("searches_standard_deviations_%s_vs_%s", g, reference)
                  compare(name, g, "expected", k * a / (a + b))
                  compare(name, g, "estimate", (x - k * a / (a + b)) / sqrt(k * a / (a + b) * b / (a + b) * (a + b - k) / (a + b - 1)))
                }
                """;
        if (factors.isEmpty()) {
            return plain;
        }
        return plain + """
                common <- function(what, yes, n) for (g in levels(d$group)[-1]) {
                  u <- d[d$group %in% c(g, reference) & d[[n]] > 0, ]
                  both <- names(which(table(u$f1) == 2))
                  if (length(both) < 2) next
                  t <- sapply(both, function(p) {
                    a <- u[u$f1 == p & u$group == g, ]; b <- u[u$f1 == p & u$group == reference, ]
                    c(a[[yes]], b[[yes]], a[[n]] - a[[yes]], b[[n]] - b[[yes]])
                  })
                  h <- mantelhaen.test(array(t, c(2, 2, length(both))), correct = FALSE)
                  compare(sprintf("MH_%s_odds_ratio_%s_vs_%s", what, g, reference), g, "estimate", h$estimate[[1]])
                  compare(sprintf("MH_%s_chi2_%s_vs_%s", what, g, reference), g, "estimate", h$statistic[[1]])
                }
                common("search", "searches", "stops"); common("hit", "hits", "searches")
                adjusted <- function(what, yes, n) {
                  e <- d[d[[n]] > 0, ]
                  m <- glm(cbind(e[[yes]], e[[n]] - e[[yes]]) ~ group + f1, binomial, e, control = strict)
                  name <- sprintf("logit_%s_race_plus_location_FE", what)
                  for (g in levels(d$group)[-1]) {
                    i <- paste0("group", g)
                    compare(name, g, "estimate", coef(m)[[i]])
                    compare(name, g, "se:model", sqrt(vcov(m)[i, i]))
                    compare(name, g, "se:cluster:location", sqrt(vcovCL(m, e$f1, type = "HC1", cadjust = TRUE)[i, i]))
                  }
                }
                if (nlevels(d$f1) > 1) { adjusted("search", "searches", "stops"); adjusted("hit", "hits", "searches") }
                """;
    }

    private String purposes() {
        int f = factors.indexOf("purpose") + 1;
        return "t <- xtabs(stops ~ group + f" + f + ", d)\n" + """
                for (g in setdiff(rownames(t), reference)) {
                  u <- t[c(g, reference), ]
                  k <- chisq.test(u[, colSums(u) > 0], correct = FALSE)
                  compare(sprintf("purpose_chi2_%s_vs_%s", g, reference), g, "estimate", k$statistic[[1]])
                  compare(sprintf("purpose_chi2_%s_vs_%s", g, reference), g, "df", k$parameter[[1]])
                }
                """;
    }

    @Override
    public Map<String, String> pictures() {
        Map<String, String> all = new LinkedHashMap<>(purposePicture());
        for (String name : PICTURED) {
            List<Point> points = new ArrayList<>();
            for (Map<String, Object> e : answer.estimates()) {
                if (name.equals(e.get("name")) && e.get("location") == null && e.get("estimate") != null) {
                    points.add(new Point(
                            points.size(),
                            String.valueOf(e.get("group")),
                            number(e, "estimate"),
                            Double.NaN,
                            Double.NaN,
                            number(e, "lower"),
                            number(e, "upper")));
                }
            }
            if (!points.isEmpty()) {
                String key = "stops.chart." + name;
                all.put(
                        name + ".svg",
                        EffectChart.series(
                                new EffectChart.Words(
                                        "stops-" + name,
                                        answer.say(key),
                                        answer.say("stops.chart.description", answer.say(key)),
                                        answer.say("stops.chart.across"),
                                        answer.say(key + ".up")),
                                points,
                                Double.NaN));
            }
        }
        return all;
    }

    /** Shares of stops by purpose, a panel for each group. */
    private Map<String, String> purposePicture() {
        Map<String, List<Point>> groups = new LinkedHashMap<>();
        for (Map<String, Object> e : answer.estimates()) {
            if ("purpose_share".equals(e.get("name"))) {
                List<Point> points = groups.computeIfAbsent(String.valueOf(e.get("group")), g -> new ArrayList<>());
                points.add(new Point(
                        points.size(),
                        String.valueOf(e.get("purpose")),
                        number(e, "estimate"),
                        Double.NaN,
                        Double.NaN,
                        Math.max(0, number(e, "lower")),
                        Math.min(1, number(e, "upper"))));
            }
        }
        if (groups.isEmpty()) {
            return Map.of();
        }
        double[] starts = new double[groups.size()];
        java.util.Arrays.fill(starts, Double.NaN);
        return Map.of(
                "purpose_share.svg",
                EffectChart.panels(
                        new EffectChart.Words(
                                "stops-purpose",
                                answer.say("stops.chart.purpose"),
                                answer.say("stops.chart.purpose.description"),
                                answer.say("stops.chart.purpose.across"),
                                answer.say("stops.chart.veil.up")),
                        List.copyOf(groups.keySet()),
                        List.copyOf(groups.values()),
                        starts));
    }

    private static double number(Map<String, Object> e, String key) {
        return e.get(key) instanceof Number n ? n.doubleValue() : Double.NaN;
    }
}

package org.writwatch.app.estimate;

import java.util.List;
import java.util.Map;

/** A script that computes the same with the reference packages of R, for the other side's expert: reads {@code rows.csv}, prints their numbers. */
final class RScript {
    private final Specification spec;
    private final Answer answer;

    RScript(Specification spec, Answer answer) {
        this.spec = spec;
        this.answer = answer;
    }

    String text() {
        StringBuilder s = new StringBuilder();
        s.append("# ").append(answer.say("estimate.script.first")).append('\n');
        s.append("# ").append(answer.say("estimate.script.versions")).append('\n');
        if (spec.design == Specification.Design.HONEST) {
            s.append(honest());
        } else {
            s.append("d <- read.csv(\"rows.csv\", check.names = FALSE)\n");
            if (spec.firstTreated != null) {
                String start = column(spec.firstTreated);
                s.append("# ").append(answer.say("estimate.script.dates")).append('\n');
                s.append(start)
                        .append("[is.na(")
                        .append(start)
                        .append(") | is.infinite(")
                        .append(start)
                        .append(")] <- 0\n");
            }
            s.append(body());
        }
        s.append("# ").append(answer.say("estimate.script.ours")).append('\n');
        for (Map<String, Object> one : answer.aggregates().isEmpty() ? answer.effects() : answer.aggregates()) {
            StringBuilder line = new StringBuilder();
            one.forEach((k, v) -> {
                if (v != null) {
                    line.append(line.isEmpty() ? "" : " ").append(k).append('=').append(v);
                }
            });
            s.append("#   ").append(line).append('\n');
        }
        return s.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String column(String name) {
        return "d[[" + quoted(name) + "]]";
    }

    private static String term(String name) {
        return "`" + name.replace("`", "") + "`";
    }

    private String unit() {
        return spec.unit == null ? "row" : spec.unit;
    }

    private String start() {
        return spec.firstTreated == null ? "start" : spec.firstTreated;
    }

    private String covariates(String otherwise) {
        return spec.covariates.isEmpty()
                ? otherwise
                : String.join(" + ", spec.covariates.stream().map(RScript::term).toList());
    }

    private String cluster() {
        return spec.cluster.isEmpty() ? unit() : spec.cluster.get(0);
    }

    private String weights(String key) {
        return spec.weights == null ? "" : ", " + key + " = " + quoted(spec.weights);
    }

    private String body() {
        return switch (spec.design) {
            case CALLAWAY_SANTANNA -> callawaySantAnna();
            case SUN_ABRAHAM ->
                "library(fixest)\n" + never(10000)
                        + regression("feols", "sunab(" + term(start()) + ", " + term(spec.time) + ")" + more())
                        + "print(summary(m, agg = \"att\")); print(summary(m, agg = \"period\"))\n";
            case IMPUTATION ->
                "library(didimputation)\nprint(did_imputation(d, yname = " + quoted(spec.outcome) + ", gname = "
                        + quoted(start()) + ", tname = " + quoted(spec.time) + ", idname = " + quoted(unit())
                        + ", cluster_var = " + quoted(cluster()) + weights("wname") + firstStage()
                        + "))\nprint(did_imputation(d, yname = " + quoted(spec.outcome) + ", gname = "
                        + quoted(start()) + ", tname = " + quoted(spec.time) + ", idname = " + quoted(unit())
                        + ", cluster_var = " + quoted(cluster()) + weights("wname") + firstStage()
                        + ", horizon = TRUE, pretrends = TRUE))\n";
            case TWO_STAGE ->
                "library(did2s)\n" + treatedNow()
                        + "print(did2s(d, yname = " + quoted(spec.outcome) + ", first_stage = ~ "
                        + covariates("0") + " | " + term(unit()) + " + " + term(spec.time)
                        + ", second_stage = ~ i(treated_now, ref = 0), treatment = \"treated_now\", cluster_var = "
                        + quoted(cluster()) + weights("weights") + "))\n";
            case ROTH_SANTANNA ->
                "library(staggered)\n" + never(Double.POSITIVE_INFINITY)
                        + "for (e in c(\"simple\", \"cohort\", \"calendar\")) print(staggered(d, i = " + quoted(unit())
                        + ", t = " + quoted(spec.time) + ", g = " + quoted(start()) + ", y = "
                        + quoted(spec.outcome) + ", estimand = e))\n";
            case TWFE, POISSON -> twoWay();
            case ETWFE_POISSON ->
                "library(etwfe)\nm <- etwfe(fml = " + term(spec.outcome) + " ~ " + covariates("0") + ", tvar = "
                        + term(spec.time) + ", gvar = " + term(start()) + ", ivar = " + term(unit())
                        + ", data = d, family = \"poisson\", vcov = ~ " + term(cluster()) + offset()
                        + ")\nprint(m)\n";
            case BACON ->
                "library(bacondecomp)\n" + treatedNow() + "print(bacon(" + term(spec.outcome) + " ~ "
                        + (spec.treated == null ? "treated_now" : term(spec.treated)) + ", d, "
                        + quoted(unit()) + ", " + quoted(spec.time) + "))\n";
            case DRDID -> twoByTwo();
            case SYNTHETIC_CONTROL, SYNTHETIC_DID, ONE_PLACE -> synthetic();
            case INTERRUPTED_TIME_SERIES ->
                one() + "d <- d[order(" + column(spec.time) + "), ]\nstart <- which(" + column(spec.time) + " == "
                        + quoted(String.valueOf(answer.diagnostic("start")))
                        + ")\nt <- seq_len(nrow(d)); after <- as.numeric(t >= start)\n"
                        + "m <- lm(" + column(spec.outcome) + " ~ t + after + I(after * (t - start)))\n"
                        + "print(lmtest::coeftest(m, sandwich::NeweyWest(m, lag = " + answer.diagnostic("lag")
                        + ", prewhite = FALSE)))\n";
            case CHANGE_POINT -> "# " + answer.say("estimate.script.none") + "\n";
            case HONEST -> honest();
        };
    }

    private String callawaySantAnna() {
        String weights = weights("weightsname");
        String clusters = spec.cluster.isEmpty() ? "" : ", clustervars = " + quoted(spec.cluster.get(0));
        String sections = spec.panel.equals("repeated-cross-section") ? ", panel = FALSE" : "";
        String gaps = spec.panel.equals("unbalanced") ? ", allow_unbalanced_panel = TRUE" : "";
        String balance = spec.balance == null ? "" : ", balance_e = " + Numbers.plain(spec.balance);
        StringBuilder s = new StringBuilder("library(did)\na <- att_gt(yname = ")
                .append(quoted(spec.outcome))
                .append(", tname = ")
                .append(quoted(spec.time));
        if (spec.unit != null) {
            s.append(", idname = ").append(quoted(spec.unit));
        }
        s.append(", gname = ")
                .append(quoted(start()))
                .append(", xformla = ~ ")
                .append(covariates("1"))
                .append(", data = d, control_group = \"")
                .append(spec.neverTreatedOnly ? "nevertreated" : "notyettreated")
                .append("\", est_method = \"")
                .append(spec.estimator)
                .append("\", base_period = \"")
                .append(spec.universal ? "universal" : "varying")
                .append("\", anticipation = ")
                .append(Numbers.plain(spec.anticipation))
                .append(weights)
                .append(clusters)
                .append(sections)
                .append(gaps)
                .append(", bstrap = FALSE, cband = FALSE)\nprint(summary(a))\nfor (type in c(")
                .append(String.join(
                        ", ", spec.aggregate.stream().map(RScript::quoted).toList()))
                .append(")) print(summary(aggte(a, type = type, bstrap = FALSE, cband = FALSE, na.rm = TRUE")
                .append(balance)
                .append(")))\n");
        return s.toString();
    }

    /** The two-by-two estimators of the package DRDID, by the function that each one is there. */
    private String twoByTwo() {
        String treated = spec.treated == null ? "treated_ever" : spec.treated;
        boolean sections = spec.panel.equals("repeated-cross-section");
        String before = "library(DRDID)\n# " + answer.say("estimate.script.two-periods") + "\n"
                + (spec.treated == null ? treatedEver() : "");
        if (spec.estimator.equals("twfe")) {
            return before + oldTwoByTwo(treated, sections);
        }
        String with = switch (spec.estimator) {
            case "ipw", "ipw-raw" -> "ipwdid";
            case "reg" -> "ordid";
            default -> "drdid";
        };
        String how = switch (spec.estimator) {
            case "ipw" -> ", normalized = TRUE";
            case "ipw-raw" -> ", normalized = FALSE";
            case "traditional" -> ", estMethod = \"trad\"";
            case "reg" -> "";
            default -> ", estMethod = \"imp\"";
        };
        return before + (sections ? "d$row_number <- seq_len(nrow(d))\n" : "") + "print(" + with + "(yname = "
                + quoted(spec.outcome) + ", tname = " + quoted(spec.time)
                + ", idname = " + quoted(sections ? "row_number" : unit()) + ", dname = " + quoted(treated)
                + ", xformla = ~ "
                + covariates("1") + ", data = d, panel = " + (sections ? "FALSE" : "TRUE") + how
                + weights("weightsname") + "))\n";
    }

    /** The regression with treated, after and their product, whose function takes vectors. */
    private String oldTwoByTwo(String treated, boolean sections) {
        boolean none = spec.covariates.isEmpty();
        if (sections) {
            String w = spec.weights == null ? "" : ", i.weights = " + column(spec.weights);
            return "print(twfe_did_rc(y = " + column(spec.outcome) + ", post = as.numeric(" + column(spec.time)
                    + " == max(" + column(spec.time) + ")), D = " + column(treated) + ", covariates = "
                    + (none ? "NULL" : "model.matrix(~ " + covariates("1") + ", d)[, -1, drop = FALSE]") + w + "))\n";
        }
        String w = spec.weights == null ? "" : ", i.weights = first[[" + quoted(spec.weights) + "]]";
        return "d <- d[order(" + column(unit()) + "), ]\nfirst <- d[" + column(spec.time) + " == min("
                + column(spec.time) + "), ]\nlast <- d[" + column(spec.time) + " == max(" + column(spec.time)
                + "), ]\nprint(twfe_did_panel(y1 = last[[" + quoted(spec.outcome) + "]], y0 = first[["
                + quoted(spec.outcome) + "]], D = last[[" + quoted(treated) + "]], covariates = "
                + (none ? "NULL" : "model.matrix(~ " + covariates("1") + ", first)[, -1, drop = FALSE]") + w + "))\n";
    }

    /** Keeps the one series of a design for one place. */
    private String one() {
        return spec.treatedUnits.isEmpty()
                ? ""
                : "d <- d[" + column(unit()) + " %in% c("
                        + String.join(
                                ", ",
                                spec.treatedUnits.stream().map(RScript::quoted).toList()) + "), ]\n";
    }

    private String more() {
        return spec.covariates.isEmpty() ? "" : " + " + covariates("");
    }

    private String offset() {
        return spec.offset == null ? "" : ", offset = ~ log(" + term(spec.offset) + ")";
    }

    private String regression(String with, String right) {
        List<String> effects = spec.fixedEffects.stream()
                .map(f -> f.equals("unit") ? unit() : f.equals("time") ? spec.time : f)
                .map(RScript::term)
                .toList();
        String how = switch (spec.standardErrors) {
            case "iid" -> "\"iid\"";
            case "hc1" -> "\"hetero\"";
            default ->
                "~ "
                        + (spec.cluster.isEmpty()
                                ? term(unit())
                                : String.join(
                                        " + ",
                                        spec.cluster.stream().map(RScript::term).toList()));
        };
        String w = spec.weights == null ? "" : ", weights = ~ " + term(spec.weights);
        return "m <- " + with + "(" + term(spec.outcome) + " ~ " + right + " | " + String.join(" + ", effects)
                + ", data = d, vcov = " + how + w + offset() + ")\n";
    }

    private String twoWay() {
        String with = spec.design == Specification.Design.POISSON ? "fepois" : "feols";
        String one = (spec.treated == null ? treatedNow() : "")
                + regression(with, (spec.treated == null ? "treated_now" : term(spec.treated)) + more())
                + "print(summary(m))\n";
        if (spec.firstTreated == null) {
            return "library(fixest)\n" + one;
        }
        String window = spec.eventWindow == null
                ? ""
                : spec.binEnds
                        ? "d$since <- pmin(pmax(d$since, " + Numbers.plain(spec.eventWindow[0]) + "), "
                                + Numbers.plain(spec.eventWindow[1]) + ")\n"
                        : "d <- d[d$since >= " + Numbers.plain(spec.eventWindow[0]) + " & d$since <= "
                                + Numbers.plain(spec.eventWindow[1]) + ", ]\n";
        return "library(fixest)\n" + one + "d$since <- ifelse(" + column(start()) + " == 0, -1, " + column(spec.time)
                + " - " + column(start()) + ")\n" + window
                + regression(with, "i(since, ref = " + Numbers.plain(-1 - spec.anticipation) + ")" + more())
                + "print(summary(m))\n";
    }

    private String firstStage() {
        return spec.covariates.isEmpty()
                ? ""
                : ", first_stage = ~ " + covariates("0") + " | " + term(unit()) + " + " + term(spec.time);
    }

    private String never(double value) {
        String v = Double.isInfinite(value) ? "Inf" : Numbers.plain(value);
        return column(start()) + "[" + column(start()) + " == 0] <- " + v + "\n";
    }

    private String treatedNow() {
        return spec.firstTreated == null
                ? ""
                : "d$treated_now <- as.numeric(" + column(start()) + " > 0 & " + column(spec.time) + " >= "
                        + column(start()) + ")\n";
    }

    private String treatedEver() {
        return "d$treated_ever <- as.numeric(" + column(start()) + " > 0 & " + column(start()) + " <= max("
                + column(spec.time) + "))\n";
    }

    private String synthetic() {
        String treat = spec.treated == null ? treatedNow() : "";
        String treated = spec.treated == null ? "treated_now" : spec.treated;
        String only = spec.treatedUnits.isEmpty()
                ? ""
                : "keep <- " + column(unit()) + " %in% c("
                        + String.join(
                                ", ",
                                spec.treatedUnits.stream().map(RScript::quoted).toList()) + ") | ave("
                        + column(treated) + ", " + column(unit()) + ", FUN = max) == 0\nd <- d[keep, ]\n";
        String with = switch (spec.design) {
            case SYNTHETIC_CONTROL -> "sc_estimate";
            case SYNTHETIC_DID -> "synthdid_estimate";
            default -> "did_estimate";
        };
        return "library(synthdid)\n" + treat + only + "p <- panel.matrices(d, unit = " + quoted(unit()) + ", time = "
                + quoted(spec.time) + ", outcome = " + quoted(spec.outcome) + ", treatment = " + quoted(treated)
                + ")\ne <- " + with + "(p$Y, p$N0, p$T0)\nprint(c(e))\nplacebo <- sapply(seq_len(p$N0), function(i) c("
                + with + "(p$Y[c(setdiff(seq_len(p$N0), i), i), ], p$N0 - 1, p$T0)))\n"
                + "print((1 + sum(abs(placebo) >= abs(c(e)))) / (1 + p$N0))\n";
    }

    private String honest() {
        Sensitivity asked = java.util.Objects.requireNonNullElse(spec.sensitivity, Sensitivity.USUAL);
        StringBuilder bounds = new StringBuilder();
        for (double b : asked.bounds()) {
            bounds.append(bounds.isEmpty() ? "" : ", ").append(Numbers.plain(b));
        }
        return "library(HonestDiD)\nb <- read.csv(" + quoted(String.valueOf(spec.data.getFileName()))
                + ")\nv <- as.matrix(b[, grep(\"^sigma_\", names(b))])\nbefore <- sum(b$is_pre); after <- nrow(b) - before\n"
                + (asked.relative()
                        ? "print(createSensitivityResults_relativeMagnitudes(b$beta, v, before, after, Mbarvec = c("
                                + bounds + ")))\n"
                        : "for (m in c(\"FLCI\", \"C-LF\")) print(createSensitivityResults(b$beta, v, before, after, Mvec = c("
                                + bounds + "), method = m))\n");
    }
}

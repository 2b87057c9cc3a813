package org.writwatch.app.stops;

import java.util.List;
import org.writwatch.evidence.stops.CountDesign;

/** The threshold test as a program for Stan, run from R: the same posterior by another sampler. Compiling takes Stan some minutes. */
final class StanProgram {
    private static final String DATA = """
            data {
              int<lower=1> N; int<lower=2> G; int<lower=1> D;
              int<lower=1> g[N]; int<lower=0> p[N];
              int<lower=0> n[N]; int<lower=0> s[N]; int<lower=0> h[N];
            }
            """;
    private static final String MIXTURE = """
            parameters {
              vector[G] t; real<lower=0> sigma; real mu_phi; real mu_delta; vector[N] eps;
              vector[G - 1] phi_g; vector[D - 1] phi_p; vector[G - 1] delta_g; vector[D - 1] delta_p;
            }
            transformed parameters {
              vector[N] search; vector[N] hit; vector[N] threshold;
              for (i in 1:N) {
                real x = t[g[i]] + sigma * eps[i];
                real a = mu_phi;
                real b = mu_delta;
                real guilty;
                if (g[i] > 1) { a += phi_g[g[i] - 1]; b += delta_g[g[i] - 1]; }
                if (p[i] > 0) { a += phi_p[p[i]]; b += delta_p[p[i]]; }
                b = exp(b);
                guilty = inv_logit(a) * Phi(b - x);
                search[i] = guilty + (1 - inv_logit(a)) * Phi(-x);
                hit[i] = guilty / search[i];
                threshold[i] = inv_logit(a + b * x - b * b / 2);
              }
            }
            model {
              t ~ normal(0, 1); sigma ~ normal(0, 1); mu_phi ~ normal(0, 1); mu_delta ~ normal(0, 1); eps ~ normal(0, 1);
              phi_g ~ normal(0, 0.1); phi_p ~ normal(0, 0.1); delta_g ~ normal(0, 0.1); delta_p ~ normal(0, 0.1);
              s ~ binomial(n, search); h ~ binomial(s, hit);
            }
            """;
    private static final String BETA = """
            parameters {
              vector[G] t; vector<lower=0>[G] sigma; vector[G] phi_g; vector[G] lambda_g; vector[N] eps;
              vector[D - 1] phi_p; vector[D - 1] lambda_p;
            }
            transformed parameters {
              vector[N] search; vector[N] hit; vector[N] threshold;
              for (i in 1:N) {
                real a = phi_g[g[i]];
                real b = lambda_g[g[i]];
                if (p[i] > 0) { a += phi_p[p[i]]; b += lambda_p[p[i]]; }
                a = inv_logit(a); b = exp(b);
                threshold[i] = inv_logit(t[g[i]] + sigma[g[i]] * eps[i]);
                search[i] = 1 - beta_cdf(threshold[i], b * a, b * (1 - a));
                hit[i] = a * (1 - beta_cdf(threshold[i], b * a + 1, b * (1 - a))) / search[i];
              }
            }
            model {
              t ~ normal(-2, 1); sigma ~ normal(0, 0.25); phi_g ~ normal(-3.5, 0.25); lambda_g ~ normal(2, 0.5); eps ~ normal(0, 1);
              phi_p ~ normal(0, 0.25); lambda_p ~ normal(0, 0.5);
              s ~ binomial(n, search); h ~ binomial(s, hit);
            }
            """;

    /** Debian keeps Boost's headers outside R. */
    private static final String BOOST = """
            suppressMessages(library(rstan))
            if (!nzchar(system.file("include", package = "BH"))) rstan_options(boost_lib = "/usr/include")
            """;

    private final StopsSpecification spec;
    private final CountDesign cells;

    StanProgram(StopsSpecification spec, CountDesign cells) {
        this.spec = spec;
        this.cells = cells;
    }

    String script() {
        List<String> places = cells.words(0);
        int pinned = spec.referenceLocation == null ? 1 : places.indexOf(spec.referenceLocation) + 1;
        return BOOST + "options(mc.cores = 1)\nmodel <- '\n" + DATA
                + (spec.beta ? BETA : MIXTURE) + "'\npinned <- " + pinned + "\nd <- d[d$stops > 0, ]\n"
                + """
                p <- as.integer(d$f1)
                p <- ifelse(p == pinned, 0L, ifelse(p < pinned, p, p - 1L))
                fit <- stan(model_code = model, data = list(N = nrow(d), G = nlevels(d$group), D = nlevels(d$f1),
                  g = as.integer(d$group), p = p, n = as.integer(d$stops), s = as.integer(d$searches), h = as.integer(d$hits)),
                """
                + "  chains = " + spec.chains + ", warmup = " + spec.warmup + ", iter = "
                + (spec.warmup + spec.samples) + ", seed = " + Math.floorMod(spec.seed, Integer.MAX_VALUE)
                + ", control = list(adapt_delta = 0.95), refresh = 0)\n"
                + """
                draws <- extract(fit, "threshold", permuted = FALSE)
                w <- ave(d$stops, d$f1, FUN = sum)
                of <- function(g) apply(draws[, , d$group == g, drop = FALSE], 1:2, function(x) weighted.mean(x, w[d$group == g]))
                near <- function(name, g, x) {
                  own <- ours[ours$name == name & ours$group == g & ours$location == "", ]
                  error <- sd(x) * sqrt(1 / ess_mean(x) + 1 / own$value[own$kind == "ess"])
                  # two samplers agree within four errors of their means
                  compare(name, g, "estimate", mean(x), 4 * error / abs(mean(x)))
                }
                ess_mean <- function(x) monitor(array(x, c(dim(x), 1)), warmup = 0, print = FALSE)$n_eff[1]
                for (g in levels(d$group)) near("aggregate_threshold", g, of(g))
                for (g in levels(d$group)[-1]) near("threshold_difference", g, of(g) - of(reference))
                """;
    }
}

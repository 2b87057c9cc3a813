# Times a package of R on a table in memory; the same line as Ours.java prints, the name of the package first.
# Rscript peers.R METHOD FILE CALLS; methods: did, did-x, fastdid, fastdid-x, sunab, imputation, ols, poisson.
args <- commandArgs(TRUE)
method <- args[1]
package <- sub("-x$", "", method)
if (method %in% c("sunab", "ols", "poisson")) package <- "fixest"
if (method == "imputation") package <- "didimputation"
if (!requireNamespace(package, quietly = TRUE) || !requireNamespace("data.table", quietly = TRUE)) {
  cat(sprintf("%s %s: not installed here\n", package, method))
  quit(status = 0)
}
suppressWarnings(suppressMessages({library(data.table); library(package, character.only = TRUE)}))
setDTthreads(2)
if (package == "fixest") setFixest_nthreads(2)
t0 <- proc.time()
d <- fread(args[2])
read <- (proc.time() - t0)[["elapsed"]]
d[, never := ifelse(start == 0, Inf, start)]
x <- if (grepl("-x$", method)) ~ x1 + x2 else NULL
d[, treated := as.numeric(start > 0 & time >= start)]
d[, third := unit %% 50 * 3 + time %% 3]
if (method == "poisson") d[, y := floor(exp(pmin(5, y / 2)))]
pick <- function(m, name) c(coef(m)[[name]], fixest::se(m)[[name]])
call <- switch(package,
  did = function() {
    a <- did::att_gt("y", "time", "unit", "start", xformla = x, data = d, control_group = "notyettreated",
      base_period = "universal", bstrap = FALSE, cband = FALSE)
    s <- did::aggte(a, "simple", bstrap = FALSE, cband = FALSE)
    for (k in c("dynamic", "group", "calendar")) did::aggte(a, k, bstrap = FALSE, cband = FALSE)
    c(s$overall.att, s$overall.se)
  },
  fastdid = function() {
    r <- fastdid::fastdid(d[, .(unit, time, never, y, x1, x2)], timevar = "time", cohortvar = "never", unitvar = "unit",
      outcomevar = "y", control_option = "both", result_type = "simple", base_period = "universal",
      covariatesvar = if (is.null(x)) NA else c("x1", "x2"), control_type = "dr")
    r <- r[r$type == "post", ]
    c(r$att, r$se)
  },
  fixest = if (method == "sunab") function() {
    m <- fixest::feols(y ~ sunab(start, time) | unit + time, d, cluster = ~unit, notes = FALSE)
    s <- summary(m, agg = "att")$coeftable
    c(s["ATT", 1], s["ATT", 2])
  } else if (method == "ols") function() pick(fixest::feols(y ~ treated | unit + time + third, d, cluster = ~unit, notes = FALSE), "treated")
  else function() pick(fixest::fepois(y ~ treated | unit + time + third, d, cluster = ~unit, notes = FALSE), "treated"),
  didimputation = function() {
    r <- didimputation::did_imputation(as.data.frame(d), "y", "start", "time", "unit")
    c(r$estimate[1], r$std.error[1])
  })
wall <- cpu <- Inf
for (i in seq_len(as.integer(args[3]))) {
  t <- proc.time()
  answer <- call()
  t <- proc.time() - t
  if (i == 1) first <- t[["elapsed"]]
  wall <- min(wall, t[["elapsed"]])
  cpu <- min(cpu, sum(t[c("user.self", "sys.self")]))
}
peak <- as.numeric(gsub("\\D", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf("%s %s units=%d wall=%.3f cpu=%.3f first=%.3f read=%.3f rss=%.0f att=%.10f se=%.10f\n", package, method,
  uniqueN(d$unit), wall, cpu, first, read, peak, answer[1], answer[2]))

# The same veil-of-darkness fit with glm and sandwich. Rscript peers.R veil FILE
args <- commandArgs(TRUE)
for (p in c("data.table", "sandwich")) if (!requireNamespace(p, quietly = TRUE)) {
  cat(sprintf("R %s: package %s is not installed here\n", args[1], p))
  quit(status = 0)
}
suppressMessages({library(data.table); library(splines); library(sandwich)})
d <- fread(args[2])
t <- proc.time()
fit <- glm(minority ~ dark + ns(minute, df = 6), binomial, d)
hc1 <- sqrt(vcovHC(fit, type = "HC1")["dark", "dark"])
cl <- sapply(list(~officer, ~day), function(f) sqrt(vcovCL(fit, f)["dark", "dark"]))
t <- proc.time() - t
peak <- as.numeric(gsub("\\D", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf("R %s %s wall=%.3f cpu=%.3f rss=%.0f %.10f %.10f %.10f %.10f\n", args[1], args[2], t[["elapsed"]],
  sum(t[c("user.self", "sys.self")]), peak, coef(fit)[["dark"]], hc1, cl[1], cl[2]))

# Distribution functions on wide grids, with 17 digits, for app/stats/distributions and app/stats/special.
# Rscript tests/reference/distributions.R > tests/reference/distributions.json
# jsonlite stops at 15 digits, which is not enough for an argument that was itself computed.
number <- function(v) {
  text <- if (is.logical(v)) tolower(as.character(v)) else sprintf("%.17g", v)
  paste0("[", paste(text, collapse = ","), "]")
}
columns <- function(d) paste0("{", paste(sprintf('"%s":%s', names(d), vapply(d, number, "")), collapse = ","), "}")

# Not below the smallest double: R's quantiles stop there, ours go on to 0.
keep <- function(d) d[is.finite(d$value) & abs(d$value) > 1e-300, ]
logs <- function(d, f) {
  both <- rbind(
    transform(d, upper = FALSE, value = f(d, TRUE)),
    transform(d, upper = TRUE, value = f(d, FALSE))
  )
  keep(both)
}

pnorm_grid <- data.frame(x = c(-1e5, -300, -40, -38, -20, -8.3, -5.66, -5.65, -2, -0.68, -0.67, -0.1, -1e-10, 1e-20, 0.3, 1, 3, 6, 9, 39))
# Beyond e^-740 R 4.2's qnorm keeps five digits only (mended in R 4.3), so the test goes back through pnorm there.
qnorm_grid <- data.frame(logp = c(-728, -500, -100, -30, -26, -24, -10, -3, -1, -0.7, -0.6, -0.3, -0.01, -1e-5, -1e-15, -1e-40))

pt_grid <- expand.grid(x = c(-1e30, -1e5, -500, -50, -12, -6, -2.1, -1.01, -0.99, -0.2, -1e-8, 1e-3, 0.7, 3, 40), df = c(0.1, 0.7, 1, 2, 3, 3.7, 9, 29, 30, 31.5, 99, 1000, 12345.6, 1e6, 1e9))
# Below one degree of freedom R's qt searches to eight digits; the test goes back through pt there.
qt_grid <- expand.grid(logp = c(-400, -100, -20, -6, -3, -1, -0.7), df = c(1, 2, 2.5, 9, 29, 300, 1e5, 1e9))

pgamma_grid <- expand.grid(ratio = c(1e-30, 1e-5, 0.01, 0.2, 0.69, 0.71, 0.9, 0.99, 0.9999, 1, 1.0001, 1.01, 1.1, 1.29, 1.31, 2, 6, 50), shape = c(1e-10, 1e-3, 0.1, 0.5, 1, 2.5, 10, 60, 99, 101, 1000, 1e5, 1e8))
pgamma_grid <- transform(pgamma_grid, x = ratio * shape)
qgamma_grid <- expand.grid(logp = c(-600, -200, -50, -10, -2, -0.5, -0.01, -1e-9), shape = c(0.05, 0.3, 1, 2.5, 30, 500, 1e6))

pbeta_grid <- expand.grid(x = c(1e-300, 1e-20, 1e-5, 0.01, 0.2, 0.4, 0.5, 0.55, 0.8, 0.99, 0.999999), a = c(1e-5, 0.03, 0.5, 1, 3, 20, 150, 3000, 1e5), b = c(0.002, 0.5, 1, 4.5, 80, 120, 2500, 1e6))
qbeta_grid <- expand.grid(logp = c(-300, -60, -12, -2, -0.5, -1e-4), a = c(0.3, 1, 2.5, 40, 2000), b = c(0.2, 1, 6, 300))

pf_grid <- expand.grid(x = c(1e-8, 0.01, 0.5, 1, 1.02, 3, 40, 1e4, 1e9), df1 = c(1, 2, 7, 60, 500), df2 = c(1, 3.5, 30, 1000, 1e6))
pchisq_grid <- expand.grid(x = c(1e-12, 0.3, 5, 60, 700, 1500), df = c(1, 2, 7, 100, 650))
ppois_grid <- expand.grid(x = c(0, 1, 5, 30, 100, 1000), mean = c(1e-6, 0.5, 7, 90, 1100))
pbinom_grid <- transform(subset(expand.grid(x = c(0, 1, 5, 49, 90, 999), n = c(1, 10, 100, 1000), p = c(1e-9, 0.02, 0.5, 0.97)), x < n))

lgamma_x <- c(1e-300, 1e-20, 1e-5, 0.3, 0.499, 0.7, 0.999999, 1.0000001, 1.46163, 1.9999999, 2.00001, 2.6, 5.5, 11.99, 12.01, 40, 171.3, 1e6, 1e15, 1e305, -0.5, -3.3, -20.7)
digamma_x <- c(1e-8, 0.02, 0.5, 1.4616321449683623, 3, 11.99, 12.5, 900, 1e9)
lbeta_grid <- expand.grid(a = c(1e-12, 0.02, 1, 7, 13, 200, 1e7), b = c(1e-9, 0.5, 3, 11.9, 500, 1e10))

pnct_grid <- expand.grid(x = c(-3, 0.5, 2, 2.2, 7), df = c(2, 9.5, 40, 400), ncp = c(-1, 0, 0.7, 3))

out <- list(
  pnorm = logs(pnorm_grid, function(d, l) pnorm(d$x, lower.tail = l, log.p = TRUE)),
  qnorm = logs(qnorm_grid, function(d, l) qnorm(d$logp, lower.tail = l, log.p = TRUE)),
  pt = logs(pt_grid, function(d, l) pt(d$x, d$df, lower.tail = l, log.p = TRUE)),
  qt = logs(qt_grid, function(d, l) qt(d$logp, d$df, lower.tail = l, log.p = TRUE)),
  pgamma = logs(pgamma_grid, function(d, l) pgamma(d$x, d$shape, lower.tail = l, log.p = TRUE)),
  qgamma = logs(qgamma_grid, function(d, l) qgamma(d$logp, d$shape, lower.tail = l, log.p = TRUE)),
  # Below e^-900 R 4.2's pbeta and pf lose digits, in places all of them; 60-digit arithmetic sides with ours there.
  pbeta = subset(logs(pbeta_grid, function(d, l) suppressWarnings(pbeta(d$x, d$a, d$b, lower.tail = l, log.p = TRUE))), value > -900),
  qbeta = logs(qbeta_grid, function(d, l) qbeta(d$logp, d$a, d$b, lower.tail = l, log.p = TRUE)),
  pf = subset(logs(pf_grid, function(d, l) pf(d$x, d$df1, d$df2, lower.tail = l, log.p = TRUE)), value > -900),
  pchisq = logs(pchisq_grid, function(d, l) pchisq(d$x, d$df, lower.tail = l, log.p = TRUE)),
  ppois = logs(ppois_grid, function(d, l) ppois(d$x, d$mean, lower.tail = l, log.p = TRUE)),
  pbinom = logs(pbinom_grid, function(d, l) pbinom(d$x, d$n, d$p, lower.tail = l, log.p = TRUE)),
  pnct = transform(pnct_grid, value = mapply(pt, x, df, ncp)),
  lgamma = data.frame(x = lgamma_x, value = lgamma(lgamma_x)),
  digamma = data.frame(x = digamma_x, value = digamma(digamma_x), trigamma = trigamma(digamma_x)),
  lbeta = transform(lbeta_grid, value = lbeta(a, b))
)
cat("{\n", paste(sprintf('"%s": %s', names(out), vapply(out, columns, "")), collapse = ",\n"), "\n}\n", sep = "")

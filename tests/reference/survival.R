# Prints tests/reference/survival.json: R's answers for survival and hazard models on generated rows.
# Rscript tests/reference/survival.R > tests/reference/survival.json     (survival 3.5-3, sandwich 3.0-2)
suppressMessages({library(survival); library(sandwich); library(jsonlite)})
set.seed(20240611)
RNGkind("Mersenne-Twister")

# 140 accounts in pieces: start/stop rows on a grid of whole days (heavy ties), gaps, late entry, a covariate that changes.
rows <- do.call(rbind, lapply(1:140, function(id) {
  t <- sample(0:6, 1); end <- t + sample(4:30, 1); stratum <- sample(c("a", "b", "c"), 1)
  x1 <- round(rnorm(1), 3); w <- sample(1:3, 1); v <- round(runif(1, 0.3, 2.5), 2); group <- sample(1:4, 1)
  out <- NULL
  while (t < end) {
    stop <- min(end, t + sample(2:9, 1)); x2 <- rbinom(1, 1, 0.4); x3 <- round(100 * rnorm(1) + 2000)
    haz <- 0.03 * exp(0.5 * x1 - 0.6 * x2 + 0.002 * (x3 - 2000))
    time <- t + ceiling(rexp(1, haz)); died <- time <= stop
    out <- rbind(out, data.frame(id, entry = t, exit = if (died) time else stop, event = as.integer(died),
      x1, x2, x3, stratum, w, v, group))
    if (died && runif(1) < 0.7) break       # some accounts come back: repeated events
    t <- if (died) time else stop + (runif(1) < 0.2)
  }
  out
}))
rows$cause <- ifelse(rows$event == 1, sample(1:3, nrow(rows), TRUE, c(.5, .3, .2)), 0L)

coxOut <- function(f, data, newx = NULL) {
  s <- summary(f)
  out <- list(coef = unname(coef(f)), se = unname(sqrt(diag(f$var))),
    naive = unname(sqrt(diag(if (is.null(f$naive.var)) f$var else f$naive.var))), loglik = f$loglik, score = f$score,
    wald = unname(f$wald.test), concordance = unname(f$concordance[c("concordance", "std")]))
  out
}
ctrl <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60, timefix = FALSE)
cox <- list()
S <- with(rows, Surv(entry, exit, event))
for (ties in c("efron", "breslow")) {
  k <- function(name) paste(name, ties, sep = "_")
  cox[[k("plain")]] <- coxOut(coxph(S ~ x1 + x2 + x3, rows, ties = ties, control = ctrl))
  cox[[k("strata")]] <- coxOut(coxph(S ~ x1 + x2 + x3 + strata(stratum), rows, ties = ties, control = ctrl))
  cox[[k("weights")]] <- coxOut(coxph(S ~ x1 + x2 + x3, rows, weights = w, ties = ties, control = ctrl, robust = FALSE))
  cox[[k("cluster")]] <- coxOut(coxph(S ~ x1 + x2 + x3, rows, cluster = id, ties = ties, control = ctrl))
  cox[[k("row_robust")]] <- coxOut(coxph(S ~ x1 + x2 + x3, rows, robust = TRUE, cluster = 1:nrow(rows), ties = ties, control = ctrl))
  cox[[k("all")]] <- coxOut(coxph(S ~ x1 + x2 + x3 + strata(stratum), rows, weights = v, cluster = id, ties = ties, control = ctrl))
  cox[[k("offset")]] <- coxOut(coxph(S ~ x1 + x2 + offset(0.002 * x3), rows, ties = ties, control = ctrl))
  cox[[k("right")]] <- coxOut(coxph(Surv(exit, event) ~ x1 + x2 + x3 + strata(stratum), rows, cluster = id, ties = ties, control = ctrl))
}
baseline <- list()
for (ties in c("efron", "breslow")) {
  f <- coxph(S ~ x1 + x2 + x3 + strata(stratum), rows, weights = v, cluster = id, ties = ties, control = ctrl)
  s <- survfit(f, newdata = data.frame(x1 = 0.3, x2 = 1, x3 = 2050, stratum = c("a", "b", "c")))
  baseline[[ties]] <- lapply(1:3, function(i) { q <- summary(s[i], times = c(5, 10, 15, 20), extend = TRUE)
    list(time = q$time, surv = q$surv, se = q$std.err, lower = q$lower, upper = q$upper, cumhaz = q$cumhaz) })
}
zphOut <- function(f, ...) { z <- cox.zph(f, ...); unname(z$table[, "chisq"]) }
f0 <- coxph(S ~ x1 + x2 + x3, rows, control = ctrl)
f1 <- coxph(S ~ x1 + x2 + x3 + strata(stratum), rows, ties = "breslow", control = ctrl)
f2 <- coxph(Surv(exit, event) ~ x1 + x2 + x3, rows, control = ctrl)
zph <- list(km = zphOut(f0), identity = zphOut(f0, transform = "identity"), strata_log = zphOut(f1, transform = "log"),
  right_km = zphOut(f2))

kmOut <- function(f, tau) {
  s <- summary(f, censored = TRUE)
  q <- quantile(f, c(.1, .25, .5))
  list(time = f$time, n_risk = f$n.risk, n_event = f$n.event, n_censor = f$n.censor, surv = f$surv, se = s$std.err,
    lower = f$lower, upper = f$upper, cumhaz = f$cumhaz, se_cumhaz = f$std.chaz,
    quantile = unname(q$quantile), q_lower = unname(q$lower), q_upper = unname(q$upper),
    rmean = unname(survival:::survmean(f, rmean = tau)$matrix[c("rmean", "se(rmean)")]))
}
km <- list(
  plain = kmOut(survfit(S ~ 1, data = rows, conf.type = "log-log", timefix = FALSE), 20),
  whole_weights = kmOut(survfit(S ~ 1, weights = w, data = rows, conf.type = "log-log", timefix = FALSE), 20),
  fractional_weights = kmOut(survfit(S ~ 1, weights = v, data = rows, conf.type = "log-log", timefix = FALSE), 20),
  cluster = kmOut(survfit(S ~ 1, cluster = id, data = rows, conf.type = "log-log", timefix = FALSE), 20),
  cluster_weights = kmOut(survfit(S ~ 1, cluster = id, weights = v, data = rows, conf.type = "log-log", timefix = FALSE), 20),
  right_cluster = kmOut(survfit(Surv(exit, event) ~ 1, cluster = group, data = rows, conf.type = "log-log", timefix = FALSE), 20),
  start_time = kmOut(survfit(S ~ 1, start.time = 8, data = rows, conf.type = "log-log", timefix = FALSE), 20))

# Log-rank with delayed entry, from the formula (survdiff takes right-censored rows only), beside survdiff without.
delayed <- function(d, g, rho = 0) {
  lev <- sort(unique(g)); O <- E <- 0 * seq_along(lev); V <- matrix(0, length(lev), length(lev))
  for (s in unique(d$stratum)) { S0 <- 1; q <- d$stratum == s
    for (t in sort(unique(d$exit[q & d$event == 1]))) {
      at <- q & d$entry < t & d$exit >= t; n <- sum(at); nj <- sapply(lev, function(l) sum(at & g == l))
      ev <- at & d$exit == t & d$event == 1; dj <- sapply(lev, function(l) sum(ev & g == l)); dd <- sum(dj); w <- S0^rho
      O <- O + w * dj; E <- E + w * dd * nj / n
      if (n > 1) V <- V + w^2 * dd * (n - dd) / (n - 1) * (diag(nj / n) - outer(nj / n, nj / n))
      S0 <- S0 * (1 - dd / n) } }
  z <- (O - E)[-1]; list(chisq = c(z %*% solve(V[-1, -1], z)), obs = O, exp = E, var = V)
}
sdOut <- function(f) list(chisq = f$chisq, obs = rowSums(as.matrix(f$obs)), exp = rowSums(as.matrix(f$exp)), var = f$var)
logrank <- list(
  right = sdOut(survdiff(Surv(exit, event) ~ group, rows)),
  right_strata_rho = sdOut(survdiff(Surv(exit, event) ~ group + strata(stratum), rows, rho = 0.5)),
  delayed = delayed(transform(rows, stratum = 1), rows$group),
  delayed_strata_rho = delayed(rows, rows$group, 1))

ajOut <- function(f) list(time = f$time, n_risk = f$n.risk[, 1], p = f$pstate, se = f$std.err)
F <- factor(rows$cause, 0:3)
one <- !duplicated(rows$id)
aj <- list(
  right = ajOut(survfit(Surv(exit, F) ~ 1, rows, timefix = FALSE)),
  right_weights = ajOut(survfit(Surv(exit, F) ~ 1, rows, weights = v, timefix = FALSE)),
  delayed = ajOut(survfit(Surv(entry, exit, F) ~ 1, rows, id = seq_len(nrow(rows)), weights = v, timefix = FALSE)),
  delayed_once = ajOut(survfit(Surv(entry, exit, F[one]) ~ 1, rows[one, ], id = id, timefix = FALSE)))

glmOut <- function(f, cl) list(coef = unname(coef(f)), se = unname(sqrt(diag(vcov(f)))), loglik = c(logLik(f)),
  deviance = deviance(f), cluster = unname(sqrt(diag(vcovCL(f, cl)))), cluster_k = unname(sqrt(diag(vcovCL(f, cl, type = "HC1")))))
g <- glm.control(epsilon = 1e-15, maxit = 200)
rows$year <- 2001 + rows$id %% 9
rows$count <- rpois(nrow(rows), 0.2 * (rows$exit - rows$entry) * exp(0.3 * rows$x1))
suppressWarnings(glms <- list(
  logit = glmOut(glm(event ~ x1 + x2 + year, binomial, rows, control = g), rows$id),
  cloglog_offset = glmOut(glm(event ~ x1 + x2 + year + offset(log(exit - entry)), binomial("cloglog"), rows, control = g), rows$id),
  poisson_offset = glmOut(glm(count ~ x1 + x2 + year + offset(log(exit - entry)), poisson, rows, control = g), rows$id),
  logit_weights = glmOut(glm(event ~ x1 + x2, binomial, rows, weights = w, control = g), rows$id)))

cat(toJSON(list(rows = as.list(rows), cox = cox, baseline = baseline, zph = zph, km = km, logrank = logrank, aj = aj, glm = glms),
  digits = I(15), na = "null", auto_unbox = TRUE))

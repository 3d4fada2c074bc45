# Group-time effects, their averages and the dummy regressions on an unbalanced panel with covariates, sampling weights
# and clusters of several units, written out from the papers with base R alone (the did and fixest packages are not
# in Debian): Callaway & Sant'Anna (2021), Sant'Anna & Zhao (2020), Sun & Abraham (2021), Goodman-Bacon (2021).
# Rscript tests/reference/event-study.R > tests/reference/event-study.json
suppressMessages(library(jsonlite))
set.seed(20240611)
units <- 90; periods <- 8
cohort_of <- sample(c(4, 6, 7, Inf), units, TRUE, c(.25, .2, .2, .35))
cluster_of <- sample(1:25, units, TRUE)
weight_of <- sample(c(0.5, 1, 2, 3), units, TRUE)
level_of <- rnorm(units, 5, 2); shock_of <- rnorm(25)
d <- expand.grid(period = 1:periods, unit = 1:units)
d$cohort <- cohort_of[d$unit]; d$cluster <- cluster_of[d$unit]; d$weight <- weight_of[d$unit]
d$x1 <- 100 + level_of[d$unit] + 0.4 * d$period + rnorm(nrow(d), 0, .5)
d$x2 <- rnorm(units)[d$unit]
d$y <- level_of[d$unit] + .3 * d$period + .1 * d$period * d$x2 + shock_of[d$cluster] * d$period * .1 +
  ifelse(d$period >= d$cohort, .5 + .2 * (d$period - d$cohort), 0) + rnorm(nrow(d), 0, .8)
full <- d
d <- d[runif(nrow(d)) > .08, ]
d <- d[!(d$unit %in% 5 & d$period != 3), ]           # a unit seen once

psi_cell <- function(d, g, t, b, controls, method, weighted) {
  now <- d[d$period == t, ]; before <- d[d$period == b, ]
  both <- merge(now, before, by = "unit", suffixes = c("", ".b"))
  both <- both[both$cohort == g | both$unit %in% controls, ]
  both <- both[order(both$unit), ]
  D <- as.numeric(both$cohort == g); dy <- both$y - both$y.b
  w <- if (weighted) both$weight else rep(1, nrow(both))
  earlier <- if (t < b) both[, c("x1", "x2")] else both[, c("x1.b", "x2.b")]
  X <- if (method == "unconditional") matrix(1, nrow(both), 1) else cbind(1, scale(as.matrix(earlier)))
  m <- nrow(both)
  if (method == "unconditional") method <- "regression"
  fit <- lm.wfit(X[D == 0, , drop = FALSE], dy[D == 0], w[D == 0]); mu <- drop(X %*% fit$coefficients)
  A <- solve(crossprod(X, w * (1 - D) * X) / m); ols <- (w * (1 - D) * (dy - mu) * X) %*% A
  if (method == "regression") {
    e1 <- mean(w * D * dy) / mean(w * D); e0 <- mean(w * D * mu) / mean(w * D)
    psi <- (w * D * (dy - e1) - w * D * (mu - e0) - drop(ols %*% colMeans(w * D * X))) / mean(w * D)
    return(list(unit = both$unit, att = e1 - e0, psi = psi / m))
  }
  ps <- suppressWarnings(glm.fit(X, D, weights = w, family = binomial(), control = list(epsilon = 1e-15, maxit = 100)))
  p <- ps$fitted.values
  H <- solve(crossprod(X, w * p * (1 - p) * X) / m); score <- (w * (D - p) * X) %*% H
  wc <- w * p * (1 - D) / (1 - p); wt <- w * D
  r <- if (method == "ipw") dy else dy - mu
  e1 <- mean(wt * r) / mean(wt); e0 <- mean(wc * r) / mean(wc)
  one <- wt * (r - e1); zero <- wc * (r - e0) + drop(score %*% colMeans(wc * (r - e0) * X))
  if (method == "doubly-robust") {
    one <- one - drop(ols %*% colMeans(wt * X)); zero <- zero - drop(ols %*% colMeans(wc * X))
  }
  list(unit = both$unit, att = e1 - e0, psi = (one / mean(wt) - zero / mean(wc)) / m)
}

group_time <- function(d, method, comparison, base, anticipation = 0, weighted = FALSE, by = "unit") {
  ids <- sort(unique(d$unit)); first <- d[match(ids, d$unit), ]
  code <- as.integer(factor(first[[by]]))
  gs <- sort(unique(first$cohort[is.finite(first$cohort)])); ts <- sort(unique(d$period))
  cells <- NULL; psi <- NULL
  for (g in gs) for (t in ts) {
    fixed <- max(ts[ts + anticipation < g])
    post <- t + anticipation >= g
    b <- if (post || base == "universal") fixed else t - 1
    if (b < min(ts) || b == t) next
    after <- if (comparison == "never") Inf else max(t, b) + anticipation
    controls <- if (comparison == "never") first$unit[is.infinite(first$cohort)] else
      first$unit[first$cohort > after & first$cohort != g]
    one <- psi_cell(d, g, t, b, controls, method, weighted)
    whole <- numeric(length(ids)); whole[match(one$unit, ids)] <- one$psi
    cells <- rbind(cells, data.frame(cohort = g, period = t, att = one$att)); psi <- cbind(psi, rowsum(whole, code))
  }
  w <- if (weighted) first$weight else rep(1, length(ids))
  list(cells = cells, psi = psi, se = sqrt(colSums(psi^2)), first = first, w = w, code = code)
}

average <- function(f, which, estimated = TRUE) {
  n <- length(f$w); g <- f$cells$cohort[which]; att <- f$cells$att[which]
  p <- sapply(g, function(k) sum(f$w * (f$first$cohort == k)) / n)
  if (!estimated) p[] <- 1
  share <- p / sum(p)
  psi <- drop(f$psi[, which, drop = FALSE] %*% share)
  if (estimated) {
    member <- sapply(g, function(k) f$w * (f$first$cohort == k)) - rep(p, each = n)
    wif <- member / sum(p) - rowSums(member) %o% (p / sum(p)^2)
    psi <- psi + drop(rowsum(drop(wif %*% att), f$code)) / n
  }
  list(est = sum(share * att), psi = psi)
}
mean_of <- function(parts) list(est = mean(sapply(parts, `[[`, "est")), psi = rowMeans(sapply(parts, `[[`, "psi")))
shown <- function(x) list(est = x$est, se = sqrt(sum(x$psi^2)))

averages <- function(f) {
  e <- f$cells$period - f$cells$cohort; post <- e >= 0
  dyn <- lapply(sort(unique(e)), function(k) average(f, which(e == k)))
  gs <- sort(unique(f$cells$cohort))
  grp <- lapply(gs, function(g) average(f, which(post & f$cells$cohort == g), FALSE))
  n <- length(f$w); p <- sapply(gs, function(k) sum(f$w * (f$first$cohort == k)) / n); att <- sapply(grp, `[[`, "est")
  member <- sapply(gs, function(k) f$w * (f$first$cohort == k)) - rep(p, each = n)
  wif <- member / sum(p) - rowSums(member) %o% (p / sum(p)^2)
  grp_all <- list(est = sum(p * att) / sum(p),
    psi = drop(sapply(grp, `[[`, "psi") %*% (p / sum(p))) + drop(rowsum(drop(wif %*% att), f$code)) / n)
  cal <- lapply(sort(unique(f$cells$period[post])), function(t) average(f, which(post & f$cells$period == t)))
  V <- function(parts) do.call(rbind, lapply(parts, function(x) unlist(shown(x))))
  list(simple = shown(average(f, which(post))),
    dynamic = V(dyn), dynamic_overall = shown(mean_of(dyn[sort(unique(e)) >= 0])),
    group = V(grp), group_overall = shown(grp_all), calendar = V(cal), calendar_overall = shown(mean_of(cal)))
}

cases <- list(
  list(method = "unconditional", comparison = "not-yet", base = "varying"),
  list(method = "unconditional", comparison = "never", base = "universal", anticipation = 1, weighted = TRUE, by = "cluster"),
  list(method = "unconditional", comparison = "not-yet", base = "universal", anticipation = 1, by = "cluster"),
  list(method = "regression", comparison = "not-yet", base = "varying", weighted = TRUE),
  list(method = "ipw", comparison = "not-yet", base = "varying", weighted = TRUE, by = "cluster"),
  list(method = "doubly-robust", comparison = "never", base = "varying", by = "cluster"),
  list(method = "doubly-robust", comparison = "not-yet", base = "universal", weighted = TRUE, by = "cluster"))
group_time_cases <- lapply(cases, function(case) {
  f <- do.call(group_time, c(list(d), case))
  pre <- which(f$cells$period + (if (is.null(case$anticipation)) 0 else case$anticipation) < f$cells$cohort)
  V <- crossprod(f$psi[, pre])
  c(case, list(cohort = f$cells$cohort, period = f$cells$period, att = f$cells$att, se = f$se,
    wald = drop(f$cells$att[pre] %*% solve(V, f$cells$att[pre]))), averages(f))
})

# Dummy regressions, every unit its own column.
many <- d[ave(d$unit, d$unit, FUN = length) > 1, ]
cr1 <- function(X, y, slopes, cluster, periods) {
  q <- qr(X); stopifnot(q$rank == ncol(X)); b <- qr.coef(q, y); e <- drop(y - X %*% b); A <- chol2inv(qr.R(q))
  S <- rowsum(X * e, cluster); G <- nrow(S); n <- nrow(X); K <- length(slopes) + periods
  list(b = b[slopes], V = (A %*% crossprod(S) %*% A)[slopes, slopes, drop = FALSE] * G / (G - 1) * (n - 1) / (n - K))
}
effects <- model.matrix(~ 0 + factor(unit) + factor(period), many)
dummies <- function(key, levels) sapply(levels, function(k) as.numeric(key == k))
static <- cr1(cbind(many$period >= many$cohort, effects), many$y, 1, many$cluster, periods)
e <- many$period - many$cohort; times <- setdiff(sort(unique(e[is.finite(e)])), -1)
event <- cr1(cbind(dummies(e, times), effects), many$y, seq_along(times), many$cluster, periods)
key <- paste(many$cohort, e)
cells <- unique(data.frame(g = many$cohort, e = e)[is.finite(e) & e != -1, ]); cells <- cells[order(cells$g, cells$e), ]
sa <- cr1(cbind(dummies(key, paste(cells$g, cells$e)), effects), many$y, seq_len(nrow(cells)), many$cluster, periods)
rows <- sapply(paste(cells$g, cells$e), function(k) sum(key == k))
weigh <- function(which) { w <- rows[which] / sum(rows[which]); c(sum(w * sa$b[which]), sqrt(drop(w %*% sa$V[which, which] %*% w))) }
sun_abraham <- list(event_time = times, effects = do.call(rbind, lapply(times, function(k) weigh(which(cells$e == k)))),
  overall = weigh(which(cells$e >= 0)))
balanced <- lm(y ~ I(as.numeric(period >= cohort)) + factor(unit) + factor(period), full)

cat(toJSON(list(
  data = c(as.list(d[, c("unit", "period", "y", "x1", "x2", "cluster", "weight")]), list(cohort = ifelse(is.finite(d$cohort), d$cohort, 0))),
  balanced = list(unit = full$unit, period = full$period, y = full$y, cohort = ifelse(is.finite(full$cohort), full$cohort, 0)),
  group_time = group_time_cases,
  static = list(est = static$b, se = sqrt(static$V[1])),
  event = list(event_time = times, est = event$b, se = sqrt(diag(event$V))),
  sun_abraham = sun_abraham,
  static_balanced = unname(coef(balanced)[2]),
  noncentral = { g <- expand.grid(x = c(.5, 3.84, 11, 60), df = c(1, 5, 30), ncp = c(0, .3, 12, 150))
    c(as.list(g), list(upper = with(g, pchisq(x, df, ncp, lower.tail = FALSE)))) }
), digits = NA, auto_unbox = TRUE, matrix = "rowmajor"))

# Reference values for app/stats/regression beyond expected.json: unbalanced panels with one, two and three effects,
# two-way clustering, CR2 with Satterthwaite df, the enumerated wild cluster bootstrap, Driscoll-Kraay, Swamy-Arora on an
# unbalanced panel, mixed models on unbalanced groups.
# Run from this folder: Rscript regression.R   (needs plm, sandwich, clubSandwich, lme4, lmerTest, jsonlite). Writes regression.json.
suppressMessages({library(plm); library(sandwich); library(clubSandwich); library(lme4); library(lmerTest); library(jsonlite)})
set.seed(20240611)
out <- list()
f <- function(x) as.numeric(x)
se <- function(V, keep) sqrt(diag(V))[keep]

# --- an unbalanced panel: 40 accounts in 8 regions, 14 months, 12 employees -----------------------------------------------
p <- expand.grid(month = 1:14, account = 1:40)
p$region <- (p$account - 1) %% 8 + 1
p$employee <- NA
for (a in 1:40) { e <- sample(12, 1); for (t in 1:14) { if (runif(1) < .2) e <- sample(12, 1); p$employee[p$account == a & p$month == t] <- e } }
p <- p[runif(nrow(p)) < .62, ]
p <- p[sample(nrow(p)), ]
fe <- rnorm(40); te <- rnorm(14); ee <- rnorm(12); re <- rnorm(8)
p$x1 <- round(rnorm(nrow(p)) + .5 * fe[p$account] + .2 * te[p$month], 6)
p$x2 <- round(rexp(nrow(p)) + .3 * ee[p$employee], 6)
p$x3 <- round(as.numeric(runif(nrow(p)) < .4) + .1 * p$x1, 6)
p$y <- round(1000 + .8 * p$x1 - .3 * p$x2 + .1 * p$x3 + fe[p$account] + te[p$month] + ee[p$employee] +
  .4 * re[p$region] * p$x1 + rnorm(nrow(p)) * (.5 + abs(p$x1)), 6)
p$w <- sample(1:4, nrow(p), replace = TRUE)
rownames(p) <- NULL
out$panel <- as.list(p)
slopes <- c("x1", "x2", "x3")

describe <- function(m, cluster) {
  V0 <- vcovCL(m, cluster = cluster, type = "HC0", cadjust = FALSE)
  V1 <- vcovCL(m, cluster = cluster, type = "HC1", cadjust = TRUE)
  list(coef = f(coef(m)[slopes]), classical = f(se(vcov(m), slopes)), df = m$df.residual, rss = sum(resid(m)^2),
       CR0 = f(se(V0, slopes)), CR1_all = f(se(V1, slopes)))
}
m1 <- lm(y ~ x1 + x2 + x3 + factor(account), p)
m2 <- lm(y ~ x1 + x2 + x3 + factor(account) + factor(month), p)
m3 <- lm(y ~ x1 + x2 + x3 + factor(account) + factor(month) + factor(employee), p)
out$oneway <- describe(m1, ~account)
out$twoway <- describe(m2, ~account)
out$threeway <- describe(m3, ~account)
out$twoway$by_region <- describe(m2, ~region)
pd <- pdata.frame(p, c("account", "month"))
w2 <- plm(y ~ x1 + x2 + x3, pd, model = "within", effect = "twoways")
out$twoway$plm <- list(coef = f(coef(w2)), classical = f(sqrt(diag(vcov(w2)))), sss = f(sqrt(diag(vcovHC(w2, "arellano", type = "sss")))),
  r2 = f(r.squared(w2)))
# two-way clustering, account and month: each term its own G/(G-1); and the same G for all
p$cell <- interaction(p$account, p$month, drop = TRUE)
out$twoway$cluster_two <- list(
  each_all = f(se(vcovCL(m2, ~account + month, type = "HC1", multi0 = FALSE), slopes)),
  none = f(se(vcovCL(m2, ~account + month, type = "HC0", cadjust = FALSE, multi0 = FALSE), slopes)))
out$threeway$cluster_two <- list(
  each_all = f(se(vcovCL(m3, ~account + employee, type = "HC1", multi0 = FALSE), slopes)),
  none = f(se(vcovCL(m3, ~account + employee, type = "HC0", cadjust = FALSE, multi0 = FALSE), slopes)))
o <- lm(y ~ x1 + x2 + x3, p)
out$ols <- list(coef = f(coef(o)), region = f(sqrt(diag(vcovCL(o, ~region)))), two = f(sqrt(diag(vcovCL(o, ~account + month, multi0 = FALSE)))))
ow <- lm(y ~ x1 + x2 + x3, p, weights = w)
out$ols_precision <- list(coef = f(coef(ow)), se = f(sqrt(diag(vcov(ow)))), r2 = summary(ow)$r.squared, adj = summary(ow)$adj.r.squared,
  loglik = f(logLik(ow)), HC0 = f(sqrt(diag(vcovHC(ow, "HC0")))), HC3 = f(sqrt(diag(vcovHC(ow, "HC3")))))
of <- lm(y ~ x1 + x2 + x3, p[rep(seq_len(nrow(p)), p$w), ])
out$ols_frequency <- list(coef = f(coef(of)), se = f(sqrt(diag(vcov(of)))), r2 = summary(of)$r.squared, loglik = f(logLik(of)),
  HC1 = f(sqrt(diag(vcovHC(of, "HC1")))), HC3 = f(sqrt(diag(vcovHC(of, "HC3")))))

# --- CR2 -----------------------------------------------------------------------------------------------------------------
cr2 <- function(m, cluster, which) {
  V <- vcovCR(m, cluster = cluster, type = "CR2")
  t <- coef_test(m, vcov = V, test = "Satterthwaite")
  t <- t[match(which, rownames(t)), ]
  list(se = f(t$SE), df = f(t$df))
}
all4 <- c("(Intercept)", slopes)
out$CR2 <- list(
  ols_region = cr2(o, p$region, all4),
  oneway_account = cr2(m1, p$account, slopes), oneway_region = cr2(m1, p$region, slopes),
  twoway_account = cr2(m2, p$account, slopes), twoway_region = cr2(m2, p$region, slopes), twoway_month = cr2(m2, p$month, slopes),
  threeway_region = cr2(m3, p$region, slopes))

# --- wild cluster bootstrap, null imposed, all 2^8 Rademacher draws, effects re-estimated in each ----------------------------
wild <- function(formula0, formula1, data, cluster, name) {
  tstat <- function(yy) { d <- data; d$y <- yy; m <- lm(formula1, d)
    coef(m)[name] / sqrt(vcovCL(m, cluster = data[[cluster]], type = "HC0", cadjust = FALSE)[name, name]) }
  m0 <- lm(formula0, data); fit0 <- fitted(m0); e0 <- resid(m0)
  g <- sort(unique(data[[cluster]])); at <- match(data[[cluster]], g)
  t0 <- tstat(data$y)
  ts <- apply(as.matrix(expand.grid(rep(list(c(-1, 1)), length(g)))), 1, function(v) tstat(fit0 + v[at] * e0))
  list(t_CR0 = f(t0), extreme = sum(abs(ts) >= abs(t0) * (1 - 1e-9)), draws = length(ts), quantiles = f(quantile(ts, c(.1, .25, .5, .75, .9), type = 1)))
}
small <- p[p$account <= 16, ]
out$wild <- list(
  ols_x1 = wild(y ~ x2 + x3, y ~ x1 + x2 + x3, p, "region", "x1"),
  twoway_x2 = wild(y ~ x1 + x3 + factor(account) + factor(month), y ~ x1 + x2 + x3 + factor(account) + factor(month), p, "region", "x2"))

# --- disconnected panel: accounts 1-20 in months 1-7, the others in months 8-14 ------------------------------------------
d <- p[(p$account <= 20) == (p$month <= 7), ]
keep <- rep(TRUE, nrow(d))
repeat { s <- keep & (ave(as.numeric(keep), d$account, FUN = sum) == 1 | ave(as.numeric(keep), d$month, FUN = sum) == 1); if (!any(s)) break; keep[s] <- FALSE }
dk <- d[keep, ]
md <- lm(y ~ x1 + x2 + x3 + factor(account) + factor(month), dk)
out$disconnected <- c(list(account = d$account, month = d$month, y = d$y, x1 = d$x1, x2 = d$x2, x3 = d$x3, dropped = sum(!keep), rank = md$rank), describe(md, ~account))

# --- plm: Swamy-Arora and Hausman on the unbalanced panel, Driscoll-Kraay -----------------------------------------------------
r <- plm(y ~ x1 + x2 + x3, pd, model = "random")
w1 <- plm(y ~ x1 + x2 + x3, pd, model = "within")
b1 <- plm(y ~ x1 + x2 + x3, pd, model = "between")
h <- phtest(w1, r)
out$random <- list(coef = f(coef(r)), se = f(sqrt(diag(vcov(r)))), sigma2 = f(ercomp(r)$sigma2), hausman = f(h$statistic), df = f(h$parameter), p = f(h$p.value))
out$between <- list(coef = f(coef(b1)), se = f(sqrt(diag(vcov(b1)))))
out$driscoll_kraay <- list(twoway_sss = f(sqrt(diag(vcovSCC(w2, type = "sss")))), twoway_HC0_lag3 = f(sqrt(diag(vcovSCC(w2, type = "HC0", maxlag = 3)))))
mm <- lm(y ~ x1 + x2 + x3 + ave(x1, account) + ave(x2, account) + ave(x3, account), p)
out$mundlak <- list(coef = f(coef(mm)), se = f(sqrt(diag(vcovCL(mm, ~account)))))

# --- mixed models ---------------------------------------------------------------------------------------------------------
tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11, maxfun = 1e5))
lmm <- function(m) list(fixef = f(fixef(m)), se = f(sqrt(diag(as.matrix(vcov(m))))), var = f(as.data.frame(VarCorr(m))$vcov), logLik = f(logLik(m)),
  blup = lapply(ranef(m)[[1]], f), condvar = f(attr(ranef(m, condVar = TRUE)[[1]], "postVar")), theta = f(getME(m, "theta")))
out$lmer <- list(
  account_REML = lmm(lme4::lmer(y ~ x1 + x2 + x3 + (1 | account), p, control = tight)),
  account_ML = lmm(lme4::lmer(y ~ x1 + x2 + x3 + (1 | account), p, REML = FALSE, control = tight)),
  region_REML = lmm(lme4::lmer(y ~ x1 + (1 | region), p, control = tight)),
  slope_REML = lmm(lme4::lmer(y ~ x1 + x2 + (1 + x1 | account), p, control = tight)))
set.seed(3)
p$flat <- round(rnorm(nrow(p)) + .5 * p$x1, 6)
p$flat <- round(p$flat - ave(p$flat, p$account) + rnorm(1), 6)
out$boundary <- c(list(flat = p$flat), lmm(suppressMessages(lme4::lmer(flat ~ x1 + (1 | account), p, control = tight))))
ml <- lme4::lmer(y ~ x1 + x2 + x3 + (1 | account), p, REML = FALSE, control = tight)
ci <- suppressMessages(confint(profile(ml, delta.cutoff = 1/16), level = .95))
out$lmer$profile_ML <- list(rows = rownames(ci), lower = f(ci[, 1]), upper = f(ci[, 2]))

# --- two effects nested in the clusters and one across them: desks within regions -------------------------------------------
set.seed(11)
p$desk <- p$region * 10 + sample(3, nrow(p), replace = TRUE)
out$panel$desk <- p$desk
m3d <- lm(y ~ x1 + x2 + x3 + factor(account) + factor(desk) + factor(month), p)
out$CR2$desks_region <- cr2(m3d, p$region, slopes)
out$desks <- describe(m3d, ~region)

# --- Satterthwaite df of mixed models; no covariates; no intercept -----------------------------------------------------------
sat <- function(m) f(coef(summary(m))[, "df"])
out$lmer$account_REML$df <- sat(lmerTest::lmer(y ~ x1 + x2 + x3 + (1 | account), p, control = tight))
out$lmer$account_ML$df <- sat(lmerTest::lmer(y ~ x1 + x2 + x3 + (1 | account), p, REML = FALSE, control = tight))
out$lmer$region_REML$df <- sat(lmerTest::lmer(y ~ x1 + (1 | region), p, control = tight))
out$lmer$slope_REML$df <- sat(lmerTest::lmer(y ~ x1 + x2 + (1 + x1 | account), p, control = tight))
out$lmer$empty_REML <- lmm(lme4::lmer(y ~ 1 + (1 | account), p, control = tight))
o0 <- lm(y ~ 0 + x1 + x2, p)
out$ols_no_intercept <- list(coef = f(coef(o0)), se = f(sqrt(diag(vcov(o0)))), r2 = summary(o0)$r.squared, adj = summary(o0)$adj.r.squared, loglik = f(logLik(o0)))
write_json(out, "regression.json", digits = I(15), auto_unbox = TRUE, null = "null")

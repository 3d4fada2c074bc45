# Means, differences, rates, power and agreement beyond the specification's own cases.
# Rscript tests/reference/proportions.R > tests/reference/proportions.json
suppressPackageStartupMessages({ library(jsonlite); library(sandwich) })
set.seed(7)
g <- rep(1:9, c(3, 5, 1, 8, 2, 6, 4, 7, 4))
y <- round(3 + rnorm(9)[g] + rnorm(length(g)), 3)
fit <- lm(y ~ 1)
clustered <- sqrt(vcovCL(fit, cluster = g, type = "HC1")[1])
aov1 <- anova(lm(y ~ factor(g)))
t1 <- t.test(y)
rate <- function(x, t, level = 0.95) c(unname(poisson.test(x, t, conf.level = level)$conf.int))
x <- c(2.1, 3.4, 3.4, 5.0, 6.2, 7.7, 1.1, 0.3); z <- c(1.0, 2.2, 3.1, 2.9, 6.0, 5.5, 1.4, 0.9)
tab <- matrix(c(12, 5, 7, 9, 3, 20), 2)
wt <- wilcox.test(x, z + 1.05, exact = FALSE)
ct <- cor.test(x, z); st <- suppressWarnings(cor.test(x, z, method = "spearman", exact = FALSE))
pw <- function(n, d, s = 1, a = 0.05) power.t.test(n = n, delta = d, sd = s, sig.level = a)$power
items <- cbind(c(4, 5, 3, 4, 2, 5), c(4, 4, 3, 5, 2, 4), c(5, 5, 2, 4, 3, 4))
alpha <- function(m) { k <- ncol(m); k / (k - 1) * (1 - sum(apply(m, 2, var)) / var(rowSums(m))) }
J <- 3; s2 <- mean(apply(items, 2, var)); s0 <- (49 - 1) / 12
out <- list(
  y = y, g = g, x = x, z = z, table = tab, items = items,
  t = list(mean = unname(t1$estimate), se = t1$stderr, ci = c(t1$conf.int), df = unname(t1$parameter)),
  clustered = list(se = clustered, ci = mean(y) + c(-1, 1) * qt(.975, 8) * clustered),
  anova = list(f = aov1$`F value`[1], p = aov1$`Pr(>F)`[1], msb = aov1$`Mean Sq`[1], msw = aov1$`Mean Sq`[2]),
  rates = list(events = c(0, 1, 7, 250), exposure = c(3, 0.5, 83.4, 1e4), ci = rbind(rate(0, 3), rate(1, 0.5), rate(7, 83.4), rate(250, 1e4))),
  rate90 = rate(7, 83.4, 0.9),
  chisq = list(x2 = unname(suppressWarnings(chisq.test(tab, correct = FALSE))$statistic), p = suppressWarnings(chisq.test(tab, correct = FALSE))$p.value),
  wilcox = list(w = unname(wt$statistic), p = wt$p.value),
  pearson = list(r = unname(ct$estimate), t = unname(ct$statistic), p = ct$p.value, ci = c(ct$conf.int)),
  spearman = list(rho = unname(st$estimate), p = st$p.value),
  power = list(
    t = c(pw(5, 1), pw(20, 0.5), pw(20, 0.5, 2), pw(400, 0.2, 1, 0.01)),
    tn = power.t.test(delta = 0.35, sd = 1.2, power = 0.9, tol = 1e-12)$n,
    td = power.t.test(n = 12, sd = 1.2, power = 0.9, tol = 1e-12)$delta,
    prop = c(power.prop.test(100, 0.3, 0.5)$power, power.prop.test(2500, 0.02, 0.03, sig.level = 0.1)$power),
    propn = power.prop.test(p1 = 0.3, p2 = 0.42, power = 0.9)$n,
    propp2 = power.prop.test(n = 300, p1 = 0.3, power = 0.8, tol = 1e-12)$p2
  ),
  alpha = list(all = alpha(items), without = sapply(1:3, function(j) alpha(items[, -j]))),
  rwgj = J * (1 - s2 / s0) / (J * (1 - s2 / s0) + s2 / s0)
)
cat(toJSON(out, digits = NA, matrix = "columnmajor"), "\n")

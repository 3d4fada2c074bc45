# Rscript reference.R <method> <folder>: one method on the columns in the folder (raw doubles), timed without the reading.
# Prints seconds, the process's peak memory and the estimates; a string where the package is not installed.
args <- commandArgs(TRUE); method <- args[1]; folder <- args[2]
read <- function(name) { f <- file.path(folder, name); readBin(f, "double", file.size(f) / 8) }
d <- as.data.frame(sapply(list.files(folder), read, simplify = FALSE))
x <- grep("^x[0-9]+$", names(d), value = TRUE); x <- x[order(as.integer(sub("x", "", x)))]
need <- c(cox = "survival", "kaplan-meier" = "survival", "two-way" = "plm", "three-way" = "Matrix",
  "random-intercept" = "lme4", "logit-hazard" = "stats", "event-study" = "stats")[[method]]
if (!requireNamespace(need, quietly = TRUE)) { cat(sprintf('"no %s"', need)); quit(status = 0) }
suppressMessages(library(need, character.only = TRUE))
formula_of <- function(left, right) as.formula(paste(left, "~", paste(right, collapse = " + ")))
fits <- list(
  cox = function() {
    f <- coxph(formula_of("Surv(exit, event)", x), d, ties = "efron"); c(coef(f), sqrt(diag(vcov(f))), f$loglik[2])
  },
  "kaplan-meier" = function() {
    f <- survfit(Surv(entry, exit, event) ~ 1, d, conf.type = "log-log"); at <- match(c(100, 500, 1000, 1400), f$time)
    c(f$surv[at], (f$std.err * f$surv)[at])
  },
  "two-way" = function() {
    f <- plm(formula_of("y", x), d, index = c("account", "month"), model = "within", effect = "twoways")
    c(coef(f), sqrt(diag(vcovHC(f, method = "arellano", type = "sss", cluster = "group"))))
  },
  # fixest is not in Debian: accounts are taken out in closed form, months and employees by one dense Cholesky.
  "three-way" = function() {
    own <- as.integer(factor(d$account)); n <- nrow(d); size <- tabulate(own)
    levels <- cbind(as.integer(factor(d$month)), as.integer(factor(d$employee)))
    months <- max(levels[, 1]); columns <- months + max(levels[, 2])
    Z <- sparseMatrix(rep(1:n, 2), c(levels[, 1], months + levels[, 2]), x = 1, dims = c(n, columns))
    Z <- Z[, -c(1, months + 1)]
    A <- sparseMatrix(own, 1:n, x = 1); C <- A %*% Z; M <- as.matrix(d[, c("y", x)])
    G <- as.matrix(crossprod(Z) - crossprod(C, C / size)); sums <- as.matrix(A %*% M)
    theta <- chol2inv(chol(G)) %*% as.matrix(crossprod(Z, M) - crossprod(C, sums / size))
    R <- M - as.matrix(Z %*% theta); R <- R - (as.matrix(A %*% R) / size)[own, ]
    f <- lm.fit(R[, -1], R[, 1]); B <- chol2inv(qr.R(f$qr)); S <- rowsum(R[, -1] * f$residuals, own)
    groups <- nrow(S)
    c(f$coefficients, sqrt(diag(B %*% crossprod(S) %*% B) * groups / (groups - 1) * (n - 1) / (n - length(x))))
  },
  "random-intercept" = function() {
    f <- lmer(formula_of("y", c(x, "(1 | employee)")), d); v <- as.data.frame(VarCorr(f))$vcov
    c(fixef(f), sqrt(diag(as.matrix(vcov(f)))), v)
  },
  "logit-hazard" = function() {
    f <- glm(formula_of("event", c("0", "factor(period)", x)), binomial, d)
    c(coef(f)[x], sqrt(diag(vcov(f)))[x])
  },
  # did is not in Debian: the same means and influence functions on the wide outcome.
  "event-study" = function() {
    times <- max(d$period); Y <- matrix(d$y, ncol = times, byrow = TRUE); n <- nrow(Y)
    g <- d$firstTreated[d$period == 1]; cohorts <- sort(unique(g[is.finite(g)])); share <- tabulate(match(g, cohorts)) / n
    cells <- expand.grid(t = 1:times, k = seq_along(cohorts)); cells$e <- cells$t - cohorts[cells$k]
    cells <- cells[cells$e >= 0 & is.finite(cells$e), ]
    att <- numeric(nrow(cells)); psi <- matrix(0, n, nrow(cells))
    for (r in seq_len(nrow(cells))) {
      own <- g == cohorts[cells$k[r]]; other <- g > cells$t[r]
      change <- Y[, cells$t[r]] - Y[, cohorts[cells$k[r]] - 1]; one <- mean(change[own]); zero <- mean(change[other])
      att[r] <- one - zero; psi[, r] <- own * (change - one) / sum(own) - other * (change - zero) / sum(other)
    }
    event <- sapply(sort(unique(cells$e)), function(e) {
      at <- which(cells$e == e); p <- share[cells$k[at]]; w <- p / sum(p); est <- sum(w * att[at])
      member <- outer(g, cohorts[cells$k[at]], "==")
      c(est, psi[, at, drop = FALSE] %*% w + member %*% (att[at] - est) / (sum(p) * n))
    })
    c(mean(event[1, ]), sqrt(sum(rowMeans(event[-1, ])^2)))
  })
seconds <- system.time(estimates <- suppressMessages(fits[[method]]()))[["elapsed"]]
peak <- tryCatch(as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024,
  error = function(e) NA, warning = function(w) NA)
if (length(peak) == 0) peak <- NA
cat(sprintf('{"seconds":%.4f,"peakMegabytes":%s,"estimates":[%s]}', seconds, if (is.na(peak)) "0" else sprintf("%.1f", peak),
  paste(sprintf("%.17g", unname(estimates)), collapse = ",")))

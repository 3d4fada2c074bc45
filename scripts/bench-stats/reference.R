# Rscript reference.R <method> <folder>: one method on the columns in the folder (raw doubles), timed without the reading.
# Prints seconds, the process's peak memory and the estimates; a string where the package is not installed.
args <- commandArgs(TRUE); method <- args[1]; folder <- args[2]
read <- function(name) { f <- file.path(folder, name); readBin(f, "double", file.size(f) / 8) }
d <- as.data.frame(sapply(list.files(folder), read, simplify = FALSE))
x <- grep("^x[0-9]+$", names(d), value = TRUE); x <- x[order(as.integer(sub("x", "", x)))]
need <- c(cox = "survival", "kaplan-meier" = "survival", "two-way" = "plm", "three-way" = "fixest",
  "random-intercept" = "lme4", "logit-hazard" = "stats", "event-study" = "did")[[method]]
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
  "three-way" = function() {
    f <- feols(as.formula(paste("y ~", paste(x, collapse = " + "), "| account + month + employee")), d, cluster = ~account)
    c(coef(f), se(f, ssc = ssc(K.fixef = "none")))
  },
  "random-intercept" = function() {
    f <- lmer(formula_of("y", c(x, "(1 | employee)")), d); v <- as.data.frame(VarCorr(f))$vcov
    c(fixef(f), sqrt(diag(as.matrix(vcov(f)))), v)
  },
  "logit-hazard" = function() {
    f <- glm(formula_of("event", c("0", "factor(period)", x)), binomial, d)
    c(coef(f)[x], sqrt(diag(vcov(f)))[x])
  },
  "event-study" = function() {
    d$firstTreated[is.infinite(d$firstTreated)] <- 0
    f <- att_gt("y", "period", "unit", "firstTreated", data = d, control_group = "notyettreated", base_period = "universal",
      bstrap = FALSE, cband = FALSE)
    a <- aggte(f, "dynamic", bstrap = FALSE, cband = FALSE); c(a$overall.att, a$overall.se)
  })
seconds <- system.time(estimates <- suppressMessages(fits[[method]]()))[["elapsed"]]
peak <- tryCatch(as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024,
  error = function(e) NA, warning = function(w) NA)
if (length(peak) == 0) peak <- NA
cat(sprintf('{"seconds":%.4f,"peakMegabytes":%s,"estimates":[%s]}', seconds, if (is.na(peak)) "0" else sprintf("%.1f", peak),
  paste(sprintf("%.17g", unname(estimates)), collapse = ",")))

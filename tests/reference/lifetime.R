# Pareto/NBD on CDNOW by its textbook likelihood (Gaussian hypergeometric series), maximised until the score is nearly 0:
# estimates, standard errors from the analytic form's Hessian by differences, and predictions for some customers.
# Rscript tests/reference/lifetime.R > tests/reference/lifetime.json   (from the repository's root)
suppressPackageStartupMessages(library(jsonlite))
d <- read.csv("tests/reference/cdnow_customers_summary_with_transactions.csv")
h2f1 <- function(a, b, c, z) { # vectors, |z| well below 1 here
  term <- sum <- rep(1, length(z)); n <- 0
  while (any(abs(term) > 1e-18 * abs(sum))) { term <- term * (a + n) * (b + n) * z / ((c + n) * (n + 1)); sum <- sum + term; n <- n + 1 }
  sum
}
logs <- function(p, x, tx, T) {
  r <- p[1]; al <- p[2]; s <- p[3]; be <- p[4]
  m <- max(al, be); b2 <- if (al >= be) s + 1 else r + x
  # A0 with (m + T)^(r+s+x) taken out of both parts
  part <- function(t) h2f1(r + s + x, b2, r + s + x + 1, abs(al - be) / (m + t)) * ((m + T) / (m + t))^(r + s + x)
  a0 <- part(tx) - part(T)
  alive <- -(r + x) * log(al + T) - s * log(be + T)
  gone <- log(s / (r + s + x)) + log(a0) - (r + s + x) * log(m + T)
  top <- pmax(alive, gone)
  list(ll = lgamma(r + x) - lgamma(r) + r * log(al) + s * log(be) + top + log(exp(alive - top) + exp(gone - top)),
       palive = 1 / (1 + exp(gone - alive)))
}
nll <- function(l) -sum(logs(exp(l), d$x, d$t_x, d$T)$ll)
grad <- function(l, h = 1e-4) sapply(1:4, function(i) {
  e <- replace(numeric(4), i, 1)
  (8 * (nll(l + h * e) - nll(l - h * e)) - (nll(l + 2 * h * e) - nll(l - 2 * h * e))) / (12 * h)
})
hess <- function(l, h = 1e-3) {
  m <- sapply(1:4, function(i) { e <- replace(numeric(4), i, 1)
    (8 * (grad(l + h * e, 1e-3) - grad(l - h * e, 1e-3)) - (grad(l + 2 * h * e, 1e-3) - grad(l - 2 * h * e, 1e-3))) / (12 * h) })
  (m + t(m)) / 2
}
l <- log(c(0.553, 10.578, 0.606, 11.669))
for (k in 1:6) l <- l - solve(hess(l), grad(l))
p <- exp(l); V <- solve(hess(l)); rows <- c(1, 2, 5, 100, 1516)
cust <- d[rows, ]
pa <- logs(p, cust$x, cust$t_x, cust$T)$palive
EY <- pa * (p[1] + cust$x) * (p[4] + cust$T) / ((p[2] + cust$T) * (p[3] - 1)) * (1 - ((p[4] + cust$T) / (p[4] + cust$T + 39))^(p[3] - 1))
cat(toJSON(list(pareto_nbd = list(mle = p, se = p * sqrt(diag(V)), loglik = -nll(l), maxgrad = max(abs(grad(l))), rows = rows, p_alive = pa, E_Y39 = EY,
  E_X39 = p[1] * p[4] / (p[2] * (p[3] - 1)) * (1 - (p[4] / (p[4] + 39))^(p[3] - 1)))), digits = NA), "\n")

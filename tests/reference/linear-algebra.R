# Rank, pivots, coefficients, leverages of R's QR; eigenvalues; a Cholesky inverse.
# Rscript tests/reference/linear-algebra.R > tests/reference/linear-algebra.json
suppressPackageStartupMessages(library(jsonlite))
set.seed(11)
x <- cbind(1, matrix(round(rnorm(48), 4), 12), 0)
x[, 6] <- x[, 2] - 2 * x[, 4]          # collinear
x <- cbind(x, x[, 3] + 1e-9 * x[, 5])  # collinear to the tolerance
x <- x[, c(1, 2, 3, 4, 6, 5, 7)]
y <- round(rnorm(12), 4)
q <- qr(x)
k <- q$pivot[seq_len(q$rank)]
a <- round(crossprod(matrix(rnorm(36), 6)), 6)
out <- list(
  x = x, y = y, rank = q$rank, pivot = q$pivot - 1L,
  coef = unname(lm.fit(x, y)$coefficients), hat = unname(hat(q)),
  inverseGram = chol2inv(qr.R(q)[seq_len(q$rank), seq_len(q$rank)]),
  a = a, eigen = rev(eigen(a, TRUE)$values), solve = chol2inv(chol(a)), logdet = c(determinant(a)$modulus)
)
cat(toJSON(out, digits = NA, matrix = "columnmajor", na = "null"), "\n")

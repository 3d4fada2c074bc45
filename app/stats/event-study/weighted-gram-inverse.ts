/**
 * (X' W X)⁻¹ of a row-major design, column-major, by Cholesky; null where the columns are collinear among the rows of
 * weight above zero. The columns are scaled first, so that a covariate's unit does not decide.
 */
export function weightedGramInverse(
  design: Float64Array,
  width: number,
  weight: Float64Array,
): Float64Array | null {
  const rows = weight.length;
  const gram = new Float64Array(width * width);
  for (let i = 0; i < rows; i++) {
    const w = weight[i]!;
    if (w === 0) continue;
    for (let b = 0; b < width; b++) {
      const scaled = w * design[i * width + b]!;
      for (let a = b; a < width; a++) gram[b * width + a]! += scaled * design[i * width + a]!;
    }
  }
  const scale = new Float64Array(width);
  for (let a = 0; a < width; a++) {
    if (!(gram[a * width + a]! > 0)) return null;
    scale[a] = 1 / Math.sqrt(gram[a * width + a]!);
  }
  // Lower factor in place.
  for (let b = 0; b < width; b++)
    for (let a = b; a < width; a++) gram[b * width + a]! *= scale[a]! * scale[b]!;
  for (let j = 0; j < width; j++) {
    for (let c = 0; c < j; c++) {
      const factor = gram[c * width + j]!;
      for (let a = j; a < width; a++) gram[j * width + a]! -= factor * gram[c * width + a]!;
    }
    const pivot = gram[j * width + j]!;
    if (!(pivot > 1e-12)) return null;
    const root = Math.sqrt(pivot);
    for (let a = j; a < width; a++) gram[j * width + a]! /= root;
  }
  const inverse = new Float64Array(width * width);
  for (let b = 0; b < width; b++) {
    const column = new Float64Array(width);
    column[b] = 1;
    for (let a = 0; a < width; a++) {
      let rest = column[a]!;
      for (let c = 0; c < a; c++) rest -= gram[c * width + a]! * column[c]!;
      column[a] = rest / gram[a * width + a]!;
    }
    for (let a = width - 1; a >= 0; a--) {
      let rest = column[a]!;
      for (let c = a + 1; c < width; c++) rest -= gram[a * width + c]! * column[c]!;
      column[a] = rest / gram[a * width + a]!;
    }
    for (let a = 0; a < width; a++) inverse[b * width + a] = column[a]! * scale[a]! * scale[b]!;
  }
  return inverse;
}

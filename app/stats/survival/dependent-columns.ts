/**
 * Columns that the columns before them already determine, found by elimination on a symmetric cross-product or information
 * matrix (p × p): what is left of a diagonal element after the earlier columns is at most `tolerance` of it, or of
 * `floor[j]` where the element itself is nothing but rounding (a column that never varies). A dependent column takes no
 * further part, so of two equal columns the later is named, as R drops the later.
 */
export function dependentColumns(
  matrix: Float64Array,
  p: number,
  floor: (column: number) => number,
  tolerance = 1e-11,
): number[] {
  const l = new Float64Array(p * p);
  const dependent: number[] = [];
  for (let j = 0; j < p; j++) {
    const diagonal = matrix[j * p + j]!;
    let left = diagonal;
    for (let k = 0; k < j; k++) left -= l[j * p + k]! ** 2;
    if (!(left > tolerance * diagonal && left > floor(j))) {
      dependent.push(j);
      continue; // its column of l stays 0
    }
    const root = Math.sqrt(left);
    l[j * p + j] = root;
    for (let i = j + 1; i < p; i++) {
      let value = matrix[i * p + j]!;
      for (let k = 0; k < j; k++) value -= l[i * p + k]! * l[j * p + k]!;
      l[i * p + j] = value / root;
    }
  }
  return dependent;
}

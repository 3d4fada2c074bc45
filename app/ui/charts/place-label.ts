interface Place {
  readonly x: number;
  readonly y: number;
}

/** Half of the height that a line of text takes. */
const halfHeight = 8;
/** Tried in this order: beside the end, then above and below it, a little farther each time. */
const shifts = [0, -14, 16, -26, 28, -38, 40];

/**
 * The height at which a label right of `end` meets the fewest of the other lines, the nearest one where several meet as few.
 * Lines are steps: each point's height holds until the next.
 */
export function placeLabel(
  end: Place,
  width: number,
  others: readonly (readonly Place[])[],
  bottom: number,
): number {
  const met = (y: number) => others.filter((line) => meets(line, { x: end.x, y }, width)).length;
  const heights = shifts
    .map((shift) => end.y + shift)
    .filter((y) => y > halfHeight && y < bottom - halfHeight);
  return heights.reduce((best, y) => (met(y) < met(best) ? y : best), heights[0] ?? end.y);
}

function meets(line: readonly Place[], from: Place, width: number): boolean {
  const isNear = (height: number) => Math.abs(height - from.y) < halfHeight;
  return line.some((point, index) => {
    const next = line[index + 1];
    if (!next) return point.x >= from.x && point.x <= from.x + width && isNear(point.y);
    const runsUnder = point.x <= from.x + width && next.x >= from.x && isNear(point.y);
    const [top, bottom] = [Math.min(point.y, next.y), Math.max(point.y, next.y)];
    const stepsThrough =
      next.x >= from.x &&
      next.x <= from.x + width &&
      top < from.y + halfHeight &&
      bottom > from.y - halfHeight;
    return runsUnder || stepsThrough;
  });
}

/** About how wide a text of twelve pixels is: Chinese characters are square, others a little over half of that. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 12 : 6.8), 0);
}
